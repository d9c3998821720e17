//! Hands what changed to every screen, without a queue per screen.
//!
//! A *ring* holds the newest messages for one kind of screen, encoded once. A screen is a [`Reader`]: a cursor into
//! the ring that is woken when the head moves. So a slow screen costs no memory and holds up nobody; when it has
//! fallen off the ring it is told so and gets resets, the whole picture at one number.
//!
//! The hub stores opaque bytes. It knows no wire format, no roles and no clock.

mod limits;
mod notes;
mod presence;
mod reader;
mod ring;

#[cfg(test)]
mod tests;

pub use limits::Limits;
pub use reader::{Gathered, Reader};

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use bytes::Bytes;
use dashmap::DashMap;

use crate::domain::Seq;
use ring::Ring;

/// All that one entry changed for one ring, encoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub seq: Seq,
    pub bytes: Bytes,
}

/// The rings, by what tells screens apart: the server takes audience, session and language.
pub struct Hub<K> {
    rings: DashMap<K, Arc<Ring>>,
    /// Held while a batch goes out and while a ring is opened, so that every ring stands where the next batch
    /// begins. Reading never takes it.
    head: Mutex<Seq>,
    limits: Limits,
}

impl<K: Eq + Hash + Clone> Hub<K> {
    /// A hub without rings, at the head of the log.
    #[must_use]
    pub fn new(head: Seq, limits: Limits) -> Self {
        Self { rings: DashMap::new(), head: Mutex::new(head), limits }
    }

    /// A new reader of this ring. The first one opens it.
    #[must_use]
    pub fn reader(&self, key: K) -> Reader {
        // The reader is counted while the map's guard is held, so that no ring is retired under it.
        if let Some(ring) = self.rings.get(&key) {
            return Reader::new(&ring);
        }
        let head = self.head();
        Reader::new(self.rings.entry(key).or_insert_with(|| Arc::new(Ring::new(*head, self.limits))).value())
    }

    /// How many readers this ring has now.
    #[must_use]
    pub fn readers(&self, key: &K) -> usize {
        self.rings.get(key).map_or(0, |ring| ring.presence.count())
    }

    /// The rings that want messages. Retires those that nobody has read for a minute; `now` is in milliseconds.
    #[must_use]
    pub fn wanted(&self, now: i64) -> Vec<K> {
        let mut wanted = Vec::new();
        self.rings.retain(|key, ring| {
            let stays = ring.presence.is_recent(now);
            if stays {
                wanted.push(key.clone());
            }
            stays
        });
        wanted
    }

    /// Moves every ring to `head`. The batch has a key for each ring that was rendered, also where nothing changed,
    /// and for each of these all messages since the last call. A ring that was opened after rendering had begun is
    /// not among them: it begins anew at `head`, and readers that stand below get resets instead of a hole.
    pub fn publish(&self, head: Seq, mut batch: HashMap<K, Vec<Message>>) {
        let mut current = self.head();
        *current = head;
        for ring in &self.rings {
            match batch.remove(ring.key()) {
                Some(messages) => ring.extend(head, messages),
                None => ring.begin_at(head),
            }
        }
    }

    /// Puts a value into a slot beside the ring, in place of the slot's last one. Nothing happens while nobody reads
    /// the ring: whoever opens it next gets the slot's next value.
    pub fn note(&self, key: &K, slot: &'static str, bytes: Bytes) {
        if let Some(ring) = self.rings.get(key) {
            ring.note(slot, bytes);
        }
    }

    /// Lets go of all messages below `before` that contain `needle`, and of resets from that time: withdrawn content
    /// stays in no ring. Readers that have not read so far yet get resets.
    pub fn forget(&self, needle: &str, before: Seq) {
        for ring in &self.rings {
            ring.forget(needle, before);
        }
    }

    fn head(&self) -> MutexGuard<'_, Seq> {
        self.head.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
