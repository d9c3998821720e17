use serde::Deserialize;

use super::{Action, Caller, caller};
use crate::{
    domain::{Event, Refusal, SessionId},
    projections::State,
};

/// Takes an announcement down.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndAnnouncement {
    session: SessionId,
}

impl Action for EndAnnouncement {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_run(&self.session)?;
        caller::session(state, &self.session)?;
        match state.content.walls.wall(&self.session).mode.announcement {
            Some(_) => Ok(Event::AnnouncementEnded { session: self.session.clone() }),
            None => Err(caller.nothing_to_do(state)),
        }
    }
}
