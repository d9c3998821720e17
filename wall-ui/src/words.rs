//! Every text a person reads, from message catalogues in Project Fluent's format: one file per language and crate.

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::numbers;

/// Languages that every catalogue is written in. The first is the one to fall back to.
pub const LANGUAGES: [&str; 2] = ["en", "fr"];

/// The audience's messages, in Fluent's format.
pub const EN: &str = include_str!("../locales/en.ftl");
pub const FR: &str = include_str!("../locales/fr.ftl");

/// The messages of one language.
pub struct Words {
    lang: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl Words {
    /// The audience's messages in the language nearest to `lang`.
    #[must_use]
    pub fn of(lang: &str) -> &'static Self {
        static ALL: LazyLock<Vec<Words>> =
            LazyLock::new(|| vec![Words::load("en", &[EN]), Words::load("fr", &[FR])]);
        Self::nearest(&ALL, lang)
    }

    /// The element of `all` whose language `lang` names, else the first.
    ///
    /// # Panics
    /// If `all` is empty.
    #[must_use]
    pub fn nearest<'a>(all: &'a [Self], lang: &str) -> &'a Self {
        let wanted = lang.split(['-', '_']).next().unwrap_or_default();
        all.iter().find(|words| words.lang.eq_ignore_ascii_case(wanted)).unwrap_or(&all[0])
    }

    /// Builds a catalogue from embedded files.
    ///
    /// # Panics
    /// If a file is not Fluent or repeats a message: the files are part of the program, and a test loads them.
    #[must_use]
    pub fn load(lang: &'static str, files: &[&str]) -> Self {
        let id: LanguageIdentifier = lang.parse().expect("LANGUAGES holds language tags");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks would stand in attributes and titles; templates isolate with bdi where names go in.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(numbers::formatter(lang)));
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("the {lang} messages do not parse: {errors:?}"));
            bundle
                .add_resource(resource)
                .unwrap_or_else(|errors| panic!("the {lang} messages clash: {errors:?}"));
        }
        Self { lang, bundle }
    }

    #[must_use]
    pub fn lang(&self) -> &'static str {
        self.lang
    }

    /// The message `key`. A missing one shows its key, and a test finds it.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// The message `key` for a number, which it calls `$n`.
    #[must_use]
    pub fn count(&self, key: &str, n: impl ToString) -> String {
        let n = n.to_string();
        let mut args = FluentArgs::new();
        args.set("n", FluentValue::try_number(&n));
        self.format(key, Some(&args))
    }

    /// The message `key` with one value in it.
    #[must_use]
    pub fn with(&self, key: &str, name: &str, value: &str) -> String {
        self.with_all(key, &[(name, value)])
    }

    /// The message `key` with several values in it.
    #[must_use]
    pub fn with_all(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for (name, value) in values {
            args.set((*name).to_owned(), FluentValue::from((*value).to_owned()));
        }
        self.format(key, Some(&args))
    }

    /// Whether the catalogue has this message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    fn format(&self, key: &str, args: Option<&FluentArgs>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }
}
