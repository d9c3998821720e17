use serde::Deserialize;

use super::{Action, Caller, body, caller};
use crate::{
    domain::{Event, Refusal, Seq, ThemeId},
    projections::State,
};

/// Longest conclusion, in characters: it stands on one card of the report.
const CONCLUSION_LIMIT: usize = 400;

/// Writes what the session concludes from a theme. A facilitator drafts; what the chair writes is accepted, and so is a
/// draft that the chair sends unchanged.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WriteConclusion {
    theme: ThemeId,
    text: String,
    /// The theme's `data-version` that the writer saw.
    #[serde(default, deserialize_with = "body::number")]
    expect: Option<u64>,
}

impl Action for WriteConclusion {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        let login = caller.must_run(&self.theme.session)?;
        let theme = caller::theme(state, &self.theme)?;
        Refusal::unless_current(self.expect.map(Seq), theme.written())?;
        let text = body::filled("text", &self.text, CONCLUSION_LIMIT)?;
        let accepted = login.may_chair(&self.theme.session);
        match &theme.conclusion {
            Some(written) if written.text == text && (written.accepted || !accepted) => {
                Err(Refusal::Already(written.by.clone()))
            }
            Some(written) if written.text == text => Ok(Event::ConclusionAccepted { theme: self.theme.clone() }),
            _ => Ok(Event::ConclusionWritten { theme: self.theme.clone(), text, accepted }),
        }
    }
}
