//! What the walls of each session are told: layout, hold, clear, announcement, and the posts that stand until released.

use imbl::{OrdMap, Vector};
use serde::Serialize;

use crate::domain::{
    Entry, Event, PostKey, SessionId,
    wall::{Announcement, Mode},
};

use super::Posts;

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Walls {
    sessions: OrdMap<SessionId, Wall>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Wall {
    pub mode: Mode,
    /// Oldest first.
    pub featured: Vector<PostKey>,
}

impl Walls {
    #[must_use]
    pub fn wall(&self, session: &SessionId) -> Wall {
        self.sessions.get(session).cloned().unwrap_or_default()
    }

    #[must_use]
    pub fn features(&self, session: &SessionId, post: PostKey) -> bool {
        self.sessions.get(session).is_some_and(|wall| wall.featured.contains(&post))
    }

    pub(super) fn apply(&mut self, entry: &Entry, posts: &Posts) {
        let act = || Some(entry.act());
        match &entry.event {
            Event::PostFeatured { session, post, .. } => {
                let wall = self.wall_mut(session);
                wall.featured.retain(|featured| featured != post);
                if posts.get(*post).is_some() {
                    wall.featured.push_back(*post);
                }
            }
            Event::PostUnfeatured { session, post } => self.wall_mut(session).release(*post),
            Event::PostHidden { post, .. } => self.release(*post),
            Event::AuthorBlocked { author, .. } | Event::AuthorOptedOut { author } => {
                posts.by_author(*author).for_each(|post| self.release(post));
            }
            Event::DomainBlocked { posts, .. } => posts.iter().for_each(|post| self.release(*post)),
            Event::PostEdited { post, .. } => self.release(post.key()),
            Event::PostArrived(arrival) => {
                arrival.absorbs.iter().for_each(|stand_in| self.release(*stand_in));
                for session in &arrival.featured {
                    self.wall_mut(session).featured.push_back(arrival.post.key());
                }
            }
            Event::AuthorCapSet { session, cap } => self.mode(session).author_cap = *cap,
            Event::LayoutChosen { session, layout } => self.mode(session).layout = *layout,
            Event::WallCleared { session } => self.mode(session).cleared = act(),
            Event::WallShown { session } => self.mode(session).cleared = None,
            Event::WallHeld { session } => self.mode(session).held = act(),
            Event::WallReleased { session } => self.mode(session).held = None,
            Event::Announced { session, text, until } => {
                let announcement = Announcement { text: text.clone(), by: entry.act(), until: *until };
                self.mode(session).announcement = Some(announcement);
            }
            Event::AnnouncementEnded { session } => self.mode(session).announcement = None,
            event => posts.leaving(event.withdraws()).for_each(|placed| self.release(placed.key())),
        }
    }

    fn wall_mut(&mut self, session: &SessionId) -> &mut Wall {
        self.sessions.entry(session.clone()).or_default()
    }

    fn mode(&mut self, session: &SessionId) -> &mut Mode {
        &mut self.wall_mut(session).mode
    }

    /// The sessions whose walls feature a post.
    #[must_use]
    pub fn featuring(&self, post: PostKey) -> Vec<SessionId> {
        let walls = self.sessions.iter().filter(|(_, wall)| wall.featured.contains(&post));
        walls.map(|(session, _)| session.clone()).collect()
    }

    fn release(&mut self, post: PostKey) {
        for session in self.featuring(post) {
            self.wall_mut(&session).release(post);
        }
    }
}

impl Wall {
    fn release(&mut self, post: PostKey) {
        self.featured.retain(|featured| *featured != post);
    }
}
