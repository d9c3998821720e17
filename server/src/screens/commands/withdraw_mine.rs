use serde::Deserialize;

use super::{Action, Caller};
use crate::{
    domain::{Event, Network, PostKey, Refusal},
    projections::State,
};

/// Takes back what was said with the form. Whoever holds the private link may do it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawMine {
    token: String,
}

impl Action for WithdrawMine {
    fn decide(&self, state: &State, _: &Caller) -> Result<Event, Refusal> {
        let post = PostKey::of(Network::ROOM, &self.token);
        let posts = &state.content.posts;
        match posts.get(post) {
            Some(_) => Ok(Event::PostWithdrawn { post }),
            None if posts.is_withdrawn(post) => Err(Refusal::Withdrawn { what: "This post" }),
            None => Err(Refusal::NotAllowed("This private link is not known here.".into())),
        }
    }
}
