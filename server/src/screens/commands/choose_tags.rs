use serde::Deserialize;

use super::{Action, Caller};
use crate::{
    domain::{Event, Refusal, TagRule, present::Present as _},
    projections::State,
};

/// Says with tags and AND, OR, NOT which posts the conference takes from now on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChooseTags {
    rule: String,
}

impl Action for ChooseTags {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_organise()?;
        let rule: TagRule = self.rule.parse().map_err(|why| Refusal::invalid("rule", format!("{why}")))?;
        if state.conference().rule.as_ref() == Some(&rule) {
            return Err(caller.nothing_to_do(state));
        }
        Ok(Event::TagRuleChosen { rule })
    }
}
