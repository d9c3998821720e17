//! A page, kept up to date by frames as the contract says. It knows no more than a client may know.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use crate::markup::items;

/// Regions that hold items; all others are replaced as a whole.
const LISTS: [&str; 5] = ["posts", "themes", "conclusions", "stream", "queue"];

/// The regions of a page and the reader's place in the log.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub regions: BTreeMap<String, Region>,
    pub cursor: u64,
    /// The newest value of each note.
    pub notes: BTreeMap<String, Value>,
    /// How often the whole page was given.
    pub resets: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Region {
    Whole(String),
    /// By id: order and markup.
    Items(BTreeMap<String, (String, String)>),
}

#[derive(Debug, Deserialize)]
#[serde(tag = "op", rename_all = "lowercase")]
enum Frame {
    Put {
        seq: u64,
        into: String,
        id: String,
        order: String,
        html: String,
    },
    Remove {
        seq: u64,
        into: String,
        id: String,
    },
    Set {
        seq: u64,
        into: String,
        html: String,
    },
    Reset {
        seq: u64,
        into: String,
        html: String,
    },
    Note {
        seq: u64,
        note: String,
        #[serde(flatten)]
        value: Value,
    },
}

impl Frame {
    fn seq(&self) -> u64 {
        match self {
            Self::Put { seq, .. }
            | Self::Remove { seq, .. }
            | Self::Set { seq, .. }
            | Self::Reset { seq, .. }
            | Self::Note { seq, .. } => *seq,
        }
    }
}

impl Page {
    /// Takes a message in, or skips it when the page is past it.
    ///
    /// # Panics
    /// When it holds anything but frames.
    pub fn take(&mut self, message: &str) {
        let frames: Vec<Frame> = message
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("a frame: {error}: {line}")))
            .collect();
        let highest = frames.iter().map(Frame::seq).max().unwrap_or(0);
        let resets = frames.iter().any(|frame| matches!(frame, Frame::Reset { .. }));
        let old = highest <= self.cursor && !resets;
        self.resets += usize::from(resets);
        for frame in frames {
            if let Frame::Note { note, value, .. } = frame {
                self.notes.insert(note, value);
            } else if !old {
                self.apply(frame);
            }
        }
        self.cursor = if resets { highest } else { self.cursor.max(highest) };
    }

    fn apply(&mut self, frame: Frame) {
        match frame {
            Frame::Put { into, id, order, html, .. } => {
                self.items(into).insert(id, (order, html.trim().to_owned()));
            }
            Frame::Remove { into, id, .. } => drop(self.items(into).remove(&id)),
            Frame::Set { into, html, .. } => drop(self.regions.insert(into, Region::Whole(html))),
            Frame::Reset { into, html, .. } => {
                let is_list = LISTS.contains(&into.as_str());
                let region = if is_list { Region::Items(items(&html)) } else { Region::Whole(html) };
                self.regions.insert(into, region);
            }
            Frame::Note { .. } => {}
        }
    }

    fn items(&mut self, into: String) -> &mut BTreeMap<String, (String, String)> {
        match self.regions.entry(into).or_insert_with(|| Region::Items(BTreeMap::new())) {
            Region::Items(items) => items,
            Region::Whole(html) => panic!("an item came into a region without items: {html}"),
        }
    }

    /// Whether a text stands anywhere on the page.
    #[must_use]
    pub fn shows(&self, text: &str) -> bool {
        self.regions.values().any(|region| match region {
            Region::Whole(html) => html.contains(text),
            Region::Items(items) => items.values().any(|(_, html)| html.contains(text)),
        })
    }

    /// How many items stand in a region.
    #[must_use]
    pub fn count(&self, region: &str) -> usize {
        match self.regions.get(region) {
            Some(Region::Items(items)) => items.len(),
            _ => 0,
        }
    }
}
