use serde::Deserialize;

use super::{Action, Caller, body, caller};
use crate::{
    domain::{At, Event, Refusal, SessionId},
    projections::State,
};

/// Longest announcement, in characters: three lines at the size of the farthest seat.
const TEXT_LIMIT: usize = 140;

/// Puts a paper card over a session's walls until it is taken down or its time is over.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Announce {
    session: SessionId,
    text: String,
    until: Option<String>,
}

impl Action for Announce {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_run(&self.session)?;
        caller::session(state, &self.session)?;
        let text = body::filled("text", &self.text, TEXT_LIMIT)?;
        let until = self.until.as_deref().map(str::parse::<At>).transpose();
        let until = until.map_err(|_| Refusal::invalid("until", "Write the end as a time like 2014-06-26T14:30:00Z."))?;
        if until.is_some_and(|until| until <= caller.at) {
            return Err(Refusal::invalid("until", "That time is over already."));
        }
        Ok(Event::Announced { session: self.session.clone(), text, until })
    }
}
