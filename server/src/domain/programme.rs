//! The gathering, its rooms and its working sessions.

use serde::{Deserialize, Serialize};

use super::{RoomId, SessionId, TagRule, text::same_tag, time::At};

/// Stands after one of the conference's tags when somebody wants no part in it.
const OPT_OUT: &str = "off";

/// The gathering as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conference {
    pub name: String,
    /// Without `#`. Empty: everything that arrives is taken.
    pub tags: Vec<String>,
    /// Which combinations of tags are wanted. Without it any one of `tags` is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<TagRule>,
    /// IANA name, such as `Europe/Oslo`.
    pub zone: String,
    /// People registered in the rooms, where an organiser entered the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered: Option<u32>,
    /// Whether pictures of posts are shown; their words always are.
    pub pictures: bool,
}

impl Conference {
    /// What sources look for: the tags, and those by which people ask to be left out.
    #[must_use]
    pub fn followed_tags(&self) -> Vec<String> {
        self.tags.iter().cloned().chain(self.tags.iter().map(|tag| format!("{tag}{OPT_OUT}"))).collect()
    }

    /// Whether a tag asks that nothing of its author be taken: one of the conference's with `off` after it.
    #[must_use]
    pub fn is_opt_out(&self, tag: &str) -> bool {
        let is_ours = |tag: &str| self.tags.iter().any(|ours| same_tag(ours, tag));
        let parts = tag.len().checked_sub(OPT_OUT.len()).and_then(|at| tag.split_at_checked(at));
        parts.is_some_and(|(bare, off)| off.eq_ignore_ascii_case(OPT_OUT) && is_ours(bare) && !is_ours(tag))
    }
}

/// A place with screens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    pub id: RoomId,
    pub name: String,
    /// One or two characters: the short address on walls and table cards.
    pub short: String,
}

/// Colour and shape of a session, always together and always beside its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Sky, circle.
    Circle,
    /// Lilac, square.
    Square,
    /// Rose, triangle.
    Triangle,
    /// Mint, diamond.
    Diamond,
    /// A plenary has neither colour nor shape.
    None,
}

/// Which posts reach a session's walls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Policy {
    /// Only what a facilitator has shown.
    #[default]
    Reviewed,
    /// New posts too, but never a flagged one.
    Open,
}

/// A working session, held in one or more rooms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    pub id: SessionId,
    pub name: String,
    pub mark: Mark,
    pub rooms: Vec<RoomId>,
    /// Start and end; `None`: always running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<(At, At)>,
    /// Tags or words that route a post here, without `#`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    #[serde(default)]
    pub policy: Policy,
    /// The question of the moment on its board.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chairs: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facilitators: Vec<String>,
}

impl Session {
    #[must_use]
    pub fn runs_at(&self, at: At) -> bool {
        self.times.is_none_or(|(from, to)| from <= at && at < to)
    }
}
