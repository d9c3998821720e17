//! What a session's walls are told to do, besides showing posts.

use serde::{Deserialize, Serialize};

use super::{Act, time::At};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    #[default]
    Flow,
    Spotlight,
    Board,
    Consensus,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    pub text: String,
    pub by: Act,
    /// When it comes down by itself; `None`: by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<At>,
}

/// The wall's region `mode`: part of every reset, so that a wall that was away does the right thing at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mode {
    pub layout: Layout,
    /// So many cards of one author stand at a time.
    pub author_cap: u8,
    /// Stops arrivals; removals still act.
    pub held: Option<Act>,
    pub cleared: Option<Act>,
    pub announcement: Option<Announcement>,
}

impl Default for Mode {
    fn default() -> Self {
        Self { layout: Layout::default(), author_cap: 1, held: None, cleared: None, announcement: None }
    }
}
