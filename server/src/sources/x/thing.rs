//! A look at what X sent: any field may be absent, of another type, or under its other name.
//!
//! X is renaming tweets to posts and retweets to reposts, and which names are on the wire at a given day is not promised.
//! Every field that carries such a word is read under both.

use serde_json::Value;

use super::id::{self, Id};

/// A JSON object, or the absence of one. A field of an unexpected type is an absent field: it costs itself, not the post.
#[derive(Clone, Copy)]
pub(in crate::sources) struct Thing<'a>(&'a Value);

impl<'a> Thing<'a> {
    pub(in crate::sources) fn of(value: &'a Value) -> Self {
        Self(value)
    }

    pub(in crate::sources) fn value(self) -> &'a Value {
        self.0
    }

    fn field(self, name: &str) -> Option<&'a Value> {
        let named = |name| self.0.get(name).filter(|value: &&Value| !value.is_null());
        named(name).or_else(|| named(other_name(name)?))
    }

    pub(in crate::sources) fn text(self, name: &str) -> Option<&'a str> {
        self.field(name)?.as_str()
    }

    pub(in crate::sources) fn number(self, name: &str) -> Option<u64> {
        self.field(name)?.as_u64()
    }

    pub(in crate::sources) fn is(self, name: &str) -> bool {
        self.field(name).and_then(Value::as_bool) == Some(true)
    }

    pub(in crate::sources) fn has(self, name: &str) -> bool {
        self.field(name).is_some()
    }

    pub(in crate::sources) fn thing(self, name: &str) -> Option<Self> {
        self.field(name).filter(|value| value.is_object()).map(Self)
    }

    pub(in crate::sources) fn things(self, name: &str) -> impl Iterator<Item = Self> {
        self.list(name).filter(|value| value.is_object()).map(Self)
    }

    pub(in crate::sources) fn texts(self, name: &str) -> impl Iterator<Item = &'a str> {
        self.list(name).filter_map(Value::as_str)
    }

    pub(in crate::sources) fn id(self, name: &str) -> Option<Id> {
        id::read(self.text(name)?)
    }

    pub(in crate::sources) fn ids(self, name: &str) -> impl Iterator<Item = Id> {
        self.texts(name).filter_map(id::read)
    }

    fn list(self, name: &str) -> impl Iterator<Item = &'a Value> {
        self.field(name).and_then(Value::as_array).into_iter().flatten()
    }
}

/// How X calls the same field since August 2026, in its schemas at least.
fn other_name(name: &str) -> Option<&'static str> {
    Some(match name {
        "tweets" => "posts",
        "referenced_tweets" => "referenced_posts",
        "edit_history_tweet_ids" => "edit_history_post_ids",
        "note_tweet" => "note_post",
        _ => return None,
    })
}

/// A request's parameter under X's newer name.
pub(super) fn renamed(parameter: &str) -> String {
    parameter.replace("tweet", "post")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn both_names_of_a_field_are_read() {
        for name in ["tweets", "referenced_tweets", "edit_history_tweet_ids", "note_tweet"] {
            let other = other_name(name).unwrap();
            assert!(Thing::of(&json!({ name: 1 })).has(name) && Thing::of(&json!({ other: 1 })).has(name));
            assert!(Thing::of(&json!({ name: null, other: 1 })).has(name));
            assert_eq!(renamed(name), other);
        }
    }

    #[test]
    fn a_field_of_another_type_is_absent() {
        let value = json!({ "text": 5, "id": "x", "list": "no", "thing": [], "yes": "true" });
        let thing = Thing::of(&value);
        assert!(thing.text("text").is_none() && thing.id("id").is_none() && thing.thing("thing").is_none());
        assert!(thing.texts("list").next().is_none() && !thing.is("yes") && thing.number("id").is_none());
        assert!(!Thing::of(&json!(7)).has("text"));
    }
}
