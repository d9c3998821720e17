//! Posts gathered under a heading, and what the chair did with them.

use serde::{Deserialize, Serialize};

/// The review state of a theme that stands on its session's board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    /// Pinned, not yet taken up.
    Waiting,
    Discussing,
    Discussed,
    Parked,
    /// Back with the facilitators, with the chair's words.
    SentBack,
}
