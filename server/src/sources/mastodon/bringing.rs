//! From what a server wrote to what the conference takes, whichever way it came.

use std::sync::{Arc, Mutex};

use super::{
    super::{Found, Outlet, Stopped},
    ids::Ids,
    map::{self, Here, Unfit},
    status::Status,
    versions::Versions,
};
use crate::domain::{At, Network, Post, PostKey};

/// Brings one server's posts, and knows its numbers.
pub(super) struct Bringing {
    outlet: Outlet,
    here: Here,
    versions: Arc<Versions>,
    ids: Mutex<Ids>,
}

/// What a status means to the conference.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// Nothing, where it is known, unwanted or unreadable.
    pub found: Option<Found>,
    /// When it was written, for a post that this source had not seen before.
    pub new_since: Option<At>,
}

impl Bringing {
    pub(super) fn new(outlet: Outlet, here: Here, versions: Arc<Versions>) -> Self {
        Self { outlet, here, versions, ids: Mutex::default() }
    }

    /// Reads a status in JSON.
    pub(super) fn read(&self, written: &[u8]) -> Seen {
        let status: Status = match serde_json::from_slice(written) {
            Ok(status) => status,
            Err(error) => {
                self.outlet.dropped(&format!("a status: {error}"));
                return Seen::default();
            }
        };
        let post = map::post(&status, &self.here, &self.ids(), self.outlet.now());
        match post {
            Ok(post) => self.seen(&status, post),
            Err(Unfit::Unwanted) => Seen { found: self.unwanted(&status.uri), new_since: None },
            Err(Unfit::Unreadable(why)) => {
                self.outlet.dropped(&why);
                Seen::default()
            }
        }
    }

    fn seen(&self, status: &Status, post: Post) -> Seen {
        let mut ids = self.ids();
        if ids.is_deleted(&status.id) {
            // Its delete overtook it. Another server may have brought it, so the conference must know.
            return Seen { found: Some(Found::Withdrawal(post.key())), new_since: None };
        }
        let new_since = ids.learn(&status.id, &status.uri).then_some(post.created_at);
        let edited_at = status.edited_at.as_ref().and_then(|at| at.parse().ok());
        let holds = self.outlet.holdings().holds(post.key());
        let brings = self.versions.brings(&status.uri, edited_at, &self.here.server, holds);
        Seen { found: brings.then(|| Found::Post(Box::new(post))), new_since }
    }

    /// Its author may have changed their mind since it was brought.
    fn unwanted(&self, uri: &str) -> Option<Found> {
        let post = key(uri);
        let believed = self.versions.believes(uri, &self.here.server);
        (believed && self.outlet.holdings().holds(post)).then_some(Found::Withdrawal(post))
    }

    /// The withdrawal of a post that the server calls by this number, where we know which one that is.
    pub(super) fn deleted(&self, id: &str) -> Option<Found> {
        self.ids().delete(id).map(|uri| Found::Withdrawal(key(&uri)))
    }

    /// The numbers of the last posts brought.
    pub(super) fn last(&self, count: usize) -> Vec<String> {
        self.ids().last(count)
    }

    /// Hands it over; returns once it is durable.
    pub(super) async fn bring(&self, found: Vec<Found>, place: Option<String>) -> Result<(), Stopped> {
        match found.is_empty() && place.is_none() {
            true => Ok(()),
            false => self.outlet.bring(found, place).await,
        }
    }

    /// Counts something that cannot be read.
    pub(super) fn dropped(&self, what: &str) {
        self.outlet.dropped(what);
    }

    pub(super) fn now(&self) -> At {
        self.outlet.now()
    }

    fn ids(&self) -> std::sync::MutexGuard<'_, Ids> {
        self.ids.lock().expect("nothing panics while it holds the lock")
    }
}

fn key(uri: &str) -> PostKey {
    PostKey::of(Network::MASTODON, uri)
}
