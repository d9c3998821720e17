use serde::Deserialize;

use super::{Action, Caller, body};
use crate::{
    domain::{Event, Refusal},
    projections::State,
};

/// Says which languages are taken without a look; posts in others wait for a person. None: all are taken.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetLanguages {
    #[serde(default, deserialize_with = "body::several")]
    languages: Vec<String>,
}

impl Action for SetLanguages {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_organise()?;
        let languages: Vec<String> = self.languages.iter().map(|language| language.to_lowercase()).collect();
        if let Some(odd) = languages.iter().find(|language| !is_primary(language)) {
            let why = format!("{odd} is no language. Write tags of two or three letters, such as en or fr.");
            return Err(Refusal::invalid("languages", why));
        }
        if state.programme.rules.languages() == languages {
            return Err(caller.nothing_to_do(state));
        }
        Ok(Event::LanguagesSet { languages })
    }
}

fn is_primary(language: &str) -> bool {
    (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase())
}
