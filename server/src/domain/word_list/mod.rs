//! Words that hold a post back, and how a text is searched for them: after folding, so that disguises fall, and on the
//! borders of words, so that innocent words that contain one are left alone.

use std::{
    cell::RefCell,
    sync::{Arc, OnceLock},
};

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use serde::{Serialize, Serializer};

use super::{
    Post,
    skeleton::{Gap, Letter, Reading, Skeleton},
};

/// A list of blocked words, prepared once when it is first used and shared by all copies.
#[derive(Clone, Default)]
pub struct WordList(Arc<Prepared>);

#[derive(Default)]
struct Prepared {
    words: Vec<String>,
    search: OnceLock<Search>,
}

/// All words at once, in one automaton.
struct Search {
    automaton: AhoCorasick,
    /// In the automaton's order.
    patterns: Vec<Pattern>,
}

/// A word as it stands in a skeleton.
struct Pattern {
    bytes: Vec<u8>,
    letters: Vec<Letter>,
    count: usize,
    /// Digits alone, such as 1488.
    is_number: bool,
}

/// A word of so many letters seldom becomes another word when one of them is doubled.
const LONG: usize = 5;
/// Shorter words are too common to be looked for with gaps between their letters.
const SHORTEST_SPREAD: usize = 3;

thread_local! {
    static SCRATCH: RefCell<Skeleton> = RefCell::default();
}

impl WordList {
    #[must_use]
    pub fn new(words: Vec<String>) -> Self {
        Self(Arc::new(Prepared { words, search: OnceLock::new() }))
    }

    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.0.words
    }

    /// Whether any of a post's texts has one of the words.
    #[must_use]
    pub fn catches(&self, post: &Post) -> bool {
        self.is_in(|read| post.texts().for_each(read))
    }

    /// Whether a text has one of the words.
    #[must_use]
    pub fn is_in_text(&self, text: &str) -> bool {
        self.is_in(|read| read(text))
    }

    fn is_in(&self, texts: impl Fn(&mut dyn FnMut(&str))) -> bool {
        if self.0.words.is_empty() {
            return false;
        }
        let search = self.0.search.get_or_init(|| Search::prepare(&self.0.words));
        SCRATCH.with_borrow_mut(|skeleton| {
            let mut finds = |reading| {
                skeleton.clear();
                texts(&mut |text| skeleton.read(text, reading));
                (search.finds(skeleton), skeleton.ambiguous)
            };
            let (found, ambiguous) = finds(Reading::First);
            found || ambiguous && finds(Reading::Second).0
        })
    }
}

/// How many letters of a word are left once it is folded: one of fewer than two would hold everything.
#[must_use]
pub fn letters_in(word: &str) -> usize {
    Pattern::of(word).count
}

impl Search {
    fn prepare(words: &[String]) -> Self {
        let patterns: Vec<Pattern> =
            words.iter().flat_map(|word| Pattern::all(word)).filter(|p| p.count > 1).collect();
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::DFA))
            .build(patterns.iter().map(|pattern| &pattern.bytes))
            .expect("a list of words is far smaller than an automaton may be");
        Self { automaton, patterns }
    }

    fn finds(&self, skeleton: &Skeleton) -> bool {
        self.automaton.find_overlapping_iter(&skeleton.bytes).any(|found| {
            self.patterns[found.pattern().as_usize()].stands(&skeleton.letters, found.start(), found.end())
        })
    }
}

impl Pattern {
    fn of(word: &str) -> Self {
        let mut skeleton = Skeleton::default();
        skeleton.read(word, Reading::First);
        Self::made(skeleton.bytes, skeleton.letters)
    }

    fn made(bytes: Vec<u8>, letters: Vec<Letter>) -> Self {
        let count = letters.iter().map(|letter| usize::from(letter.repeats)).sum();
        let is_number = letters.iter().all(|letter| letter.real == 0);
        Self { bytes, letters, count, is_number }
    }

    /// The word, the word in capitals where those are read differently, and the two with double letters spelled out.
    fn all(word: &str) -> Vec<Self> {
        let (lower, upper) = (Self::of(&word.to_lowercase()), Self::of(&word.to_uppercase()));
        let mut all = vec![lower];
        if all[0].bytes != upper.bytes {
            all.push(upper);
        }
        let spelled: Vec<Self> = all.iter().filter_map(Self::spelled).collect();
        all.extend(spelled);
        all
    }

    /// `k i l l` for kill: letters that stand apart are not drawn together.
    fn spelled(&self) -> Option<Self> {
        let is_plain = |letter: &Letter| letter.repeats == 1;
        if self.letters.iter().all(is_plain) || !self.bytes.is_ascii() {
            return None;
        }
        let (mut bytes, mut letters) = (Vec::new(), Vec::new());
        for (byte, letter) in self.bytes.iter().zip(&self.letters) {
            for nth in 0..letter.repeats {
                bytes.push(*byte);
                let gap = if nth == 0 { letter.gap } else { Gap::None };
                letters.push(Letter { gap, repeats: 1, real: letter.real.min(1), ..*letter });
            }
        }
        Some(Self::made(bytes, letters))
    }

    /// Whether what was found is the word, rather than letters of others that happen to follow each other.
    fn stands(&self, text: &[Letter], start: usize, end: usize) -> bool {
        let found = &text[start..end];
        let strict = self.is_number || found[0].link;
        let opens = found[0].gap != Gap::None || start == 0 || !strict && text[start - 1].real == 0;
        let closes = text.get(end).is_none_or(|next| next.gap != Gap::None || !strict && next.real == 0);
        opens && closes && self.is_written_in(found) && self.holds_together(found, strict)
    }

    /// Repeats are as many as the word has, or so many that nobody writes them by mistake.
    fn is_written_in(&self, found: &[Letter]) -> bool {
        let long = self.count >= LONG;
        let enough = |has: u8, needs: u8| has == needs || has > needs && (needs > 1 || has > 2 || long);
        let repeats = found.iter().zip(&self.letters);
        let fits = |(has, needs): (&Letter, &Letter)| {
            enough(has.repeats, needs.repeats) || enough(has.real, needs.repeats)
        };
        repeats.into_iter().all(fits) && self.is_number == found.iter().all(|letter| letter.real == 0)
    }

    /// Gaps inside are spelling it out (`s p a m`, `sp.am`), not the ends of words (`he'll`, `to ad`).
    fn holds_together(&self, found: &[Letter], strict: bool) -> bool {
        let (mut widest, mut pieces, mut piece, mut longest) = (Gap::None, 1, 1, 1);
        for (letter, own) in found.iter().zip(&self.letters).skip(1).filter(|(letter, _)| letter.repeats > 0)
        {
            if letter.gap == Gap::Field {
                return false;
            }
            if letter.gap == Gap::None || own.gap != Gap::None {
                piece += 1;
            } else {
                (widest, pieces, piece) = (widest.max(letter.gap), pieces + 1, 1);
            }
            longest = longest.max(piece);
        }
        if pieces == 1 {
            return true;
        }
        let spread = match widest {
            _ if longest == 1 => true,
            Gap::Sign => true,
            Gap::Space => {
                longest == 2 && pieces > 2 && found.iter().all(|letter| letter.gap != Gap::Apostrophe)
            }
            _ => false,
        };
        spread && !strict && self.count >= SHORTEST_SPREAD
    }
}

impl std::fmt::Debug for WordList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.words()).finish()
    }
}

impl PartialEq for WordList {
    fn eq(&self, other: &Self) -> bool {
        self.words() == other.words()
    }
}

impl Serialize for WordList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.words().serialize(serializer)
    }
}

#[cfg(test)]
mod tests;
