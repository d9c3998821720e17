//! The written texts, by subject.

use std::collections::BTreeMap;

const ENGLISH: [&str; 8] = [
    include_str!("texts/plenary.txt"),
    include_str!("texts/learning.txt"),
    include_str!("texts/scholarship.txt"),
    include_str!("texts/ethics.txt"),
    include_str!("texts/accounts.txt"),
    include_str!("texts/platforms.txt"),
    include_str!("texts/closing.txt"),
    include_str!("texts/chatter.txt"),
];
const TABLES: &str = include_str!("texts/tables.txt");
const PHRASES: &str = include_str!("texts/phrases.txt");
const LANGUAGES: [&str; 8] = [
    include_str!("texts/languages/german.txt"),
    include_str!("texts/languages/french.txt"),
    include_str!("texts/languages/spanish.txt"),
    include_str!("texts/languages/nordic.txt"),
    include_str!("texts/languages/dutch.txt"),
    include_str!("texts/languages/portuguese.txt"),
    include_str!("texts/languages/semitic.txt"),
    include_str!("texts/languages/asian.txt"),
];

/// What is written on one subject.
#[derive(Debug, Default)]
pub struct Subject {
    /// Whole posts.
    pub claims: Vec<&'static str>,
    /// First halves of posts: what somebody does or saw.
    situations: Vec<&'static str>,
    /// Second halves: what came of it. Each fits each situation.
    judgements: Vec<&'static str>,
    /// Answers that fit anything on the subject.
    pub responses: Vec<&'static str>,
}

impl Subject {
    fn add(&mut self, line: &'static str) {
        let (kind, text) = line.split_at(2);
        match kind {
            ". " => self.claims.push(text),
            "a " => self.situations.push(text),
            "b " => self.judgements.push(text),
            "r " => self.responses.push(text),
            _ => unreachable!("a line of a text file starts with its kind: {line}"),
        }
    }

    /// Claims and pairs of halves in turn; a half comes back as late as possible.
    pub fn deck(&self) -> Vec<String> {
        let rounds = 0..self.judgements.len();
        let mut pairs = rounds.flat_map(|round| {
            self.situations.iter().enumerate().map(move |(n, situation)| {
                format!("{situation} {}", self.judgements[(n + round) % self.judgements.len()])
            })
        });
        let mut deck = Vec::new();
        for claim in &self.claims {
            deck.push((*claim).to_owned());
            deck.extend(pairs.next());
        }
        deck.extend(pairs);
        deck
    }
}

/// A text in another language than English.
pub struct Foreign {
    pub lang: &'static str,
    pub subject: &'static str,
    pub text: &'static str,
}

pub fn english() -> BTreeMap<&'static str, Subject> {
    ENGLISH.iter().flat_map(|file| parts(file)).map(|(name, lines)| (name, subject(&lines))).collect()
}

fn subject(lines: &[&'static str]) -> Subject {
    let mut subject = Subject::default();
    lines.iter().for_each(|line| subject.add(line));
    subject
}

/// What tables send from the room, by subject.
pub fn tables() -> BTreeMap<&'static str, Vec<&'static str>> {
    let parts = parts(TABLES).into_iter();
    parts.map(|(name, lines)| (name, lines.iter().map(|line| &line[2..]).collect())).collect()
}

/// Openers, remarks, short answers and tails.
pub fn phrases() -> BTreeMap<&'static str, Vec<&'static str>> {
    parts(PHRASES).into_iter().collect()
}

pub fn foreign() -> Vec<Foreign> {
    let lines = LANGUAGES.iter().flat_map(|file| file.lines());
    let texts = lines.map(|line| {
        let mut words = line.splitn(3, ' ');
        let mut word = || words.next().expect("a line has a language, a subject and a text");
        Foreign { lang: word(), subject: word(), text: word() }
    });
    texts.collect()
}

/// The parts of a file that start with `= name`.
fn parts(file: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let mut parts: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in file.lines().filter(|line| !line.is_empty()) {
        match (line.strip_prefix("= "), parts.last_mut()) {
            (Some(name), _) => parts.push((name, Vec::new())),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => unreachable!("a text file starts with a part"),
        }
    }
    parts
}
