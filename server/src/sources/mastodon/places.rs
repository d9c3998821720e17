//! How far each hashtag was read on one server.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Longest number that a server gives to a post, in bytes.
const ID_LIMIT: usize = 128;

/// The newest post read of each hashtag, in the server's own numbers. Only asking moves it: what a stream left out
/// is noticed by nobody else.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Places(BTreeMap<String, String>);

impl Places {
    /// What was kept from last time, for the tags that are still wanted.
    pub(super) fn read(kept: Option<&str>, tags: &[String]) -> Self {
        let mut places: Self = kept.and_then(|kept| serde_json::from_str(kept).ok()).unwrap_or_default();
        places.0.retain(|tag, id| tags.contains(tag) && is_id(id));
        places
    }

    pub(super) fn of(&self, tag: &str) -> Option<&str> {
        self.0.get(tag).map(String::as_str)
    }

    /// Moves on. Says how all places are kept, if this one moved.
    pub(super) fn reach(&mut self, tag: &str, id: &str) -> Option<String> {
        if !is_id(id) || self.of(tag) == Some(id) {
            return None;
        }
        self.0.insert(tag.to_owned(), id.to_owned());
        Some(serde_json::to_string(self).expect("texts are JSON"))
    }
}

fn is_id(id: &str) -> bool {
    (1..=ID_LIMIT).contains(&id.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_kept_per_tag() {
        let tags = ["SoMe".to_owned(), "ethics".to_owned()];
        let mut places = Places::read(None, &tags);
        assert_eq!(places.reach("SoMe", "107").as_deref(), Some(r#"{"SoMe":"107"}"#));
        assert_eq!(places.reach("SoMe", "107"), None);
        let kept = places.reach("ethics", "108").unwrap();
        let again = Places::read(Some(&kept), &tags[..1]);
        assert_eq!((again.of("SoMe"), again.of("ethics")), (Some("107"), None));
    }

    #[test]
    fn a_place_that_cannot_be_read_is_none() {
        let tags = ["SoMe".to_owned()];
        for kept in ["", "107", "{\"SoMe\":7}", &format!("{{\"SoMe\":\"{}\"}}", "1".repeat(ID_LIMIT + 1))] {
            assert_eq!(Places::read(Some(kept), &tags).of("SoMe"), None);
        }
    }
}
