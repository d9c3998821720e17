//! One message of one network, in the one shape that all networks are brought into.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{AuthorKey, PostKey, text::hashtags, time::At};

/// Where a post lives: a short lower-case name such as `x`, `mastodon`, `bluesky`, `room`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Network(std::sync::Arc<str>);

impl Network {
    pub const X: &'static str = "x";
    pub const MASTODON: &'static str = "mastodon";
    pub const BLUESKY: &'static str = "bluesky";
    pub const ROOM: &'static str = "room";

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether its posts come from people sitting in the room.
    #[must_use]
    pub fn is_room(&self) -> bool {
        self.as_str() == Self::ROOM
    }
}

impl From<&str> for Network {
    fn from(name: &str) -> Self {
        Self(name.into())
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Post,
    Reply,
    Repost,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The network's own id, where it has one that outlives a change of handle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    pub handle: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avatar_url: Option<String>,
    /// Followers when the post arrived; `None` where the network did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub followers: Option<u64>,
}

impl Author {
    /// By the network's id, else by the handle.
    #[must_use]
    pub fn key(&self, network: &Network) -> AuthorKey {
        AuthorKey::of(network.as_str(), self.id.as_ref().unwrap_or(&self.handle))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MediaKind {
    Image,
    Video,
    Audio,
    #[serde(other)]
    Other,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Media {
    pub url: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    pub kind: MediaKind,
}

/// A message as its network sent it, cleaned and cut to what a card can hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Post {
    pub network: Network,
    /// The network's own id.
    pub id: String,
    pub kind: Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    pub author: Author,
    /// Empty for a repost of an original that we hold.
    pub text: String,
    /// BCP 47, as the network says; never guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The network's time, clamped to our arrival.
    pub created_at: At,
    /// Without `#`, in the spelling of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hashtags: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<Media>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repost_of: Option<String>,
    /// The table a room-form post came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<u16>,
    /// What the author, the network or a labeller said about the content.
    #[serde(default, skip_serializing_if = "Caution::is_none")]
    pub caution: Caution,
    /// The post that this one quotes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<Box<Quote>>,
    /// The answers of a poll, without their counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub poll: Vec<String>,
}

/// Why a post should be read by a person before a room sees it, whatever the policy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caution {
    /// The author's own content warning, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warning: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sensitive: bool,
    /// Labels that warn, as their network names them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
}

impl Caution {
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// A quoted post, as far as the network told it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Its native id on the same network.
    pub id: String,
    pub name: String,
    pub handle: String,
    pub text: String,
}

impl Post {
    /// A post of text alone; whoever knows more sets it.
    #[must_use]
    pub fn new(network: &str, id: String, author: Author, text: String, created_at: At) -> Self {
        Self {
            network: network.into(),
            id,
            kind: Kind::Post,
            url: None,
            author,
            hashtags: hashtags(&text),
            text,
            lang: None,
            created_at,
            media: Vec::new(),
            reply_to: None,
            repost_of: None,
            table: None,
            caution: Caution::default(),
            quote: None,
            poll: Vec::new(),
        }
    }

    /// Keeps nothing of the content: a repost says what its original says.
    pub fn forget_words(&mut self) {
        self.text.clear();
        self.media.clear();
        self.quote = None;
        self.poll.clear();
        self.caution = Caution::default();
    }

    #[must_use]
    pub fn key(&self) -> PostKey {
        PostKey::of(self.network.as_str(), &self.id)
    }

    #[must_use]
    pub fn author_key(&self) -> AuthorKey {
        self.author.key(&self.network)
    }

    /// Everything in it that somebody wrote and somebody may read.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        // Who gives no name is named by the handle.
        let name = Some(&self.author.name).filter(|name| **name != self.author.handle);
        let own = [&self.text, &self.author.handle].into_iter().chain(name);
        let about = self.media.iter().filter_map(|media| media.alt.as_ref()).chain(&self.caution.warning);
        let quoted = self.quote.iter().flat_map(|quote| [&quote.text, &quote.name, &quote.handle]);
        own.chain(&self.hashtags).chain(about).chain(quoted).chain(&self.poll).map(String::as_str)
    }

    /// The key of the original, for a repost that names one. A repost of itself names none.
    #[must_use]
    pub fn original_key(&self) -> Option<PostKey> {
        let original = self.repost_of.as_ref().filter(|id| **id != self.id)?;
        Some(PostKey::of(self.network.as_str(), original))
    }
}
