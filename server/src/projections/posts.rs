//! The posts: what stands, what was decided about it, and where it belongs. Of a withdrawn post only its key stays.
//!
//! Redaction must not change what follows (fold of the log = fold of the redacted log). So every index here holds all
//! candidates rather than the first that came, and whatever names an unknown post does nothing but keep its place.

use std::{collections::BTreeSet, sync::Arc};

use imbl::{OrdMap, OrdSet};
use serde::Serialize;

use crate::domain::{
    Act, Arrival, At, Author, AuthorKey, Entry, Event, Gist, Kind, Network, Post, PostKey, Seq, SessionId,
    Verdict,
};

use super::{Programme, voices::Voices};

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
    /// How many of the listed wait for a verdict.
    waiting: OrdMap<SessionId, ByArrival>,
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

    pub(super) fn apply(&mut self, entry: &Entry, programme: &Programme) {
        self.withdraw(entry.event.withdraws());
        match &entry.event {
            Event::PostArrived(arrival) => self.arrive(arrival, entry, programme),
            Event::PostEdited { post, verdict } => self.change(post.key(), programme, |placed| {
                placed.post = Post::clone(post);
                placed.verdict = *verdict;
                placed.words.push(entry.seq);
            }),
            Event::PostShown { post } => self.judge(*post, Verdict::Shown, entry, programme),
            Event::PostHidden { post, .. } => self.judge(*post, Verdict::Hidden, entry, programme),
            Event::PostGathered { gathered, .. } if gathered.shows => {
                self.judge(gathered.post, Verdict::Shown, entry, programme);
            }
            Event::ThemeStarted { first: Some(gathered), .. } if gathered.shows => {
                self.judge(gathered.post, Verdict::Shown, entry, programme);
            }
            Event::PostFeatured { post, shows: true, .. } => {
                self.judge(*post, Verdict::Shown, entry, programme)
            }
            Event::PostStashed { session, post } => self.change(*post, programme, |placed| {
                placed.stashed.retain(|stashed| stashed != session);
                placed.stashed.push(session.clone());
            }),
            Event::PostUnstashed { session, post } => self.change(*post, programme, |placed| {
                placed.stashed.retain(|stashed| stashed != session);
            }),
            Event::PostRouted { post, sessions } => self.change(*post, programme, |placed| {
                placed.sessions.clone_from(sessions);
            }),
            Event::AuthorDescribed { network, author } => self.describe(network, author, programme),
            Event::AuthorBlocked { author, .. } | Event::AuthorOptedOut { author } => {
                for post in self.by_author(*author).collect::<Vec<_>>() {
                    self.judge(post, Verdict::Hidden, entry, programme);
                }
            }
            Event::DomainBlocked { posts, .. } => {
                posts.iter().for_each(|post| self.judge(*post, Verdict::Hidden, entry, programme));
            }
            Event::PolicySet { session, .. }
            | Event::SessionScheduled(crate::domain::Session { id: session, .. }) => {
                self.redraw(session, programme);
            }
            _ => {}
        }
    }

    fn arrive(&mut self, arrival: &Arrival, entry: &Entry, programme: &Programme) {
        let post = &arrival.post;
        let key = post.key();
        if self.is_withdrawn(key) {
            return;
        }
        let placed = Placed {
            post: post.clone(),
            seq: entry.seq,
            at: entry.at,
            verdict: arrival.verdict,
            decided: None,
            sessions: arrival.sessions.clone(),
            into: arrival.into,
            stashed: Vec::new(),
            words: vec![entry.seq],
        };
        self.place(placed, programme);
        if post.kind != Kind::Repost {
            self.absorb(&arrival.absorbs, key, programme);
        }
    }

    /// The original came: whatever names it, and all that counted towards its stand-ins, count towards it now.
    fn absorb(&mut self, stand_ins: &[PostKey], original: PostKey, programme: &Programme) {
        let originals = stand_ins.iter().copied().chain([original]).collect();
        let followers = stand_ins.iter().flat_map(|stand_in| self.followers(*stand_in, &originals));
        let naming = self.naming.get(&original).into_iter().flatten().copied();
        let reposts: OrdSet<_> = followers.chain(naming).collect();
        for repost in reposts {
            self.change(repost, programme, |placed| {
                placed.into = Some(original);
                placed.post.forget_words();
            });
        }
    }

    fn judge(&mut self, post: PostKey, verdict: Verdict, entry: &Entry, programme: &Programme) {
        self.change(post, programme, |placed| {
            placed.verdict = verdict;
            placed.decided = Some(entry.act());
        });
    }

    pub(super) fn withdraw(&mut self, posts: &[PostKey]) {
        let leaving: Vec<_> = self.leaving(posts).map(Placed::key).collect();
        for key in leaving {
            self.take(key);
        }
        self.withdrawn.extend(posts.iter().copied());
    }

    /// Completes the posts of an author whom their network did not name when they came.
    fn describe(&mut self, network: &Network, author: &Author, programme: &Programme) {
        let key = AuthorKey::of(network.as_str(), author.id.as_ref().unwrap_or(&author.handle));
        for post in self.by_author(key).collect::<Vec<_>>() {
            self.change(post, programme, |placed| {
                let followers = placed.post.author.followers.or(author.followers);
                placed.post.author = Author { followers, ..author.clone() };
            });
        }
    }

    /// Takes a post out of every index, changes it, and puts it back.
    fn change(&mut self, post: PostKey, programme: &Programme, with: impl FnOnce(&mut Placed)) {
        if let Some(mut placed) = self.take(post) {
            with(Arc::make_mut(&mut placed));
            self.place(Arc::unwrap_or_clone(placed), programme);
        }
    }

    fn place(&mut self, placed: Placed, programme: &Programme) {
        let (key, seq) = (placed.key(), placed.seq);
        if let Some(into) = placed.into {
            self.counted.entry(into).or_default().insert(key);
        } else {
            for session in &placed.sessions {
                insert(&mut self.listed, session, seq, key);
                self.voices.entry(session.clone()).or_default().raise(&placed.post);
                if placed.verdict.waits() {
                    insert(&mut self.waiting, session, seq, key);
                }
                if placed.verdict.visible(programme.policy(session)) {
                    insert(&mut self.visible, session, seq, key);
                }
            }
            self.gists.insert((Gist::of(&placed.post.text), seq), key);
            self.hidden += u32::from(placed.verdict == Verdict::Hidden);
        }
        if let (Kind::Repost, Some(original)) = (placed.post.kind, placed.post.original_key()) {
            self.naming.entry(original).or_default().insert(key);
        }
        self.by_author.entry(placed.post.author_key()).or_default().insert(key);
        self.all.insert(key, Arc::new(placed));
    }

    fn take(&mut self, post: PostKey) -> Option<Arc<Placed>> {
        let placed = self.all.remove(&post)?;
        let seq = placed.seq;
        if let Some(into) = placed.into {
            forget(&mut self.counted, into, post);
        } else {
            for session in &placed.sessions {
                remove(&mut self.listed, session, seq);
                self.lower_voice(session, &placed.post);
                remove(&mut self.waiting, session, seq);
                remove(&mut self.visible, session, seq);
            }
            self.gists.remove(&(Gist::of(&placed.post.text), seq));
            self.hidden -= u32::from(placed.verdict == Verdict::Hidden);
        }
        if let (Kind::Repost, Some(original)) = (placed.post.kind, placed.post.original_key()) {
            forget(&mut self.naming, original, post);
        }
        forget(&mut self.by_author, placed.post.author_key(), post);
        Some(placed)
    }

    fn lower_voice(&mut self, session: &SessionId, post: &Post) {
        if let Some(voices) = self.voices.get_mut(session) {
            voices.lower(post);
            if voices.counts() == (0, 0) {
                self.voices.remove(session);
            }
        }
    }

    /// A session's policy changed: what its walls may show is drawn up again.
    fn redraw(&mut self, session: &SessionId, programme: &Programme) {
        let policy = programme.policy(session);
        let listed = self.listed.get(session).into_iter().flatten();
        let visible: ByArrival = listed
            .filter(|(_, post)| self.get(**post).is_some_and(|placed| placed.verdict.visible(policy)))
            .map(|(seq, post)| (*seq, *post))
            .collect();
        if visible.is_empty() {
            self.visible.remove(session);
        } else {
            self.visible.insert(session.clone(), visible);
        }
    }
}

fn newest_first<'a>(
    index: &'a OrdMap<SessionId, ByArrival>,
    session: &SessionId,
) -> impl Iterator<Item = (Seq, PostKey)> + use<'a> {
    index.get(session).into_iter().flat_map(|posts| posts.iter().rev().map(|(seq, post)| (*seq, *post)))
}

fn insert(index: &mut OrdMap<SessionId, ByArrival>, session: &SessionId, seq: Seq, post: PostKey) {
    index.entry(session.clone()).or_default().insert(seq, post);
}

fn remove(index: &mut OrdMap<SessionId, ByArrival>, session: &SessionId, seq: Seq) {
    if let Some(posts) = index.get_mut(session) {
        posts.remove(&seq);
        if posts.is_empty() {
            index.remove(session);
        }
    }
}

fn forget<K: Ord + Clone>(index: &mut OrdMap<K, OrdSet<PostKey>>, key: K, post: PostKey) {
    if let Some(posts) = index.get_mut(&key) {
        posts.remove(&post);
        if posts.is_empty() {
            index.remove(&key);
        }
    }
}
