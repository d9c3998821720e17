//! The newest pictures, in memory. What failed is remembered for a while too, so that a wall does not ask again and again.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::Picture;
use crate::clock::steady;

/// What the cache may hold, in bytes.
const SIZE: usize = 64 * 1_024 * 1_024;
/// Entries beside: failures take no bytes.
const COUNT: usize = 2_000;
/// How long a failure stands, in milliseconds.
const FAILED: i64 = 60_000;

#[derive(Default)]
pub(super) struct Cache(Mutex<Held>);

#[derive(Default)]
struct Held {
    pictures: HashMap<String, (Option<Picture>, i64)>,
    /// Oldest first.
    order: VecDeque<String>,
    bytes: usize,
}

impl Cache {
    /// A picture, or that there is none; `None` where nothing is known.
    pub(super) fn get(&self, url: &str) -> Option<Option<Picture>> {
        let held = self.held();
        let (picture, at) = held.pictures.get(url)?;
        let stands = picture.is_some() || steady() - at < FAILED;
        stands.then(|| picture.clone())
    }

    pub(super) fn put(&self, url: String, picture: Option<Picture>) {
        let mut held = self.held();
        held.bytes += size(picture.as_ref());
        match held.pictures.insert(url.clone(), (picture, steady())) {
            Some((before, _)) => held.bytes -= size(before.as_ref()),
            None => held.order.push_back(url),
        }
        while held.bytes > SIZE || held.order.len() > COUNT {
            let Some(oldest) = held.order.pop_front() else { break };
            if let Some((picture, _)) = held.pictures.remove(&oldest) {
                held.bytes -= size(picture.as_ref());
            }
        }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn size(picture: Option<&Picture>) -> usize {
    picture.map_or(0, |picture| picture.bytes.len())
}
