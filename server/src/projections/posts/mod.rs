//! The posts: what stands, what was decided about it, and where it belongs. Of a withdrawn post only its key stays.
//!
//! Redaction must not change what follows (fold of the log = fold of the redacted log). So every index here holds all
//! candidates rather than the first that came, and whatever names an unknown post does nothing but keep its place.

mod fold;
mod places;

use std::{collections::BTreeSet, sync::Arc};

use imbl::{OrdMap, OrdSet};
use serde::Serialize;

use crate::domain::{Act, At, AuthorKey, Gist, Post, PostKey, Seq, SessionId, Verdict};

use super::voices::Voices;

/// A post with everything that was decided about it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Placed {
    pub post: Post,
    /// The entry it arrived with: its place in every list.
    pub seq: Seq,
    /// When it arrived here.
    pub at: At,
    pub verdict: Verdict,
    /// The last verdict of a person.
    pub decided: Option<Act>,
    pub sessions: Vec<SessionId>,
    /// The post that this repost counts towards. Such a post is drawn nowhere.
    pub into: Option<PostKey>,
    pub stashed: Vec<SessionId>,
    /// Entries that tell of it: its words, and for a repost who it was that repeated them.
    words: Vec<Seq>,
}

impl Placed {
    #[must_use]
    pub fn key(&self) -> PostKey {
        self.post.key()
    }
}

type ByArrival = OrdMap<Seq, PostKey>;

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Posts {
    all: OrdMap<PostKey, Arc<Placed>>,
    withdrawn: OrdSet<PostKey>,
    /// Posts of each session that stand for themselves.
    listed: OrdMap<SessionId, ByArrival>,
    /// Those of them that the session's walls and board may show.
    visible: OrdMap<SessionId, ByArrival>,
    /// Those of the listed that wait for a verdict. What a session has stashed does not wait there.
    waiting: OrdMap<SessionId, ByArrival>,
    /// And those that were put aside.
    stashed: OrdMap<SessionId, ByArrival>,
    /// Reposts by the post they count towards.
    counted: OrdMap<PostKey, OrdSet<PostKey>>,
    /// Reposts by the original they name, whether it came or not.
    naming: OrdMap<PostKey, OrdSet<PostKey>>,
    by_author: OrdMap<AuthorKey, OrdSet<PostKey>>,
    #[serde(skip)]
    gists: OrdMap<(Gist, Seq), PostKey>,
    voices: OrdMap<SessionId, Voices>,
    hidden: u32,
}

impl Posts {
    #[must_use]
    pub fn get(&self, post: PostKey) -> Option<&Placed> {
        self.all.get(&post).map(AsRef::as_ref)
    }

    #[must_use]
    pub fn is_withdrawn(&self, post: PostKey) -> bool {
        self.withdrawn.contains(&post)
    }

