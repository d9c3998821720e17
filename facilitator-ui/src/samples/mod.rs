//! Sample values for every template: drawn by `/gallery` and by a test. People and posts are invented.

pub mod chair;
pub mod console;
pub mod people;
pub mod setup;

use askama::Template;
use wall_ui::Words;

/// Every sample of every staff template, by name, in one language.
#[must_use]
pub fn gallery_in(lang: &str) -> Vec<(&'static str, String)> {
    let t = crate::words::words(lang);
    console::samples(t).into_iter().chain(chair::samples(t)).chain(setup::samples(t)).collect()
}

/// The samples in English.
#[must_use]
pub fn gallery() -> Vec<(&'static str, String)> {
    gallery_in("en")
}

/// Draws a sample.
///
/// # Panics
/// Never: a template that compiles fails only when its writer does, and a string does not.
fn draw(template: &impl Template) -> String {
    template.render().expect("writing to a string does not fail")
}

fn shell<'a>(t: &'a Words, title: &str) -> wall_ui::parts::Shell<'a> {
    wall_ui::parts::Shell {
        t,
        assets: "/assets/sample",
        title: title.to_owned(),
        hashtag: "#SoMeSummit".to_owned(),
        conference: "SoMeSummit".to_owned(),
        rehearsal: true,
        seq: 981,
        log: "sample".to_owned(),
        now: people::moment("14:12"),
        zone: "UTC".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_is_drawn_whole_in_both_languages() {
        for lang in wall_ui::words::LANGUAGES {
            for (name, html) in gallery_in(lang) {
                let texts = html.split(['<', '>']).skip(2).step_by(2);
                for text in texts.chain(attributes(&html)).map(str::trim) {
                    assert!(!is_key(text), "{name} in {lang} shows the key {text}");
                }
            }
        }
    }

    /// A missing message shows its key: `queue-title`.
    fn is_key(text: &str) -> bool {
        text.contains('-') && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    }

    /// Values of attributes that a person reads or hears.
    fn attributes(html: &str) -> impl Iterator<Item = &str> {
        ["aria-label=\"", "title=\"", "placeholder=\""]
            .into_iter()
            .flat_map(|attribute| html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()))
    }

    #[test]
    fn both_languages_have_the_same_messages() {
        let keys = |file: &str| -> Vec<String> {
            file.lines()
                .filter_map(|line| line.split_once(" ="))
                .map(|(key, _)| key.trim().to_owned())
                .collect()
        };
        assert_eq!(keys(include_str!("../../locales/en.ftl")), keys(include_str!("../../locales/fr.ftl")));
    }
}
