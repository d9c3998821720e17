//! What the API sends, as far as we read it. Other servers than Mastodon speak the same API their own way, so whatever
//! a post can do without may be missing or of another shape.

use serde::{Deserialize, Deserializer, de::IgnoredAny};

/// A post, as one server holds it.
#[derive(Debug, Deserialize)]
pub struct Status {
    /// That server's own number.
    pub id: String,
    /// The same on every server.
    pub uri: String,
    pub account: Account,
    /// HTML.
    pub content: String,
    pub created_at: String,
    #[serde(default, deserialize_with = "lenient")]
    pub edited_at: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub url: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub visibility: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub spoiler_text: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub sensitive: Option<bool>,
    #[serde(default, deserialize_with = "lenient")]
    pub language: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub in_reply_to_id: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub media_attachments: Option<Vec<Attachment>>,
    #[serde(default, deserialize_with = "lenient")]
    pub tags: Option<Vec<Tag>>,
    #[serde(default, deserialize_with = "lenient")]
    pub poll: Option<Poll>,
    #[serde(default, deserialize_with = "lenient")]
    pub reblog: Option<IgnoredAny>,
    #[serde(default, deserialize_with = "lenient")]
    pub quote: Option<Quoting>,
}

/// All that is read of a status to go on from it.
#[derive(Debug, Deserialize)]
pub(super) struct Numbered {
    id: String,
}

impl Numbered {
    /// The number of a status in JSON, whatever else is wrong with it.
    pub(super) fn read(status: &[u8]) -> Option<String> {
        serde_json::from_slice::<Self>(status).ok().map(|numbered| numbered.id)
    }
}

#[derive(Debug, Deserialize)]
pub struct Account {
    /// Without a host for accounts of the asked server.
    pub acct: String,
    #[serde(default, deserialize_with = "lenient")]
    pub display_name: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub avatar: Option<String>,
    /// Without motion.
    #[serde(default, deserialize_with = "lenient")]
    pub avatar_static: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub followers_count: Option<i64>,
    #[serde(default, deserialize_with = "lenient")]
    pub discoverable: Option<bool>,
    #[serde(default, deserialize_with = "lenient")]
    pub noindex: Option<bool>,
    /// The bio, in HTML.
    #[serde(default, deserialize_with = "lenient")]
    pub note: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Attachment {
    #[serde(rename = "type", default, deserialize_with = "lenient")]
    pub kind: Option<String>,
    /// Missing while the server still works on it.
    #[serde(default, deserialize_with = "lenient")]
    pub url: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub remote_url: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    pub description: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Tag {
    pub name: String,
}

#[derive(Debug, Deserialize)]
pub struct Poll {
    pub options: Vec<PollOption>,
}

#[derive(Debug, Deserialize)]
pub struct PollOption {
    pub title: String,
}

/// That a status quotes another one, and whether that one's author agreed.
#[derive(Debug, Deserialize)]
pub struct Quoting {
    pub state: String,
    #[serde(default, deserialize_with = "lenient")]
    pub quoted_status: Option<Box<Status>>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Shape<T> {
    Right(T),
    Wrong(IgnoredAny),
}

/// Nothing, where a value is of another shape than expected.
pub(super) fn lenient<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    Ok(match Option::deserialize(from)? {
        Some(Shape::Right(value)) => Some(value),
        Some(Shape::Wrong(IgnoredAny)) | None => None,
    })
}

/// More elements than any page has.
const MOST: usize = 1_000;

/// The first elements of a JSON list, each still in writing: one that cannot be read spoils none of the others. `None`
/// when it is no list.
pub(super) fn elements(list: &[u8]) -> Option<Vec<&[u8]>> {
    let mut rest = list.trim_ascii().strip_prefix(b"[")?.trim_ascii_start();
    let mut found = Vec::new();
    while !rest.starts_with(b"]") && found.len() < MOST {
        let mut values = serde_json::Deserializer::from_slice(rest).into_iter::<IgnoredAny>();
        values.next()?.ok()?;
        let (element, after) = rest.split_at(values.byte_offset());
        found.push(element);
        let after = after.trim_ascii_start();
        rest = after.strip_prefix(b",").unwrap_or(after).trim_ascii_start();
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_cut_into_its_elements() {
        let list = br#" [ {"id":"1","a":[1,2]}, null ,"x",[]] "#;
        let found = elements(list).unwrap();
        assert_eq!(found, [&br#"{"id":"1","a":[1,2]}"#[..], b"null", b"\"x\"", b"[]"]);
        assert_eq!(elements(b"[]"), Some(Vec::new()));
        for wrong in [&b"{}"[..], b"[{", b"[{},", b"", b"[\xff]", b"<html>"] {
            assert_eq!(elements(wrong), None, "{}", String::from_utf8_lossy(wrong));
        }
    }

    #[test]
    fn a_depth_that_nobody_means_is_no_list() {
        assert_eq!(elements("[".repeat(1_000_000).as_bytes()), None);
    }

    #[test]
    fn what_a_post_can_do_without_may_have_any_shape() {
        let status = r#"{"id":"1","uri":"u","content":"","created_at":"","account":{"acct":"a","followers_count":"many"},
            "media_attachments":{},"poll":7,"quote":{"id":"9"},"tags":null,"language":["en"],"sensitive":"no"}"#;
        let status: Status = serde_json::from_str(status).unwrap();
        assert!(status.poll.is_none() && status.quote.is_none() && status.account.followers_count.is_none());
    }
}
