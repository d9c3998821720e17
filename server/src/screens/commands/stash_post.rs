use serde::Deserialize;

use super::{Action, Caller, caller, show_post::decided};
use crate::{
    domain::{Event, PostKey, Refusal, SessionId},
    projections::State,
};

/// Puts a post aside for later, in one session.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StashPost {
    session: SessionId,
    post: PostKey,
}

impl Action for StashPost {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_facilitate(&self.session)?;
        caller::session(state, &self.session)?;
        let placed = caller::post(state, self.post)?;
        if placed.stashed.contains(&self.session) {
            return Err(Refusal::Already(decided(placed)));
        }
        Ok(Event::PostStashed { session: self.session.clone(), post: placed.key() })
    }
}
