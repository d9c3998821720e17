use serde::Deserialize;

use super::{Action, Caller, caller};
use crate::{
    domain::{Act, Actor, Event, PostKey, Refusal, Verdict},
    projections::{Placed, State},
};

/// Lets a post be seen, in the whole conference.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowPost {
    post: PostKey,
}

impl Action for ShowPost {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_moderate()?;
        let placed = caller::post(state, self.post)?;
        if placed.verdict == Verdict::Shown {
            return Err(Refusal::Already(decided(placed)));
        }
        Ok(Event::PostShown { post: placed.key() })
    }
}

/// Who brought a post to its verdict; a trusted author's post was shown by its arrival.
pub(super) fn decided(placed: &Placed) -> Act {
    let arrival = || Act { by: Actor::System, at: placed.at, seq: placed.seq };
    placed.decided.clone().unwrap_or_else(arrival)
}
