use serde::Deserialize;

use super::{Action, Caller, caller};
use crate::{
    domain::{Event, Refusal, SessionId},
    projections::State,
};

/// Stops arrivals on a session's walls; hidden and withdrawn posts still leave.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoldWall {
    session: SessionId,
}

impl Action for HoldWall {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_run(&self.session)?;
        caller::session(state, &self.session)?;
        match state.content.walls.wall(&self.session).mode.held {
            Some(act) => Err(Refusal::Already(act)),
            None => Ok(Event::WallHeld { session: self.session.clone() }),
        }
    }
}
