use serde::Deserialize;

use super::{Action, Caller, body, caller};
use crate::{
    domain::{Event, Refusal, Review, ThemeId},
    projections::State,
};

/// What the chair does with a pinned theme: discuss it now, mark it discussed, park it, send it back with a word.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewPin {
    theme: ThemeId,
    review: Review,
    /// For the facilitators, when it is sent back.
    words: Option<String>,
}

impl Action for ReviewPin {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_chair(&self.theme.session)?;
        let theme = caller::theme(state, &self.theme)?;
        let Some(pin) = &theme.pin else {
            return Err(Refusal::invalid("theme", "This theme is still a draft: it is not on the board yet."));
        };
        if pin.review == self.review {
            return Err(Refusal::Already(pin.since.clone()));
        }
        let words = self.words.as_deref().map(|words| body::filled("words", words, 200)).transpose()?;
        if self.review == Review::SentBack && words.is_none() {
            return Err(Refusal::invalid("words", "Write a word to the facilitators: what is missing?"));
        }
        Ok(Event::PinReviewed { theme: self.theme.clone(), review: self.review, words })
    }
}
