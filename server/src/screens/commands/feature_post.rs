use serde::Deserialize;

use super::{Action, Caller, caller, show_post::decided};
use crate::{
    domain::{Event, PostKey, Refusal, SessionId, Verdict},
    projections::State,
};

/// Puts a post on the session's walls until it is released. Featuring a post shows it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeaturePost {
    session: SessionId,
    post: PostKey,
}

impl Action for FeaturePost {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_facilitate(&self.session)?;
        caller::session(state, &self.session)?;
        let placed = caller::post(state, self.post)?;
        let post = placed.key();
        if state.content.walls.features(&self.session, post) {
            return Err(Refusal::Already(decided(placed)));
        }
        let shows = placed.verdict != Verdict::Shown;
        Ok(Event::PostFeatured { session: self.session.clone(), post, shows })
    }
}
