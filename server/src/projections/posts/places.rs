//! Where a post stands in each index. A post that changes is taken out of all of them and put back.

use std::sync::Arc;

use imbl::{OrdMap, OrdSet};

use super::{ByArrival, Placed, Posts};
use crate::{
    domain::{Gist, Kind, Post, PostKey, Seq, SessionId, Verdict},
    projections::Programme,
};

impl Posts {
    pub(super) fn place(&mut self, placed: Placed, programme: &Programme) {
        let (key, seq) = (placed.key(), placed.seq);
        if let Some(into) = placed.into {
            self.counted.entry(into).or_default().insert(key);
        } else {
            for session in &placed.sessions {
                insert(&mut self.listed, session, seq, key);
                self.voices.entry(session.clone()).or_default().raise(&placed.post);
                if placed.verdict.waits() {
                    let aside = placed.stashed.contains(session);
                    let index = if aside { &mut self.stashed } else { &mut self.waiting };
                    insert(index, session, seq, key);
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

    pub(super) fn take(&mut self, post: PostKey) -> Option<Arc<Placed>> {
        let placed = self.all.remove(&post)?;
        let seq = placed.seq;
        if let Some(into) = placed.into {
            forget(&mut self.counted, into, post);
        } else {
            for session in &placed.sessions {
                remove(&mut self.listed, session, seq);
                self.lower_voice(session, &placed.post);
                remove(&mut self.waiting, session, seq);
                remove(&mut self.stashed, session, seq);
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
    pub(super) fn redraw(&mut self, session: &SessionId, programme: &Programme) {
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
