//! Finds words for a post: each text once, as long as there are enough.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    beats::session_of,
    library::{self, Foreign, Subject},
    measured::TEXT_CHARS,
    random::Dice,
};

/// So many texts from the top of a deck are compared with the length that is wanted.
const CHOICE: usize = 5;
const TRIES: usize = 12;

pub struct Phrasing {
    subjects: BTreeMap<&'static str, Subject>,
    decks: BTreeMap<&'static str, Vec<String>>,
    tables: BTreeMap<&'static str, Vec<&'static str>>,
    phrases: BTreeMap<&'static str, Vec<&'static str>>,
    foreign: Vec<Foreign>,
    used: BTreeSet<String>,
}

impl Phrasing {
    pub fn new(dice: &mut Dice) -> Self {
        let mut subjects = library::english();
        for subject in subjects.values_mut() {
            dice.shuffle(&mut subject.claims);
        }
        let decks = subjects.iter().map(|(name, subject)| (*name, subject.deck())).collect();
        let mut foreign = library::foreign();
        dice.shuffle(&mut foreign);
        let (tables, phrases) = (library::tables(), library::phrases());
        Self { subjects, decks, tables, phrases, foreign, used: BTreeSet::new() }
    }

    /// A post on a subject, of about a length that posts have.
    pub fn post(&mut self, subject: &str, dice: &mut Dice) -> String {
        let wanted = TEXT_CHARS.at(dice.unit());
        let deck = self.decks.get_mut(subject).expect("each subject has a deck");
        let top = deck.iter().take(CHOICE).enumerate();
        let nearest = top.min_by(|(_, a), (_, b)| distance(a, wanted).total_cmp(&distance(b, wanted)));
        match nearest.map(|(place, _)| place) {
            Some(place) => deck.remove(place),
            None => self.response(subject, dice),
        }
    }

    /// What a table sends, with its number where the text names it.
    pub fn table(&mut self, number: u16, subject: &str, dice: &mut Dice) -> String {
        match self.tables.get_mut(subject).filter(|texts| !texts.is_empty()) {
            Some(texts) => texts.remove(dice.below(texts.len())).replace("{table}", &number.to_string()),
            None => self.post(subject, dice),
        }
    }

    /// A text in this language that fits where somebody would write on the subject.
    pub fn foreign(&mut self, lang: &str, subject: &str) -> Option<Foreign> {
        let fits = |text: &Foreign| {
            text.lang == lang
                && (text.subject == subject
                    || session_of(subject).is_some() && session_of(text.subject) == session_of(subject))
        };
        self.foreign.iter().position(fits).map(|place| self.foreign.remove(place))
    }

    /// An answer to somebody's post on the subject.
    pub fn response(&mut self, subject: &str, dice: &mut Dice) -> String {
        let text =
            (0..TRIES).map(|_| self.try_response(subject, dice)).find(|text| !self.used.contains(text));
        let text = text.unwrap_or_else(|| self.try_response(subject, dice));
        self.used.insert(text.clone());
        text
    }

    fn try_response(&self, subject: &str, dice: &mut Dice) -> String {
        let response = *dice.pick(&self.subjects[subject].responses);
        let openers = if response.ends_with('?') { "asker" } else { "opener" };
        if dice.chance(0.25) || session_of(subject).is_none() {
            response.to_owned()
        } else {
            format!("{} {response}", self.phrase(openers, dice))
        }
    }

    /// A few words or signs of agreement.
    pub fn short(&self, dice: &mut Dice) -> String {
        self.phrase("short", dice).to_owned()
    }

    /// What is worth quoting on a subject: nothing, unless a session speaks of it.
    pub fn claims(&self, subject: &str) -> &[&'static str] {
        if session_of(subject).is_some() { &self.subjects[subject].claims } else { &[] }
    }

    /// Somebody's words with a remark of one's own.
    pub fn quote(&self, words: &str, dice: &mut Dice) -> String {
        format!("“{words}” {}", self.phrase("remark", dice))
    }

    pub fn tail(&self, dice: &mut Dice) -> &'static str {
        self.phrase("tail", dice)
    }

    fn phrase(&self, of: &str, dice: &mut Dice) -> &'static str {
        let phrases = &self.phrases[of];
        phrases[dice.below(phrases.len())]
    }
}

#[expect(clippy::cast_precision_loss, reason = "lengths of posts")]
fn distance(text: &str, wanted: f64) -> f64 {
    (text.chars().count() as f64 - wanted).abs()
}
