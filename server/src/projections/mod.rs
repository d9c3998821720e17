//! What follows from the log. State is a fold: same entries, same state, byte for byte. Nothing here judges, reads a
//! clock or does I/O; everything is persistent maps, so that a snapshot costs a few pointers.

pub mod authors;
pub mod boards;
pub mod keys;
pub mod people;
pub mod posts;
pub mod programme;
pub mod places;
pub mod reach;
pub mod walls;

use serde::Serialize;

use crate::domain::{
    At, AuthorKey, Conference, Entry, Event, Gist, PostKey, Seq, Session,
    present::{Known, Present, Standing},
};

pub use authors::Authors;
pub use boards::{Board, Boards, Theme};
pub use keys::Keys;
pub use people::People;
pub use places::Places;
pub use posts::{Placed, Posts};
pub use programme::Programme;
pub use reach::Reach;
pub use walls::{Wall, Walls};

/// Everything that follows from the entries up to `head`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct State {
    pub head: Seq,
    /// Time of the newest entry. Entries' times never go back.
    pub at: At,
    pub programme: Programme,
    pub people: People,
    pub keys: Keys,
    pub places: Places,
    pub content: Content,
    /// The content as it was before the rehearsal that runs now.
    pub before_rehearsal: Option<Content>,
}

/// What a rehearsal puts aside and brings back.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Content {
    pub posts: Posts,
    pub authors: Authors,
    pub boards: Boards,
    pub walls: Walls,
    pub reach: Reach,
}

impl State {
    /// Folds one entry in. Entries come in order and without gaps; the log sees to that.
    pub fn apply(&mut self, entry: &Entry) {
        match &entry.event {
            Event::RehearsalStarted => {
                let before = std::mem::take(&mut self.content);
                self.before_rehearsal.get_or_insert(before);
            }
            Event::RehearsalEnded => {
                if let Some(before) = self.before_rehearsal.take() {
                    self.content = before;
                }
            }
            // What people take back stays back, also when the rehearsal is over.
            Event::PostWithdrawn { .. } | Event::AuthorWithdrawn { .. } | Event::AuthorOptedOut { .. } => {
                if let Some(before) = &mut self.before_rehearsal {
                    before.apply(entry, &self.programme);
                }
                self.content.apply(entry, &self.programme);
            }
            _ => {
                self.programme.apply(entry);
                self.people.apply(entry);
                self.content.apply(entry, &self.programme);
            }
        }
        self.keys.apply(entry);
        self.places.apply(entry);
        self.head = entry.seq;
        self.at = entry.at;
    }

    #[must_use]
    pub fn rehearses(&self) -> bool {
        self.before_rehearsal.is_some()
    }

    /// The entries whose words this event takes back: its post's, and those of reposts that carry the same words.
    #[must_use]
    pub fn words_taken_back(&self, event: &Event) -> Vec<Seq> {
        let contents = || self.before_rehearsal.iter().chain([&self.content]);
        let words = |post: &PostKey| contents().flat_map(|content| content.posts.words_of(*post)).collect::<Vec<_>>();
        event.withdraws().iter().flat_map(words).collect()
    }
}

impl Content {
    fn apply(&mut self, entry: &Entry, programme: &Programme) {
        // Reach and boards look at posts as they were; posts come last.
        self.reach.apply(entry, &self.posts);
        self.boards.apply(entry, &self.posts);
        self.walls.apply(entry, &self.posts);
        self.authors.apply(entry);
        self.posts.apply(entry, programme);
    }
}

impl Present for State {
    fn conference(&self) -> &Conference {
        self.programme.conference()
    }

    fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.programme.sessions()
    }

    fn known(&self, post: PostKey) -> Option<Known<'_>> {
        let Placed { post, verdict, sessions, into, .. } = self.content.posts.get(post)?;
        Some(Known { post, verdict: *verdict, sessions, into: *into })
    }

    fn is_withdrawn(&self, post: PostKey) -> bool {
        self.content.posts.is_withdrawn(post)
    }

    fn stand_in(&self, original: PostKey) -> Option<PostKey> {
        self.content.posts.stand_in(original)
    }

    fn with_gist(&self, gist: Gist) -> Option<PostKey> {
        self.content.posts.with_gist(gist)
    }

    fn standing(&self, author: AuthorKey) -> Standing {
        self.content.authors.standing(author)
    }
}
