//! Sample values for every template: drawn by `/gallery` and by a test. People and posts are invented.

mod board;
mod pages;
pub mod parts;
mod report;
mod wall;

use askama::Template;

use crate::Words;

/// Every sample in English: its name and its markup.
#[must_use]
pub fn gallery() -> Vec<(&'static str, String)> {
    gallery_in(Words::of("en"))
}

/// Every sample in one language.
#[must_use]
pub fn gallery_in(t: &'static Words) -> Vec<(&'static str, String)> {
    [wall::samples(t), board::samples(t), pages::samples(t), report::samples(t)].concat()
}

/// # Panics
/// If a template fails, which none can: they write to memory and format nothing that fails.
fn draw(template: &impl Template) -> String {
    template.render().expect("a template writes to memory")
}

#[cfg(test)]
mod tests {
    use super::gallery_in;
    use crate::{
        Words,
        words::{EN, FR, LANGUAGES},
    };

    fn keys(catalogue: &str) -> Vec<&str> {
        let lines =
            catalogue.lines().filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()));
        let mut keys: Vec<_> =
            lines.filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim()).collect();
        keys.sort_unstable();
        keys
    }

    /// What a person reads: the markup without its tags and without attributes, but with their labels.
    fn read(html: &str) -> String {
        let outside = html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text);
        let labels = ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\""];
        let inside = labels
            .iter()
            .flat_map(|label| html.split(label).skip(1))
            .filter_map(|rest| rest.split('"').next());
        outside.chain(inside).collect::<Vec<_>>().join(" ")
    }

    fn is_key(word: &str) -> bool {
        let family = word.split('-').next().unwrap_or_default();
        word.contains('-') && keys(EN).iter().any(|key| key.split('-').next() == Some(family))
    }

    #[test]
    fn languages_have_the_same_messages() {
        assert_eq!(keys(EN), keys(FR));
    }

    #[test]
    fn every_sample_is_drawn_in_every_language_with_its_words() {
        for lang in LANGUAGES {
            for (name, html) in gallery_in(Words::of(lang)) {
                let text = read(&html);
                let missing: Vec<_> = text.split_whitespace().filter(|word| is_key(word)).collect();
                assert!(missing.is_empty(), "{name} in {lang} shows {missing:?}");
            }
        }
    }

    #[test]
    fn samples_carry_neither_inline_style_nor_script() {
        for (name, html) in gallery_in(Words::of("en")) {
            assert!(!html.contains(" style="), "{name} has an inline style");
            assert!(!html.contains("<style"), "{name} has a style element");
            assert!(!has_handler(&html), "{name} has an event attribute");
        }
    }

    fn has_handler(html: &str) -> bool {
        let attributes = html.split(" on").skip(1).filter_map(|rest| rest.split_once("=\""));
        attributes.into_iter().any(|(event, _)| event.chars().all(|letter| letter.is_ascii_lowercase()))
    }
}
