//! What staff decided about posts that are still to come: words, hosts, languages.

use imbl::OrdSet;
use serde::Serialize;

use crate::domain::{Entry, Event, WordList, hosts::and_above};

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Rules {
    words: WordList,
    hosts: OrdSet<String>,
    languages: Vec<String>,
}

impl Rules {
    #[must_use]
    pub fn words(&self) -> &WordList {
        &self.words
    }

    #[must_use]
    pub fn languages(&self) -> &[String] {
        &self.languages
    }

    /// Whether any host is blocked.
    #[must_use]
    pub fn blocks_some(&self) -> bool {
        !self.hosts.is_empty()
    }

    /// Whether a host, or one that it is a part of, is blocked.
    #[must_use]
    pub fn blocks(&self, host: &str) -> bool {
        and_above(host).any(|host| self.hosts.contains(host))
    }

    /// Whether posts in a language are taken. `und` says that a network does not know.
    #[must_use]
    pub fn reads(&self, language: &str) -> bool {
        let primary = language.split('-').next().unwrap_or_default();
        let is_known = |known: &String| known.eq_ignore_ascii_case(primary);
        self.languages.is_empty()
            || primary.eq_ignore_ascii_case("und")
            || self.languages.iter().any(is_known)
    }

    pub(super) fn apply(&mut self, entry: &Entry) {
        match &entry.event {
            Event::WordListSet { words } => self.words = WordList::new(words.clone()),
            Event::DomainBlocked { domain, .. } => {
                self.hosts.insert(domain.clone());
            }
            Event::LanguagesSet { languages } => self.languages.clone_from(languages),
            _ => {}
        }
    }
}
