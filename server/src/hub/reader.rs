//! One screen's place in a ring.

use std::sync::Arc;

use bytes::Bytes;
use tokio::sync::watch;

use super::ring::Ring;
use crate::domain::Seq;

/// A cursor. It counts as present until it is dropped.
///
/// A writer places it ([`resume`](Self::resume), else [`reset`](Self::reset)), then goes round: write what has
/// [`gathered`](Self::gathered), and when that is nothing wait until something has [`changed`](Self::changed).
#[derive(Debug)]
pub struct Reader {
    ring: Arc<Ring>,
    cursor: Seq,
    notes_seen: u64,
    moved: watch::Receiver<()>,
}

/// What there is for a reader.
#[derive(Debug, PartialEq, Eq)]
pub enum Gathered {
    /// All messages since the last time, in order, then the notes that are new. Both may be empty.
    Some { messages: Vec<Bytes>, notes: Vec<Bytes> },
    /// The ring no longer holds all that the reader misses: it needs resets.
    Fallen,
}

impl Reader {
    pub(super) fn new(ring: &Arc<Ring>) -> Self {
        ring.presence.enter();
        Self { ring: Arc::clone(ring), cursor: Seq(0), notes_seen: 0, moved: ring.watch() }
    }

    /// Goes on from a screen's own cursor, if the ring holds all that came after it. A number above the head is none
    /// of ours.
    pub fn resume(&mut self, since: Seq) -> bool {
        let held = self.ring.read();
        let can = held.serves(since) && since <= held.head;
        if can {
            self.cursor = since;
        }
        can
    }

    /// The whole picture at `seq` or, where that is at hand, a later one; goes on from there. Rendered once per ring
    /// and number, so `render` must depend on nothing else, and must not ask this ring for resets itself.
    pub fn reset(&mut self, seq: Seq, render: impl FnOnce() -> Bytes) -> Bytes {
        let resets = self.ring.resets(seq, render);
        self.cursor = resets.seq;
        resets.bytes
    }

    /// Takes what is new. The bytes are shared with all other readers.
    pub fn gathered(&mut self) -> Gathered {
        self.moved.mark_unchanged();
        let held = self.ring.read();
        if !held.serves(self.cursor) {
            return Gathered::Fallen;
        }
        let messages = held.above(self.cursor);
        // A picture may be ahead of the ring for a moment, and the cursor never goes back.
        self.cursor = self.cursor.max(held.head);
        Gathered::Some { messages, notes: held.notes.newer_than(&mut self.notes_seen) }
    }

    /// Waits until something has happened since the last [`gathered`](Self::gathered).
    pub async fn changed(&mut self) {
        self.moved.changed().await.expect("the reader keeps its ring, which has the sender");
    }

    /// The number up to which this reader has everything.
    #[must_use]
    pub fn cursor(&self) -> Seq {
        self.cursor
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.ring.presence.leave();
    }
}
