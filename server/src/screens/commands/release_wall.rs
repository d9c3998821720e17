use serde::Deserialize;

use super::{Action, Caller, caller};
use crate::{
    domain::{Event, Refusal, SessionId},
    projections::State,
};

/// Lets posts arrive on held walls again, at the usual pace.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseWall {
    session: SessionId,
}

impl Action for ReleaseWall {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_run(&self.session)?;
        caller::session(state, &self.session)?;
        match state.content.walls.wall(&self.session).mode.held {
            Some(_) => Ok(Event::WallReleased { session: self.session.clone() }),
            None => Err(caller.nothing_to_do(state)),
        }
    }
}
