//! What a theme amounts to: the posts that may be seen, the people and tables behind them.

use std::collections::BTreeSet;

use wall_ui::parts::{ThemeState, Weight};

use super::{Brush, small};
use crate::{
    domain::{Review, Verdict},
    projections::{Placed, Theme},
};

impl Brush<'_> {
    /// The theme's posts that are shown, in the order they were gathered.
    pub fn posts_of<'a>(&'a self, theme: &'a Theme) -> impl Iterator<Item = &'a Placed> {
        let posts = theme.posts.iter().filter_map(|post| self.state.content.posts.get(*post));
        posts.filter(|placed| placed.verdict == Verdict::Shown)
    }

    #[must_use]
    pub fn weight(&self, theme: &Theme) -> Weight {
        let (mut posts, mut people, mut tables) = (0, BTreeSet::new(), BTreeSet::new());
        for placed in self.posts_of(theme) {
            posts += 1;
            match placed.post.table {
                Some(table) => drop(tables.insert(table)),
                None => drop(people.insert(placed.post.author_key())),
            }
        }
        Weight { posts, people: small(people.len()), tables: small(tables.len()) }
    }
}

#[must_use]
pub fn state(theme: &Theme) -> ThemeState {
    match theme.review() {
        None => ThemeState::Draft,
        Some(Review::Waiting) => ThemeState::Waiting,
        Some(Review::Discussing) => ThemeState::Discussing,
        Some(Review::Discussed) => ThemeState::Discussed,
        Some(Review::Parked) => ThemeState::Parked,
        Some(Review::SentBack) => ThemeState::SentBack,
    }
}
