use serde::Deserialize;

use super::{Action, Caller, opt_out::account};
use crate::{
    domain::{
        AuthorKey, Event, Refusal,
        present::{Present as _, Standing},
    },
    projections::State,
};

/// Grants a request to be left out: what stands is hidden, and nothing more of the account is taken.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfirmOptOut {
    author: AuthorKey,
}

impl Action for ConfirmOptOut {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_moderate()?;
        let request =
            state.requests.of(self.author).ok_or_else(|| Refusal::unknown("request", self.author))?;
        // Its first post may have come since the request, under an id that nobody knew then.
        let known_now = account(state, request.network.as_str(), &request.handle);
        let author = if state.standing(known_now) == Standing::OptedOut { self.author } else { known_now };
        Ok(Event::AuthorOptedOut { author })
    }
}
