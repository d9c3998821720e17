//! Which wording of a post stands, when several servers tell of it. Servers learn of edits at different times, clean
//! the same HTML in their own ways and keep media at their own addresses; without this, each would undo what the
//! other said, and every time the post would go back to review.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, MutexGuard},
};

use crate::domain::At;

/// Posts whose wording is remembered; the oldest go first.
const REMEMBERED: usize = 20_000;

/// The wordings that were brought, for all servers together.
#[derive(Debug, Default)]
pub(super) struct Versions(Mutex<Remembered>);

#[derive(Debug, Default)]
struct Remembered {
    by_uri: HashMap<String, Version>,
    in_order: VecDeque<String>,
}

#[derive(Debug, PartialEq)]
struct Version {
    /// `None` for one that was never edited.
    edited_at: Option<At>,
    /// Who told of it first, and is believed about it from then on.
    server: String,
}

impl Versions {
    /// Whether what `server` tells is to be brought. `holds`: whether the conference has the post already, perhaps from
    /// before a restart, which is what an unedited post is compared with.
    pub(super) fn brings(&self, uri: &str, edited_at: Option<At>, server: &str, holds: bool) -> bool {
        let told = Version { edited_at, server: server.to_owned() };
        let mut remembered = self.remembered();
        let brings = match remembered.by_uri.get(uri) {
            Some(known) if known.edited_at == told.edited_at => return known.server == told.server,
            Some(known) if known.edited_at > told.edited_at => return false,
            Some(_) => true,
            None => !holds || edited_at.is_some(),
        };
        remembered.remember(uri, told);
        brings
    }

    /// Whether `server` is the one that is believed about a post, or the first to say anything.
    pub(super) fn believes(&self, uri: &str, server: &str) -> bool {
        self.remembered().by_uri.get(uri).is_none_or(|known| known.server == server)
    }

    fn remembered(&self) -> MutexGuard<'_, Remembered> {
        self.0.lock().expect("nothing panics while it holds the lock")
    }
}

impl Remembered {
    fn remember(&mut self, uri: &str, version: Version) {
        if self.by_uri.insert(uri.to_owned(), version).is_none() {
            self.in_order.push_back(uri.to_owned());
        }
        if self.in_order.len() > REMEMBERED
            && let Some(oldest) = self.in_order.pop_front()
        {
            self.by_uri.remove(&oldest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_that_told_first_is_believed_until_somebody_tells_of_an_edit() {
        let versions = Versions::default();
        let brings = |edited: Option<i64>, server| versions.brings("u", edited.map(At), server, true);
        assert!(versions.brings("u", None, "a.example", false));
        assert!(brings(None, "a.example") && !brings(None, "b.example"));
        assert!(brings(Some(7), "b.example"));
        assert!(!brings(None, "a.example") && !brings(Some(6), "a.example") && !brings(Some(7), "a.example"));
        assert!(brings(Some(8), "a.example"));
        assert!(versions.believes("u", "a.example") && !versions.believes("u", "b.example"));
    }

    #[test]
    fn after_a_restart_an_unedited_post_is_taken_as_known() {
        let versions = Versions::default();
        assert!(!versions.brings("u", None, "a.example", true));
        assert!(versions.brings("v", Some(At(7)), "a.example", true));
    }

    #[test]
    fn memory_is_bounded() {
        let versions = Versions::default();
        assert!((0..100_000).all(|n| versions.brings(&n.to_string(), None, "a.example", false)));
        let remembered = versions.remembered();
        assert_eq!((remembered.by_uri.len(), remembered.in_order.len()), (REMEMBERED, REMEMBERED));
    }
}
