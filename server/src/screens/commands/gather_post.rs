use serde::Deserialize;

use super::{Action, Caller, caller, show_post::decided};
use crate::{
    domain::{Event, Gathered, PostKey, Refusal, SessionId, ThemeId, Verdict},
    projections::{Placed, State},
};

/// Puts a post into a theme; it leaves the one it stood in. Gathering a post shows it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GatherPost {
    theme: ThemeId,
    post: PostKey,
}

impl Action for GatherPost {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_facilitate(&self.theme.session)?;
        let theme = caller::theme(state, &self.theme)?;
        let placed = caller::post(state, self.post)?;
        if theme.posts.contains(&placed.key()) {
            return Err(Refusal::Already(decided(placed)));
        }
        let gathered = gathered(state, &self.theme.session, placed);
        Ok(Event::PostGathered { theme: self.theme.clone(), gathered })
    }
}

pub(super) fn gathered(state: &State, session: &SessionId, placed: &Placed) -> Gathered {
    let post = placed.key();
    let from = state.content.boards.theme_of(session, post).map(|theme| theme.id.clone());
    Gathered { post, from, shows: placed.verdict != Verdict::Shown }
}
