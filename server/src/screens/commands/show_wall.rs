use serde::Deserialize;

use super::{Action, Caller, caller};
use crate::{
    domain::{Event, Refusal, SessionId},
    projections::State,
};

/// Brings a cleared wall back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowWall {
    session: SessionId,
}

impl Action for ShowWall {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_run(&self.session)?;
        caller::session(state, &self.session)?;
        match state.content.walls.wall(&self.session).mode.cleared {
            Some(_) => Ok(Event::WallShown { session: self.session.clone() }),
            None => Err(caller.nothing_to_do(state)),
        }
    }
}
