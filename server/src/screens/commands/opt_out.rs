use serde::Deserialize;

use super::{Action, Caller, body};
use crate::{
    domain::{
        AuthorKey, Event, Network, Refusal,
        present::{Present as _, Standing},
        text::NAME_LIMIT,
    },
    projections::State,
};

/// Requests that may wait at a time. Nobody reads more, and whoever sends more means harm.
const WAITING_LIMIT: usize = 500;
/// Longest name of a network, in characters.
const NETWORK_LIMIT: usize = 40;

/// Asks that nothing of an account be taken. Anybody may ask: a facilitator looks at it first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptOut {
    network: String,
    handle: String,
    reason: Option<String>,
}

impl Action for OptOut {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        let network = body::filled("network", &self.network, NETWORK_LIMIT)?.to_lowercase();
        let handle = body::filled("handle", &self.handle, NAME_LIMIT)?;
        if network == Network::ROOM {
            return Err(Refusal::invalid(
                "network",
                "Take back what was said with the form by its private link.",
            ));
        }
        if state.requests.len() >= WAITING_LIMIT {
            return Err(Refusal::Unavailable("too many requests wait for an answer".into()));
        }
        let author = account(state, &network, &handle);
        if state.requests.of(author).is_some() || state.standing(author) == Standing::OptedOut {
            return Err(caller.nothing_to_do(state));
        }
        let reason = self.reason.as_deref().map(|reason| body::filled("reason", reason, 200)).transpose()?;
        Ok(Event::OptOutAsked { author, network: network.as_str().into(), handle, reason })
    }
}

/// The account of a handle: as its posts name it, where some are here, else by the handle alone.
pub(super) fn account(state: &State, network: &str, handle: &str) -> AuthorKey {
    let bare = |handle: &str| handle.trim().trim_start_matches('@').to_lowercase();
    let handle_of = |post: &crate::domain::Post| bare(&post.author.handle);
    let wanted = bare(handle);
    let mut posts = state.content.posts.iter().map(|placed| &placed.post);
    let known = posts.find(|post| post.network.as_str() == network && handle_of(post) == wanted);
    known.map_or_else(|| AuthorKey::of_handle(network, handle), |post| post.author_key())
}
