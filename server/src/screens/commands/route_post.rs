use serde::Deserialize;

use super::{Action, Caller, caller, show_post::decided};
use crate::{
    domain::{Event, PostKey, Refusal, SessionId},
    projections::State,
};

/// Says by hand which sessions a post belongs to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoutePost {
    post: PostKey,
    sessions: Vec<SessionId>,
}

impl Action for RoutePost {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_moderate()?;
        let placed = caller::post(state, self.post)?;
        for session in &self.sessions {
            caller::session(state, session)?;
        }
        let mut sessions = self.sessions.clone();
        sessions.sort();
        sessions.dedup();
        if sessions == placed.sessions {
            return Err(Refusal::Already(decided(placed)));
        }
        Ok(Event::PostRouted { post: placed.key(), sessions })
    }
}
