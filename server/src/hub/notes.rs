//! Latest-value slots beside a ring: clocks, rates, presence. Old values are of no use to anybody.

use bytes::Bytes;

/// The slots of one ring. There are a handful, so a list is quickest.
#[derive(Debug, Default)]
pub(super) struct Notes {
    slots: Vec<Note>,
    /// Counts changes over all slots; a reader remembers the count that it has seen.
    changes: u64,
}

#[derive(Debug)]
struct Note {
    slot: &'static str,
    changed: u64,
    bytes: Bytes,
}

impl Notes {
    /// Says whether this is news.
    pub(super) fn set(&mut self, slot: &'static str, bytes: Bytes) -> bool {
        let known = self.slots.iter_mut().find(|note| note.slot == slot);
        if known.as_ref().is_some_and(|note| note.bytes == bytes) {
            return false;
        }
        self.changes += 1;
        let changed = self.changes;
        match known {
            Some(note) => (note.changed, note.bytes) = (changed, bytes),
            None => self.slots.push(Note { slot, changed, bytes }),
        }
        true
    }

    /// The values that are newer than `seen`, which moves up to now.
    pub(super) fn newer_than(&self, seen: &mut u64) -> Vec<Bytes> {
        let newer = self.slots.iter().filter(|note| note.changed > *seen);
        let newer = newer.map(|note| note.bytes.clone()).collect();
        *seen = self.changes;
        newer
    }
}
