//! Who somebody is. Jetstream names authors by their id alone; the rest is asked for.
//!
//! | getProfiles | our field |
//! |---|---|
//! | `did` | `Author.id`: answers are matched by it, since unknown accounts are left out |
//! | `handle` | `Author.handle`; `handle.invalid` is no name, the end of the id stands in |
//! | `displayName` | `Author.name`, else the handle |
//! | `avatar` | `Author.avatar_url` |
//! | `followersCount` | `Author.followers` |
//! | `labels[]` | `Caution.labels` of the posts, or no posts at all |

use serde_json::Value;

use crate::domain::{Author, Post, text::clean_line};

use super::{labels::Labels, map::address};

/// More people than there are.
const FOLLOWERS_LIMIT: u64 = 10_000_000_000;
/// As much of an id as tells two nameless people apart.
const TAIL: usize = 8;

/// An account as the network describes it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Profile {
    pub author: Author,
    pub labels: Labels,
}

impl Profile {
    /// Reads one of an answer's profiles, with the account's id.
    pub fn read(profile: &Value) -> Option<(String, Self)> {
        let did = profile["did"].as_str()?;
        let text = |field: &str| profile[field].as_str().map(clean_line).filter(|text| !text.is_empty());
        let stranger = stranger(did);
        let handle = text("handle").filter(|handle| handle != "handle.invalid").unwrap_or(stranger.handle);
        let author = Author {
            name: text("displayName").unwrap_or_else(|| handle.clone()),
            handle,
            avatar_url: address(&profile["avatar"]),
            followers: profile["followersCount"].as_u64().map(|count| count.min(FOLLOWERS_LIMIT)),
            ..stranger
        };
        Some((did.to_owned(), Self { author, labels: Labels::of_profile(profile) }))
    }

    /// Gives a post its author, and what is said about them.
    pub fn complete(&self, post: &mut Post) {
        post.author = self.author.clone();
        let labels = &mut post.caution.labels;
        labels.extend(self.labels.warning.iter().cloned());
        labels.sort_unstable();
        labels.dedup();
    }
}

/// An author of whom nothing is known yet.
pub(super) fn stranger(did: &str) -> Author {
    let start = did.char_indices().rev().nth(TAIL - 1).map_or(0, |(at, _)| at);
    let handle = format!("…{}", &did[start..]);
    Author { id: Some(did.to_owned()), name: handle.clone(), handle, avatar_url: None, followers: None }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(profile: &Value) -> Author {
        Profile::read(profile).unwrap().1.author
    }

    #[test]
    fn a_profile_is_an_author() {
        let profile = json!({
            "did": "did:plc:amaraokafor", "handle": "amara.example", "displayName": "Amara\u{202E} Okafor",
            "avatar": "https://cdn.example/a.jpg", "followersCount": 412
        });
        let author = read(&profile);
        assert_eq!((author.handle.as_str(), author.name.as_str()), ("amara.example", "Amara Okafor"));
        assert_eq!(
            (author.followers, author.avatar_url.as_deref()),
            (Some(412), Some("https://cdn.example/a.jpg"))
        );
    }

    #[test]
    fn an_invalid_handle_is_never_shown() {
        let author = read(&json!({"did": "did:plc:amaraokafor", "handle": "handle.invalid"}));
        assert_eq!((author.handle.as_str(), author.name.as_str()), ("…raokafor", "…raokafor"));
        let author = read(&json!({"did": "did:plc:amaraokafor", "handle": "\u{0}\u{7}", "displayName": ""}));
        assert_eq!(author, stranger("did:plc:amaraokafor"));
    }

    #[test]
    fn odd_profiles_do_no_harm() {
        assert_eq!(Profile::read(&json!({"handle": "a.example"})), None);
        let odd =
            json!({"did": "did:é", "handle": 7, "avatar": "data:,x", "followersCount": -1, "labels": 3});
        assert_eq!(read(&odd).handle, "…did:é");
        assert_eq!((read(&odd).avatar_url, read(&odd).followers), (None, None));
    }
}
