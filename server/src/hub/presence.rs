//! Who reads a ring, and whether anybody has of late.

use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};

/// How long a ring goes on without a reader, in milliseconds: a screen that reloads finds its ring again.
const LINGERS: i64 = 60_000;

/// Readers cannot tell the time when they leave, so they leave a mark and the next sweep dates it.
#[derive(Debug)]
pub(super) struct Presence {
    readers: AtomicUsize,
    read_since_sweep: AtomicBool,
    last_read: AtomicI64,
}

impl Presence {
    pub(super) fn new() -> Self {
        Self { readers: 0.into(), read_since_sweep: true.into(), last_read: 0.into() }
    }

    pub(super) fn enter(&self) {
        self.readers.fetch_add(1, Ordering::AcqRel);
        self.read_since_sweep.store(true, Ordering::Release);
    }

    pub(super) fn leave(&self) {
        self.read_since_sweep.store(true, Ordering::Release);
        self.readers.fetch_sub(1, Ordering::AcqRel);
    }

    pub(super) fn count(&self) -> usize {
        self.readers.load(Ordering::Acquire)
    }

    /// Whether somebody reads, or did so within the last minute. Only a sweep asks.
    pub(super) fn is_recent(&self, now: i64) -> bool {
        let reads = self.count() > 0;
        if self.read_since_sweep.swap(false, Ordering::AcqRel) || reads {
            self.last_read.store(now, Ordering::Release);
        }
        now - self.last_read.load(Ordering::Acquire) < LINGERS
    }
}
