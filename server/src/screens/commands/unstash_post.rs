use serde::Deserialize;

use super::{Action, Caller, caller, show_post::decided};
use crate::{
    domain::{Event, PostKey, Refusal, SessionId},
    projections::State,
};

/// Takes a post out of a session's stash.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnstashPost {
    session: SessionId,
    post: PostKey,
}

impl Action for UnstashPost {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_facilitate(&self.session)?;
        let placed = caller::post(state, self.post)?;
        if !placed.stashed.contains(&self.session) {
            return Err(Refusal::Already(decided(placed)));
        }
        Ok(Event::PostUnstashed { session: self.session.clone(), post: placed.key() })
    }
}
