use serde::Deserialize;

use super::{Action, Caller, body};
use crate::{
    domain::{Event, Refusal, text::NAME_LIMIT, word_list::letters_in},
    projections::State,
};

/// Longest list. Its automaton takes some ten megabytes.
const LIMIT: usize = 5_000;

/// Says which words hold a post back. Facilitators may add words; organisers may also take some out.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetWordList {
    #[serde(default, deserialize_with = "body::several")]
    words: Vec<String>,
}

impl Action for SetWordList {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        let standing = state.programme.rules.words().words();
        let takes_some_out = standing.iter().any(|word| !self.words.contains(word));
        if takes_some_out {
            caller.must_organise()?
        } else {
            caller.must_moderate()?
        };
        if self.words.len() > LIMIT {
            return Err(Refusal::invalid("words", format!("The list has more than {LIMIT} words.")));
        }
        if let Some(odd) = self.words.iter().find(|word| !fits(word)) {
            return Err(Refusal::invalid(
                "words",
                format!("{odd} is too short or too long: a word has 2 to 40 letters."),
            ));
        }
        if standing == self.words {
            return Err(caller.nothing_to_do(state));
        }
        Ok(Event::WordListSet { words: self.words.clone() })
    }
}

fn fits(word: &str) -> bool {
    word.len() <= NAME_LIMIT && (2..=40).contains(&letters_in(word))
}
