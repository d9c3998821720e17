//! Finds the earlier post that somebody answers, quotes or reposts.

use super::{beats::is_chatter, cast::Person, random::Dice, writing::Told};
use crate::domain::Kind;

const LONGEST_QUOTE: usize = 110;
const RECENT: usize = 45;
/// How often people repost what was reposted last.
const FASHION: f64 = 0.45;

/// What somebody can have read so far.
pub struct Earlier<'a> {
    pub told: &'a [Told],
    pub reader: &'a Person,
}

impl Earlier<'_> {
    pub fn to_answer(&self, subject: &str, dice: &mut Dice) -> Option<usize> {
        self.recent(dice, |told| told.subject == subject && self.on_own_network(told))
    }

    /// One of the claims, if it is short and quotes nobody itself.
    pub fn to_quote(&self, claims: &[&str], dice: &mut Dice) -> Option<usize> {
        self.recent(dice, |told| {
            claims.contains(&told.words.as_str())
                && told.words.chars().count() <= LONGEST_QUOTE
                && !told.words.contains('“')
        })
    }

    pub fn to_repost(&self, hot: Option<usize>, dice: &mut Dice) -> usize {
        let hot = hot.filter(|&n| self.by_somebody_else(&self.told[n]) && dice.chance(FASHION));
        let fits = |told: &Told| {
            self.on_own_network(told) && told.post.kind == Kind::Post && !is_chatter(&told.subject)
        };
        hot.or_else(|| self.recent(dice, fits)).expect("there is always something to repost")
    }

    fn on_own_network(&self, told: &Told) -> bool {
        told.post.network.as_str() == self.reader.network
    }

    fn by_somebody_else(&self, told: &Told) -> bool {
        told.post.author.name != self.reader.name
    }

    /// One of the latest posts of a kind.
    fn recent(&self, dice: &mut Dice, fits: impl Fn(&Told) -> bool) -> Option<usize> {
        let original = |told: &Told| told.post.kind != Kind::Repost && self.by_somebody_else(told);
        let newest_first = (0..self.told.len()).rev();
        let fitting = newest_first.filter(|&n| original(&self.told[n]) && fits(&self.told[n]));
        let fitting: Vec<usize> = fitting.take(RECENT).collect();
        (!fitting.is_empty()).then(|| *dice.pick(&fitting))
    }
}
