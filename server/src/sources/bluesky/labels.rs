//! What authors and labellers say about a post or an account.

use serde_json::Value;

use crate::domain::text::clean_line;

const LIMIT: usize = 10;
/// Whoever has one of these is not shown to a room: the author asks not to be shown to people who are not signed in, or
/// the network shows it to nobody.
const UNWANTED: [&str; 3] = ["!no-unauthenticated", "!hide", "!takedown"];

/// Labels, as the network names them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Labels {
    pub warning: Vec<String>,
    pub is_unwanted: bool,
}

impl Labels {
    /// What a post's author says about it.
    pub fn of_record(record: &Value) -> Self {
        Self::read(&record["labels"]["values"])
    }

    /// What is said about an account, by its owner or a labeller.
    pub fn of_profile(profile: &Value) -> Self {
        Self::read(&profile["labels"])
    }

    fn read(labels: &Value) -> Self {
        let stands = |label: &&Value| label["neg"] != true;
        let names = || {
            labels.as_array().into_iter().flatten().filter(stands).filter_map(|label| label["val"].as_str())
        };
        let mut warning: Vec<_> =
            names().map(clean_line).filter(|name| !name.is_empty()).take(LIMIT).collect();
        warning.sort_unstable();
        warning.dedup();
        Self { warning, is_unwanted: names().any(|name| UNWANTED.contains(&name)) }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn labels_warn_or_forbid() {
        let post =
            Labels::of_record(&json!({"labels": {"values": [{"val": "graphic-media"}, {"val": "nudity"}]}}));
        assert_eq!((post.warning.len(), post.is_unwanted), (2, false));
        let author =
            Labels::of_profile(&json!({"labels": [{"val": "!no-unauthenticated"}, {"val": "nudity"}]}));
        assert!(author.is_unwanted);
        assert_eq!(author.warning, ["!no-unauthenticated", "nudity"]);
    }

    #[test]
    fn a_label_that_was_taken_back_or_is_none_says_nothing() {
        let taken_back =
            json!({"labels": [{"val": "!hide", "neg": true}, {"val": 7}, "spam", {"val": "\u{7}"}]});
        assert_eq!(Labels::of_profile(&taken_back), Labels::default());
        assert_eq!(Labels::of_record(&json!({"labels": "none"})), Labels::default());
    }
}
