use serde::Deserialize;

use super::{Action, Caller, caller};
use crate::{
    domain::{Event, Refusal, SessionId},
    projections::State,
};

/// Cuts a session's walls to a calm slide. Doing it twice is done once.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClearWall {
    session: SessionId,
}

impl Action for ClearWall {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_run(&self.session)?;
        caller::session(state, &self.session)?;
        match state.content.walls.wall(&self.session).mode.cleared {
            Some(act) => Err(Refusal::Already(act)),
            None => Ok(Event::WallCleared { session: self.session.clone() }),
        }
    }
}
