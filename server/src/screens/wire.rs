//! What goes over a stream: frames as JSON, one a line.

use serde::Serialize;

/// A change of one region, or a note beside the regions.
#[derive(Debug, Serialize)]
#[serde(tag = "op", rename_all = "lowercase")]
pub enum Frame {
    /// Insert by `order`, or replace by id.
    Put {
        seq: u64,
        into: &'static str,
        id: String,
        order: String,
        html: String,
    },
    Remove {
        seq: u64,
        into: &'static str,
        id: String,
    },
    /// Replace the inside of a region.
    Set {
        seq: u64,
        into: &'static str,
        html: String,
    },
    /// Replace a region with the state at `seq`.
    Reset {
        seq: u64,
        into: &'static str,
        html: String,
    },
    Note {
        seq: u64,
        #[serde(flatten)]
        note: Note,
    },
}

/// A latest value: no markup, no history.
#[derive(Debug, Serialize)]
#[serde(tag = "note", rename_all = "lowercase")]
pub enum Note {
    /// The conference's clock, and how many of its seconds pass in one of the device's.
    Clock { now: String, rate: f64 },
    /// Who takes part in a session: totals, and people per minute over the last ten minutes, oldest first.
    People { room: usize, online: usize, bars: Vec<(u32, u32)> },
    /// What a session's console has before it.
    Counts { waiting: usize, all: usize, oldest: Option<String>, rates: Vec<u32> },
    /// How each source is doing, in the ring's language.
    Sources { sources: Vec<SourceNote> },
}

/// One source's line in a note.
#[derive(Debug, Serialize)]
pub struct SourceNote {
    pub name: String,
    /// `ok`, `slow`, `lost`, `ready`.
    pub state: &'static str,
    /// What is wrong, where something is.
    pub trouble: Option<String>,
}

/// Writes frames below one another.
#[must_use]
pub fn message(frames: &[Frame]) -> String {
    let mut text = String::new();
    for frame in frames {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&serde_json::to_string(frame).expect("frames are plain values"));
    }
    text
}
