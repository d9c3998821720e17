use serde::Deserialize;

use super::{Action, Caller, caller, show_post::decided};
use crate::{
    domain::{Event, PostKey, Refusal, SessionId},
    projections::State,
};

/// Releases a featured post: it leaves the wall when its turn is over, as every other.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnfeaturePost {
    session: SessionId,
    post: PostKey,
}

impl Action for UnfeaturePost {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_facilitate(&self.session)?;
        let placed = caller::post(state, self.post)?;
        let post = placed.key();
        if !state.content.walls.features(&self.session, post) {
            return Err(Refusal::Already(decided(placed)));
        }
        Ok(Event::PostUnfeatured { session: self.session.clone(), post })
    }
}
