//! How far each source has read its upstream.

use imbl::OrdMap;
use serde::Serialize;

use crate::domain::{Entry, Event};

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Places(OrdMap<String, String>);

impl Places {
    /// The place from which a source goes on, in its own words.
    #[must_use]
    pub fn of(&self, source: &str) -> Option<&str> {
        self.0.get(source).map(String::as_str)
    }

    pub(super) fn apply(&mut self, entry: &Entry) {
        if let Event::SourceReached { source, place } = &entry.event {
            self.0.insert(source.clone(), place.clone());
        }
    }
}
