//! What follows from the log. State is a fold: same entries, same state, byte for byte. Nothing here judges, reads a
//! clock or does I/O; everything is persistent maps, so that a snapshot costs a few pointers.

pub mod authors;
pub mod boards;
pub mod keys;
pub mod people;
pub mod places;
pub mod posts;
pub mod programme;
pub mod reach;
pub mod requests;
pub mod rules;
mod voices;
pub mod walls;

use std::collections::BTreeSet;

use imbl::Vector;
use serde::Serialize;

use crate::domain::{
    At, AuthorKey, Conference, Entry, Event, Gist, PostKey, Seq, Session, SessionId, ThemeId, WordList,
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
pub use requests::Requests;
pub use rules::Rules;
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
    pub requests: Requests,
    pub content: Content,
    /// How it was before the rehearsal that runs now.
    before_rehearsal: Option<Before>,
    /// Posts of rehearsals that are over: their words are in the log until they are taken back.
    rehearsed: Vector<Posts>,
}

/// What a rehearsal puts aside and brings back.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct Before {
    programme: Programme,
    content: Content,
}

/// What follows from posts and from what people do with them.
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
            Event::RehearsalStarted => self.rehearse(),
            Event::RehearsalEnded => self.end_rehearsal(),
            // What people take back stays back, also when the rehearsal is over.
            Event::PostWithdrawn { .. } | Event::AuthorWithdrawn { .. } | Event::AuthorOptedOut { .. } => {
                if let Some(Before { programme, content }) = &mut self.before_rehearsal {
                    content.apply(entry, programme);
                }
                self.content.apply(entry, &self.programme);
                self.rehearsed.iter_mut().for_each(|posts| posts.withdraw(entry.event.withdraws()));
            }
            _ => {
                self.programme.apply(entry);
                self.people.apply(entry);
                self.content.apply(entry, &self.programme);
            }
        }
        self.keys.apply(entry);
        self.places.apply(entry);
        self.requests.apply(entry);
        self.head = entry.seq;
        self.at = entry.at;
    }

    /// Begins with nothing but how the conference stands to people, and what they took back.
    fn rehearse(&mut self) {
        self.end_rehearsal();
        let (posts, authors) = (self.content.posts.tombstones(), self.content.authors.clone());
        let content = std::mem::replace(&mut self.content, Content { posts, authors, ..Content::default() });
        self.before_rehearsal = Some(Before { programme: self.programme.clone(), content });
    }

    fn end_rehearsal(&mut self) {
        if let Some(Before { programme, content }) = self.before_rehearsal.take() {
            self.programme = programme;
            self.rehearsed.push_back(std::mem::replace(&mut self.content, content).posts);
        }
    }

    #[must_use]
    pub fn rehearses(&self) -> bool {
        self.before_rehearsal.is_some()
    }

    /// The entries whose words this event takes back: its post's, those of reposts that carry the same words, and with an
    /// account the entries that tell its name.
    #[must_use]
    pub fn words_taken_back(&self, event: &Event) -> Vec<Seq> {
        let words = self.all_posts().flat_map(|posts| posts.words_of(event.withdraws()));
        let names = match event {
            Event::AuthorWithdrawn { author, .. } => {
                let contents =
                    self.before_rehearsal.iter().map(|before| &before.content).chain([&self.content]);
                contents.flat_map(|content| content.authors.described(*author).to_vec()).collect()
            }
            _ => Vec::new(),
        };
        words.chain(names).collect()
    }

    /// The posts that leave with this event: those it takes back, and the reposts that name them.
    #[must_use]
    pub fn leaving(&self, event: &Event) -> BTreeSet<PostKey> {
        let with = self.all_posts().flat_map(|posts| posts.leaving(event.withdraws())).map(Placed::key);
        with.chain(event.withdraws().iter().copied()).collect()
    }

    /// All posts of an author, also those that a rehearsal put aside.
    #[must_use]
    pub fn by_author(&self, author: AuthorKey) -> BTreeSet<PostKey> {
        self.all_posts().flat_map(|posts| posts.by_author(author)).collect()
    }

    /// The posts of now, and those that rehearsals put aside.
    pub fn all_posts(&self) -> impl Iterator<Item = &Posts> {
        let before = self.before_rehearsal.iter().map(|before| &before.content.posts);
        before.chain(&self.rehearsed).chain([&self.content.posts])
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

    fn gathered_in(&self, post: PostKey) -> Vec<ThemeId> {
        self.content.boards.themes_of(post).map(|theme| theme.id.clone()).collect()
    }

    fn featured_in(&self, post: PostKey) -> Vec<SessionId> {
        self.content.walls.featuring(post)
    }

    fn with_gist(&self, gist: Gist) -> Option<PostKey> {
        self.content.posts.with_gist(gist)
    }

    fn standing(&self, author: AuthorKey) -> Standing {
        self.content.authors.standing(author)
    }

    fn words(&self) -> &WordList {
        self.programme.rules.words()
    }

    fn blocks_hosts(&self) -> bool {
        self.programme.rules.blocks_some()
    }

    fn blocks_host(&self, host: &str) -> bool {
        self.programme.rules.blocks(host)
    }

    fn reads(&self, language: &str) -> bool {
        self.programme.rules.reads(language)
    }
}
