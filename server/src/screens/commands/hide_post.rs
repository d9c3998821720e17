use serde::Deserialize;

use super::{Action, Caller, body, caller, show_post::decided};
use crate::{
    domain::{Event, PostKey, Refusal, Verdict},
    projections::State,
};

/// Takes a post from every wall and board, in the whole conference.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HidePost {
    post: PostKey,
    why: Option<String>,
}

impl Action for HidePost {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_moderate()?;
        let placed = caller::post(state, self.post)?;
        if placed.verdict == Verdict::Hidden {
            return Err(Refusal::Already(decided(placed)));
        }
        let why = self.why.as_deref().map(|why| body::filled("why", why, 200)).transpose()?;
        Ok(Event::PostHidden { post: placed.key(), why })
    }
}
