//! How the conference stands to authors. Only keys are kept,
//! and where the log tells their names.

use imbl::OrdMap;
use serde::Serialize;

use crate::domain::{AuthorKey, Entry, Event, Seq, present::Standing};

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Authors {
    trusted: OrdMap<AuthorKey, ()>,
    blocked: OrdMap<AuthorKey, ()>,
    opted_out: OrdMap<AuthorKey, ()>,
    /// Entries that tell an author's name.
    described: OrdMap<AuthorKey, Vec<Seq>>,
}

impl Authors {
    #[must_use]
    pub fn standing(&self, author: AuthorKey) -> Standing {
        if self.opted_out.contains_key(&author) {
            Standing::OptedOut
        } else if self.blocked.contains_key(&author) {
            Standing::Blocked
        } else if self.trusted.contains_key(&author) {
            Standing::Trusted
        } else {
            Standing::Neutral
        }
    }

    #[must_use]
    pub fn blocked(&self) -> usize {
        self.blocked.len()
    }

    /// Entries that tell this author's name.
    pub(super) fn described(&self, author: AuthorKey) -> &[Seq] {
        self.described.get(&author).map_or(&[], Vec::as_slice)
    }

    pub(super) fn apply(&mut self, entry: &Entry) {
        match &entry.event {
            Event::AuthorTrusted { author } => {
                self.blocked.remove(author);
                self.trusted.insert(*author, ());
            }
            Event::AuthorBlocked { author, .. } => {
                self.trusted.remove(author);
                self.blocked.insert(*author, ());
            }
            Event::AuthorDescribed { network, author } => {
                let key = author.key(network);
                self.described.entry(key).or_default().push(entry.seq);
            }
            Event::AuthorWithdrawn { author, .. } => {
                self.described.remove(author);
            }
            Event::AuthorOptedOut { author } => {
                self.opted_out.insert(*author, ());
            }
            _ => {}
        }
    }
}
