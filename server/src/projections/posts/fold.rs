//! What each event does to posts.

use std::sync::Arc;

use imbl::OrdSet;

use super::{Placed, Posts};
use crate::{
    domain::{Arrival, Author, Entry, Event, Kind, Network, Post, PostKey, Session, Verdict},
    projections::Programme,
};

impl Posts {
    pub(in crate::projections) fn apply(&mut self, entry: &Entry, programme: &Programme) {
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
            Event::PolicySet { session, .. } | Event::SessionScheduled(Session { id: session, .. }) => {
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

    pub(in crate::projections) fn withdraw(&mut self, posts: &[PostKey]) {
        let leaving: Vec<_> = self.leaving(posts).map(Placed::key).collect();
        for key in leaving {
            self.take(key);
        }
        self.withdrawn.extend(posts.iter().copied());
    }

    /// Completes the posts of an author whom their network did not name when they came.
    fn describe(&mut self, network: &Network, author: &Author, programme: &Programme) {
        let key = author.key(network);
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
}
