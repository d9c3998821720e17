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
