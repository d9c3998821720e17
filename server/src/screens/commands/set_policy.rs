use serde::Deserialize;

use super::{Action, Caller, caller};
use crate::{
    domain::{Event, Policy, Refusal, SessionId},
    projections::State,
};

/// Says whether a session's walls show only reviewed posts, or new ones too.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetPolicy {
    session: SessionId,
    policy: Policy,
}

impl Action for SetPolicy {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_facilitate(&self.session)?;
        if caller::session(state, &self.session)?.policy == self.policy {
            return Err(caller.nothing_to_do(state));
        }
        Ok(Event::PolicySet { session: self.session.clone(), policy: self.policy })
    }
}
