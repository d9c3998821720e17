//! Requests of people who want no part in it, until a facilitator confirms them.

use imbl::OrdMap;
use serde::Serialize;

use crate::domain::{At, AuthorKey, Entry, Event, Network};

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Requests(OrdMap<AuthorKey, Request>);

/// Somebody asked that nothing of an account be taken.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Request {
    pub network: Network,
    pub handle: String,
    pub reason: Option<String>,
    pub at: At,
}

impl Requests {
    #[must_use]
    pub fn of(&self, author: AuthorKey) -> Option<&Request> {
        self.0.get(&author)
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The oldest first.
    #[must_use]
    pub fn in_order(&self) -> Vec<(AuthorKey, &Request)> {
        let mut requests: Vec<_> = self.0.iter().map(|(author, request)| (*author, request)).collect();
        requests.sort_by_key(|(author, request)| (request.at, *author));
        requests
    }

    pub(super) fn apply(&mut self, entry: &Entry) {
        match &entry.event {
            Event::OptOutAsked { author, network, handle, reason } => {
                let (network, handle, reason) = (network.clone(), handle.clone(), reason.clone());
                self.0.insert(*author, Request { network, handle, reason, at: entry.at });
            }
            Event::AuthorOptedOut { author } => {
                self.0.remove(author);
            }
            _ => {}
        }
    }
}
