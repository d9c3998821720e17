use serde::Deserialize;

use super::{Action, Caller, body, caller};
use crate::{
    domain::{Event, Refusal, SessionId},
    projections::State,
};

/// Says how many cards of one author may stand on the session's walls at a time.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetAuthorCap {
    session: SessionId,
    #[serde(default, deserialize_with = "body::number")]
    cap: Option<u8>,
}

impl Action for SetAuthorCap {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_facilitate(&self.session)?;
        caller::session(state, &self.session)?;
        let cap = self.cap.filter(|cap| (1..=20).contains(cap));
        let cap = cap.ok_or_else(|| Refusal::invalid("cap", "Choose a number from 1 to 20."))?;
        if state.content.walls.wall(&self.session).mode.author_cap == cap {
            return Err(caller.nothing_to_do(state));
        }
        Ok(Event::AuthorCapSet { session: self.session.clone(), cap })
    }
}
