use serde::Deserialize;

use super::{Action, Caller, caller, show_post::decided};
use crate::{
    domain::{Event, PostKey, Refusal, present::Present as _, present::Standing},
    projections::State,
};

/// Shows later posts of a post's author without a look, unless something in them asks for one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrustAuthor {
    post: PostKey,
}

impl Action for TrustAuthor {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_moderate()?;
        let placed = caller::post(state, self.post)?;
        let author = placed.post.author_key();
        match state.standing(author) {
            Standing::Trusted => Err(Refusal::Already(decided(placed))),
            Standing::OptedOut => Err(Refusal::NotAllowed("This author asked to be left out.".into())),
            Standing::Neutral | Standing::Blocked => Ok(Event::AuthorTrusted { author }),
        }
    }
}
