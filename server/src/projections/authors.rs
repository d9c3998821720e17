//! How the conference stands to authors. Only keys are kept.

use imbl::OrdMap;
use serde::Serialize;

use crate::domain::{AuthorKey, Entry, Event, present::Standing};

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Authors {
    trusted: OrdMap<AuthorKey, ()>,
    blocked: OrdMap<AuthorKey, ()>,
    opted_out: OrdMap<AuthorKey, ()>,
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
            Event::AuthorOptedOut { author } => {
                self.opted_out.insert(*author, ());
            }
            _ => {}
        }
    }
}
