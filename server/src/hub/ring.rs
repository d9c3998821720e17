//! The newest messages for one kind of screen.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard},
};

use bytes::Bytes;
use tokio::sync::watch;

use super::{Limits, Message, notes::Notes, presence::Presence};
use crate::domain::Seq;

/// Shared by all screens of one kind. Its locks are held for as long as it takes to count references, and none is
/// touched while nothing happens.
#[derive(Debug)]
pub(super) struct Ring {
    held: RwLock<Held>,
    resets: Mutex<Option<Resets>>,
    moved: watch::Sender<()>,
    pub(super) presence: Presence,
    limits: Limits,
}

/// Every message above `base` up to and with `head` is here.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) base: Seq,
    pub(super) head: Seq,
    messages: VecDeque<Message>,
    bytes: usize,
    pub(super) notes: Notes,
}

/// The whole picture at one number.
#[derive(Clone, Debug)]
pub(super) struct Resets {
    pub(super) seq: Seq,
    pub(super) bytes: Bytes,
}

impl Ring {
    pub(super) fn new(head: Seq, limits: Limits) -> Self {
        let held = Held { base: head, head, messages: VecDeque::new(), bytes: 0, notes: Notes::default() };
        Self {
            held: RwLock::new(held),
            resets: Mutex::new(None),
            moved: watch::Sender::new(()),
            presence: Presence::new(),
            limits,
        }
    }

    pub(super) fn read(&self) -> RwLockReadGuard<'_, Held> {
        self.held.read().expect("no change of a ring panics")
    }

    pub(super) fn watch(&self) -> watch::Receiver<()> {
        self.moved.subscribe()
    }

    pub(super) fn extend(&self, head: Seq, messages: Vec<Message>) {
        self.change(|held| held.extend(head, messages, self.limits));
    }

    pub(super) fn begin_at(&self, head: Seq) {
        self.change(|held| {
            held.let_go(held.messages.len());
            (held.base, held.head) = (head, head);
        });
    }

    pub(super) fn note(&self, slot: &'static str, bytes: Bytes) {
        let is_news = self.held.write().expect("no change of a ring panics").notes.set(slot, bytes);
        if is_news {
            self.moved.send_replace(());
        }
    }

    pub(super) fn forget(&self, needle: &str, before: Seq) {
        self.resets_guard().take_if(|resets| resets.seq < before);
        self.change(|held| held.forget(needle, before));
    }

    /// The picture at `seq` or later. Whoever comes first renders it; the others wait for that and share it.
    pub(super) fn resets(&self, seq: Seq, render: impl FnOnce() -> Bytes) -> Resets {
        let mut cached = self.resets_guard();
        match &*cached {
            Some(resets) if resets.seq >= seq => resets.clone(),
            _ => cached.insert(Resets { seq, bytes: render() }).clone(),
        }
    }

    /// Rendering that panics leaves the last picture in place, which is a good one.
    fn resets_guard(&self) -> MutexGuard<'_, Option<Resets>> {
        self.resets.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut Held)) {
        change(&mut self.held.write().expect("no change of a ring panics"));
        self.moved.send_replace(());
    }
}

impl Held {
    /// Whether everything after this number can be given.
    pub(super) fn serves(&self, cursor: Seq) -> bool {
        self.base <= cursor
    }

    pub(super) fn above(&self, cursor: Seq) -> Vec<Bytes> {
        let first = self.messages.partition_point(|message| message.seq <= cursor);
        self.messages.range(first..).map(|message| message.bytes.clone()).collect()
    }

    fn extend(&mut self, head: Seq, messages: Vec<Message>, limits: Limits) {
        self.bytes += messages.iter().map(|message| message.bytes.len()).sum::<usize>();
        self.messages.extend(messages);
        self.head = head;
        while self.messages.len() > limits.messages || self.bytes > limits.bytes {
            self.let_go(1);
        }
    }

    fn forget(&mut self, needle: &str, before: Seq) {
        let older = self.messages.partition_point(|message| message.seq < before);
        let found = self.messages.range(..older).rposition(|message| contains(&message.bytes, needle));
        if let Some(last) = found {
            self.let_go(last + 1);
        }
    }

    /// Drops the oldest messages and puts the base where they ended.
    fn let_go(&mut self, count: usize) {
        for message in self.messages.drain(..count) {
            self.base = message.seq;
            self.bytes -= message.bytes.len();
        }
    }
}

/// Messages are text nearly always, where the search of the standard library is the fast one.
fn contains(bytes: &[u8], needle: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(needle)
}
