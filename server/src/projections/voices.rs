//! Who speaks in a session.

use imbl::OrdMap;
use serde::Serialize;

use crate::domain::{AuthorKey, Post};

/// Who speaks in a session, and with how many posts.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub(super) struct Voices {
    room: OrdMap<AuthorKey, u32>,
    online: OrdMap<AuthorKey, u32>,
}

impl Voices {
    /// Distinct authors: in the room, and online.
    pub(super) fn counts(&self) -> (usize, usize) {
        (self.room.len(), self.online.len())
    }

    fn side(&mut self, post: &Post) -> &mut OrdMap<AuthorKey, u32> {
        if post.network.is_room() { &mut self.room } else { &mut self.online }
    }

    pub(super) fn raise(&mut self, post: &Post) {
        *self.side(post).entry(post.author_key()).or_default() += 1;
    }

    pub(super) fn lower(&mut self, post: &Post) {
        let author = post.author_key();
        let side = self.side(post);
        if let Some(posts) = side.get_mut(&author) {
            *posts -= 1;
            if *posts == 0 {
                side.remove(&author);
            }
        }
    }
}
