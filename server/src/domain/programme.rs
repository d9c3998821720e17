//! The gathering, its rooms and its working sessions.

use serde::{Deserialize, Serialize};

use super::{RoomId, SessionId, time::At};

/// The gathering as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conference {
    pub name: String,
    /// Without `#`. Empty: everything that arrives is taken.
    pub tags: Vec<String>,
    /// IANA name, such as `Europe/Oslo`.
    pub zone: String,
    /// People registered in the rooms, where an organiser entered the number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registered: Option<u32>,
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
