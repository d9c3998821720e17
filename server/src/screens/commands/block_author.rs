use serde::Deserialize;

use super::{Action, Caller, body, caller, show_post::decided};
use crate::{
    domain::{Event, PostKey, Refusal, present::Present as _, present::Standing},
    projections::State,
};

/// Hides everything of a post's author, in the whole conference, now and later.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockAuthor {
    post: PostKey,
    why: Option<String>,
}

impl Action for BlockAuthor {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_moderate()?;
        let placed = caller::post(state, self.post)?;
        let author = placed.post.author_key();
        if state.standing(author) == Standing::Blocked {
            return Err(Refusal::Already(decided(placed)));
        }
        let why = self.why.as_deref().map(|why| body::filled("why", why, 200)).transpose()?;
        Ok(Event::AuthorBlocked { author, why })
    }
}
