//! Posts as programs write them.

use backchannel::domain::PostKey;
use serde_json::{Value, json};

/// One line of a push: a post of an invented person, with everything that matters settable.
#[derive(Clone, Debug)]
pub struct Line(Value);

/// A plain post on Mastodon with this id.
#[must_use]
pub fn line(id: &str) -> Line {
    Line(json!({
        "network": "mastodon",
        "id": id,
        "author": { "handle": "amara@social.example", "name": "Amara Okafor", "followers": 100 },
        "text": format!("Ask first, then post. This is {id}."),
        "created_at": "2026-06-26T12:00:00Z",
    }))
}

impl Line {
    #[must_use]
    pub fn with(mut self, field: &str, value: impl Into<Value>) -> Self {
        self.0[field] = value.into();
        self
    }

    #[must_use]
    pub fn says(self, text: &str) -> Self {
        self.with("text", text)
    }

    /// Written by somebody else: name and handle.
    #[must_use]
    pub fn by(self, name: &str, handle: &str) -> Self {
        self.with("author", json!({ "handle": handle, "name": name, "followers": 100 }))
    }

    #[must_use]
    pub fn reposts(self, original: &str) -> Self {
        self.with("repost_of", original).with("kind", "repost")
    }

    /// The key that addresses and elements carry.
    #[must_use]
    pub fn key(&self) -> String {
        PostKey::of(self.text("network"), self.text("id")).to_string()
    }

    /// The address under which it can be withdrawn.
    #[must_use]
    pub fn place(&self) -> String {
        format!("/api/posts/{}/{}", self.text("network"), self.text("id"))
    }

    fn text(&self, field: &str) -> &str {
        self.0[field].as_str().expect("network and id are texts")
    }
}

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
