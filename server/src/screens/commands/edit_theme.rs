use serde::Deserialize;

use super::{
    Action, Caller, body, caller,
    start_theme::{SUMMARY_LIMIT, TITLE_LIMIT},
};
use crate::{
    domain::{Event, Refusal, Seq, ThemeId},
    projections::State,
};

/// Writes title and summary anew.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditTheme {
    theme: ThemeId,
    title: String,
    summary: Option<String>,
    /// The theme's `data-version` that the writer saw.
    #[serde(default, deserialize_with = "body::number")]
    expect: Option<u64>,
}

impl Action for EditTheme {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_facilitate(&self.theme.session)?;
        let theme = caller::theme(state, &self.theme)?;
        Refusal::unless_current(self.expect.map(Seq), theme.written())?;
        let title = body::filled("title", &self.title, TITLE_LIMIT)?;
        let summary = self.summary.as_deref().map(|text| body::filled("summary", text, SUMMARY_LIMIT)).transpose()?;
        if title == theme.title && summary == theme.summary {
            return Err(Refusal::Already(theme.edited.clone()));
        }
        Ok(Event::ThemeEdited { theme: self.theme.clone(), title, summary })
    }
}
