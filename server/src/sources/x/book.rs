//! What the source remembers: how far it has read, what it spent, which posts it brought.

use std::collections::{HashMap, VecDeque};

use serde::{Deserialize, Serialize};

use super::{
    id::{self, Id},
    map::Version,
    meter::{Meter, Spent},
};
use crate::domain::At;

/// How many posts X is asked about, at most.
const BROUGHT_LIMIT: usize = 500;
/// How many edited posts are remembered. An edit is possible for half an hour.
const EDITED_LIMIT: usize = 1_000;
/// As far back as X's search goes, less a little.
const SEARCHABLE: i64 = 7 * At::DAY - At::HOUR;

/// The place that goes into the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Place {
    /// The newest post that is durable here.
    newest: Option<Id>,
    /// Posts after this one may have been missed.
    #[serde(default)]
    gap: Option<Id>,
    #[serde(default)]
    spent: Spent,
}

/// The source's memory. Only what stands in [`Place`] survives a restart.
#[derive(Debug)]
pub(super) struct Book {
    newest: Option<Id>,
    gap: Option<Id>,
    pub meter: Meter,
    /// First ids, oldest first.
    brought: VecDeque<Id>,
    /// The newest version of posts that were edited.
    edited: HashMap<Id, Id>,
}

impl Book {
    /// Goes on from a place; one that cannot be read is none.
    pub(super) fn open(place: Option<&str>, held: &[String]) -> Self {
        let place: Place = place.and_then(|place| serde_json::from_str(place).ok()).unwrap_or_default();
        let mut book = Self {
            newest: place.newest,
            gap: place.gap.or(place.newest),
            meter: Meter::resume(place.spent),
            brought: VecDeque::new(),
            edited: HashMap::new(),
        };
        let mut held: Vec<_> = held.iter().filter_map(|held| id::read(held)).collect();
        held.sort_unstable();
        held.into_iter().for_each(|held| book.remember(held));
        book
    }

    pub(super) fn place(&self) -> String {
        let place = Place { newest: self.newest, gap: self.gap, spent: self.meter.spent };
        serde_json::to_string(&place).expect("numbers can be written")
    }

    /// Whether a version may go in: not when a newer one of the same post did.
    pub(super) fn admits(&mut self, version: &Version) -> bool {
        if self.edited.get(&version.first).is_some_and(|newest| *newest > version.id) {
            return false;
        }
        if version.id > version.first {
            if self.edited.len() >= EDITED_LIMIT {
                let oldest = self.edited.keys().min().copied();
                oldest.map(|oldest| self.edited.remove(&oldest));
            }
            self.edited.insert(version.first, version.id);
        }
        true
    }

    /// A post is about to be durable.
    pub(super) fn brings(&mut self, version: &Version, now: At) {
        // An id from the future would hide everything that is written until then.
        if version.id <= id::at(now.plus(At::MINUTE)) {
            self.newest = self.newest.max(Some(version.id));
        }
        self.remember(version.first);
    }

    fn remember(&mut self, first: Id) {
        if self.brought.contains(&first) {
            return;
        }
        if self.brought.len() >= BROUGHT_LIMIT {
            self.brought.pop_front();
        }
        self.brought.push_back(first);
    }

    /// The newest posts that were brought, newest first.
    pub(super) fn brought(&self) -> Vec<Id> {
        self.brought.iter().rev().copied().collect()
    }

    pub(super) fn forget(&mut self, gone: Id) {
        self.brought.retain(|brought| *brought != gone);
    }

    /// The connection is gone: what is written from now on is missed.
    pub(super) fn breaks(&mut self, now: At) {
        let from = self.newest.unwrap_or_else(|| id::at(now));
        self.gap.get_or_insert(from);
    }

    /// The post after which something may be missing, as far as X can be asked for it.
    pub(super) fn gap(&self, now: At) -> Option<Id> {
        Some(self.gap?.max(id::at(now.plus(-SEARCHABLE))))
    }

    pub(super) fn closes_gap(&mut self) {
        self.gap = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Author, Network, Post};

    const NOW: At = At(1_782_475_920_000);

    fn version(first: Id, id: Id) -> Version {
        let author = Author {
            id: None,
            handle: "amara".into(),
            name: "Amara".into(),
            avatar_url: None,
            followers: None,
        };
        Version { post: Post::new(Network::X, first.to_string(), author, "t".into(), NOW), first, id }
    }

    #[test]
    fn a_place_is_short_and_survives() {
        let mut book = Book::open(None, &[]);
        assert_eq!(book.gap(NOW), None);
        let id = id::at(NOW.plus(-At::HOUR));
        book.brings(&version(id, id), NOW);
        book.meter.count([id], NOW);
        let again = Book::open(Some(&book.place()), &[]);
        assert_eq!((again.newest, again.gap(NOW), again.meter.spent), (Some(id), Some(id), book.meter.spent));
        assert!(book.place().len() < 200, "{}", book.place());
        assert_eq!(Book::open(Some("rubbish"), &[]).newest, None);
    }

    #[test]
    fn an_older_version_that_comes_late_is_not_let_in() {
        let mut book = Book::open(None, &[]);
        assert!(book.admits(&version(1, 3)) && !book.admits(&version(1, 1)) && !book.admits(&version(1, 2)));
        assert!(book.admits(&version(1, 3)) && book.admits(&version(1, 4)));
        (10..5_000).for_each(|first| assert!(book.admits(&version(first, first * 10))));
        assert!(book.edited.len() <= EDITED_LIMIT);
    }

    #[test]
    fn a_gap_begins_once_and_stays_within_reach() {
        let mut book = Book::open(None, &[]);
        book.breaks(NOW);
        book.breaks(NOW.plus(At::HOUR));
        assert_eq!(book.gap(NOW.plus(At::HOUR)), Some(id::at(NOW)));
        assert_eq!(book.gap(NOW.plus(30 * At::DAY)), Some(id::at(NOW.plus(30 * At::DAY - SEARCHABLE))));
        book.closes_gap();
        assert_eq!(book.gap(NOW), None);
    }

    #[test]
    fn an_id_from_the_future_does_not_become_the_newest() {
        let mut book = Book::open(None, &[]);
        book.brings(&version(u64::MAX, u64::MAX), NOW);
        assert_eq!(book.newest, None);
    }

    #[test]
    fn the_newest_500_are_remembered() {
        let held: Vec<String> = (1..=600).rev().map(|id: u64| id.to_string()).collect();
        let mut book = Book::open(None, &held);
        book.remember(600);
        assert_eq!((book.brought().len(), book.brought()[0], book.brought()[499]), (500, 600, 101));
        book.forget(600);
        assert_eq!(book.brought()[0], 599);
    }
}
