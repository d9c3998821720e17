//! The staff's messages: the audience's and our own.

use std::sync::LazyLock;

use wall_ui::Words;

/// Staff messages in the language nearest to `lang`.
#[must_use]
pub fn words(lang: &str) -> &'static Words {
    static ALL: LazyLock<Vec<Words>> = LazyLock::new(|| {
        vec![
            Words::load("en", &[wall_ui::words::EN, include_str!("../locales/en.ftl")]),
            Words::load("fr", &[wall_ui::words::FR, include_str!("../locales/fr.ftl")]),
        ]
    });
    Words::nearest(&ALL, lang)
}

/// The message `family-name`, as in `verdict-shown`.
pub(crate) fn named(t: &Words, family: &str, name: &str) -> String {
    t.say(&format!("{family}-{name}"))
}

/// What is written on a key: `Space` is `Espace` in French, a letter is itself.
pub(crate) fn cap(t: &Words, key: &str) -> String {
    let message = format!("cap-{}", key.to_lowercase().replace(' ', "-"));
    if t.has(&message) { t.say(&message) } else { key.to_owned() }
}
