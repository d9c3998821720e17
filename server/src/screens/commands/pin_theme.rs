use serde::Deserialize;

use super::{Action, Caller, caller};
use crate::{
    domain::{Event, Refusal, Review, ThemeId},
    projections::State,
};

/// Puts a theme on its session's board, where the chair reviews it. A theme that was sent back goes up again.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PinTheme {
    theme: ThemeId,
}

impl Action for PinTheme {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_facilitate(&self.theme.session)?;
        let theme = caller::theme(state, &self.theme)?;
        match &theme.pin {
            Some(pin) if pin.review != Review::SentBack => Err(Refusal::Already(pin.pinned.clone())),
            _ => Ok(Event::ThemePinned { theme: self.theme.clone() }),
        }
    }
}