    /// All posts that stand for themselves or count towards another, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = &Placed> {
        self.all.values().map(AsRef::as_ref)
    }

    /// Posts of a session, newest first, by the entry they arrived with.
    pub fn listed(&self, session: &SessionId) -> impl Iterator<Item = (Seq, PostKey)> + '_ {
        newest_first(&self.listed, session)
    }

    /// Posts that a session's walls and board may show, newest first.
    pub fn visible(&self, session: &SessionId) -> impl Iterator<Item = (Seq, PostKey)> + '_ {
        newest_first(&self.visible, session)
    }

    #[must_use]
    pub fn is_visible(&self, session: &SessionId, placed: &Placed) -> bool {
        self.visible.get(session).is_some_and(|posts| posts.contains_key(&placed.seq))
    }

    /// Posts of a session that wait for a verdict, those that have waited longest first.
    pub fn waiting(&self, session: &SessionId) -> impl Iterator<Item = (Seq, PostKey)> + '_ {
        self.waiting.get(session).into_iter().flatten().map(|(seq, post)| (*seq, *post))
    }

    /// Posts of a session that were put aside without a verdict, the oldest first.
    pub fn stashed(&self, session: &SessionId) -> impl Iterator<Item = (Seq, PostKey)> + '_ {
        self.stashed.get(session).into_iter().flatten().map(|(seq, post)| (*seq, *post))
    }

    #[must_use]
    pub fn listed_count(&self, session: &SessionId) -> usize {
        self.listed.get(session).map_or(0, OrdMap::len)
    }

    #[must_use]
    pub fn visible_count(&self, session: &SessionId) -> usize {
        self.visible.get(session).map_or(0, OrdMap::len)
    }

    #[must_use]
    pub fn waiting_count(&self, session: &SessionId) -> usize {
        self.waiting.get(session).map_or(0, OrdMap::len)
    }

    /// The post of a session that has waited longest.
    #[must_use]
    pub fn oldest_waiting(&self, session: &SessionId) -> Option<&Placed> {
        self.waiting(session).next().and_then(|(_, post)| self.get(post))
    }

    /// Reposts that count towards a post.
    #[must_use]
    pub fn reposts(&self, post: PostKey) -> usize {
        self.counted.get(&post).map_or(0, OrdSet::len)
    }

    /// Distinct authors of a session's posts: in the room, and online.
    #[must_use]
    pub fn voices(&self, session: &SessionId) -> (usize, usize) {
        self.voices.get(session).map_or((0, 0), Voices::counts)
    }

    #[must_use]
    pub fn hidden_count(&self) -> u32 {
        self.hidden
    }

    /// The oldest repost that stands in for an original which has not come.
    #[must_use]
    pub fn stand_in(&self, original: PostKey) -> Option<PostKey> {
        let standing = self.naming.get(&original)?.iter().filter_map(|post| self.get(*post));
        standing.filter(|placed| placed.into.is_none()).min_by_key(|placed| placed.seq).map(Placed::key)
    }

    /// The oldest standing post with this gist.
    #[must_use]
    pub fn with_gist(&self, gist: Gist) -> Option<PostKey> {
        let ((found, _), post) = self.gists.range((gist, Seq(0))..).next()?;
        (*found == gist).then_some(*post)
    }

    pub fn by_author(&self, author: AuthorKey) -> impl Iterator<Item = PostKey> + '_ {
        self.by_author.get(&author).into_iter().flatten().copied()
    }

    /// Nothing but what must not come back: the keys of withdrawn posts.
    #[must_use]
    pub(super) fn tombstones(&self) -> Self {
        Self { withdrawn: self.withdrawn.clone(), ..Self::default() }
    }

    /// What leaves when posts are withdrawn: the posts, the reposts that name them, and those that count towards these
    /// and name no other.
    pub fn leaving(&self, posts: &[PostKey]) -> impl Iterator<Item = &Placed> {
        let reposts = posts.iter().filter_map(|post| self.naming.get(post)).flatten();
        let mut keys: BTreeSet<PostKey> = posts.iter().chain(reposts).copied().collect();
        let counted = keys.iter().flat_map(|key| self.followers(*key, &keys)).collect::<Vec<_>>();
        keys.extend(counted);
        keys.into_iter().filter_map(|key| self.get(key))
    }

    /// Reposts that count towards a post, without those that wait for an original that is none of `originals`.
    fn followers(&self, post: PostKey, originals: &BTreeSet<PostKey>) -> impl Iterator<Item = PostKey> {
        let names = |repost: &PostKey| self.get(*repost).and_then(|placed| placed.post.original_key());
        let counted = self.counted.get(&post).into_iter().flatten().copied();
        counted.filter(move |repost| names(repost).is_none_or(|original| originals.contains(&original)))
    }

    /// Entries that carry the words of posts and of what leaves with them.
    pub(super) fn words_of(&self, posts: &[PostKey]) -> Vec<Seq> {
        self.leaving(posts).flat_map(|placed| placed.words.iter().copied()).collect()
    }
}

fn newest_first<'a>(
    index: &'a OrdMap<SessionId, ByArrival>,
    session: &SessionId,
) -> impl Iterator<Item = (Seq, PostKey)> + use<'a> {
    index.get(session).into_iter().flat_map(|posts| posts.iter().rev().map(|(seq, post)| (*seq, *post)))
}
