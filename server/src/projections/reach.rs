//! Reach: how many posts, by how many people, before how many eyes. Verdicts do not matter; withdrawn posts leave
//! every number.

use imbl::OrdMap;
use serde::Serialize;

use crate::domain::{At, AuthorKey, Entry, Event, Kind, Network, Post};

use super::Posts;

/// Width of a bar of the day, in milliseconds.
pub const BAR: i64 = 10 * At::MINUTE;

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Reach {
    pub posts: u64,
    pub reposts: u64,
    /// Sum over posts of the author's followers at arrival: an upper bound, not readers.
    pub impressions: u64,
    authors: OrdMap<AuthorKey, Voice>,
    pub networks: OrdMap<Network, u64>,
    /// Posts per [`BAR`], by the bar's number since 1970.
    pub bars: OrdMap<i64, u32>,
}

/// One author's posts, and how many of them came with a number of followers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
struct Voice {
    posts: u32,
    known: u32,
}

impl Reach {
    /// Distinct (network, author).
    #[must_use]
    pub fn participants(&self) -> usize {
        self.authors.len()
    }

    /// Participants whose followers are known.
    #[must_use]
    pub fn followers_known(&self) -> usize {
        self.authors.values().filter(|voice| voice.known > 0).count()
    }

    pub(super) fn apply(&mut self, entry: &Entry, posts: &Posts) {
        match &entry.event {
            Event::PostArrived(arrival) if !posts.is_withdrawn(arrival.post.key()) => {
                self.count(&arrival.post, entry.at);
            }
            Event::AuthorDescribed { network, author } => {
                let key = author.key(network);
                let nameless = posts.by_author(key).filter_map(|post| posts.get(post));
                let nameless = nameless.filter(|placed| placed.post.author.followers.is_none()).count();
                self.learn(key, author.followers, nameless);
            }
            event => {
                for placed in posts.leaving(event.withdraws()) {
                    self.uncount(&placed.post, placed.at);
                }
            }
        }
    }

    fn count(&mut self, post: &Post, at: At) {
        self.posts += 1;
        self.reposts += u64::from(post.kind == Kind::Repost);
        self.impressions += post.author.followers.unwrap_or(0);
        let voice = self.authors.entry(post.author_key()).or_default();
        voice.posts += 1;
        voice.known += u32::from(post.author.followers.is_some());
        *self.networks.entry(post.network.clone()).or_default() += 1;
        *self.bars.entry(at.0.div_euclid(BAR)).or_default() += 1;
    }

    /// Followers that became known after `posts` posts had come.
    fn learn(&mut self, author: AuthorKey, followers: Option<u64>, posts: usize) {
        let (Some(followers), Some(voice)) = (followers, self.authors.get_mut(&author)) else { return };
        self.impressions += followers * posts as u64;
        voice.known += u32::try_from(posts).unwrap_or(u32::MAX);
    }

    fn uncount(&mut self, post: &Post, at: At) {
        self.posts -= 1;
        self.reposts -= u64::from(post.kind == Kind::Repost);
        self.impressions -= post.author.followers.unwrap_or(0);
        let author = post.author_key();
        if let Some(voice) = self.authors.get_mut(&author) {
            voice.posts -= 1;
            voice.known -= u32::from(post.author.followers.is_some());
            if voice.posts == 0 {
                self.authors.remove(&author);
            }
        }
        if let Some(posts) = self.networks.get_mut(&post.network) {
            *posts -= 1;
            if *posts == 0 {
                self.networks.remove(&post.network);
            }
        }
        let bar = at.0.div_euclid(BAR);
        if let Some(posts) = self.bars.get_mut(&bar) {
            *posts -= 1;
            if *posts == 0 {
                self.bars.remove(&bar);
            }
        }
    }
}
