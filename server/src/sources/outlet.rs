//! What a source finds, on its way to the pipeline.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use super::health::Board;
use crate::{
    clock::Clock,
    domain::{At, Author, AuthorKey, Network, Post, PostKey, health::Condition},
};

/// One thing that a source found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// New, changed or known: ingest tells them apart.
    Post(Box<Post>),
    /// Taken back by its author; kept as a tombstone when it is unknown.
    Withdrawal(PostKey),
    /// The account is gone, and all of its posts with it.
    AuthorGone(AuthorKey),
    /// Who wrote posts that came without a name.
    Author(Network, Box<Author>),
}

/// What goes to the pipeline at once.
#[derive(Debug)]
pub struct Batch {
    pub source: String,
    pub found: Vec<Found>,
    /// The place reached once all of it is durable.
    pub place: Option<String>,
    pub done: oneshot::Sender<()>,
}

/// The conference takes nothing more.
#[derive(Debug)]
pub struct Stopped;

/// What the conference holds, for a source whose upstream tells of everybody and not only of ours.
pub trait Holdings: Send + Sync {
    fn holds(&self, post: PostKey) -> bool;

    /// Whether any post of this author is here.
    fn holds_some_of(&self, author: AuthorKey) -> bool;
}

struct Nothing;

impl Holdings for Nothing {
    fn holds(&self, _: PostKey) -> bool {
        false
    }

    fn holds_some_of(&self, _: AuthorKey) -> bool {
        false
    }
}

/// A source's way out. Cloning it counts references.
#[derive(Clone)]
pub struct Outlet {
    name: String,
    place: Option<String>,
    tags: Vec<String>,
    batches: mpsc::Sender<Batch>,
    board: Board,
    clock: Clock,
    holdings: Arc<dyn Holdings>,
}

impl Outlet {
    /// `place` is where the source stopped last time; `tags` are the conference's, without `#`.
    #[must_use]
    pub fn new(
        name: String,
        place: Option<String>,
        tags: Vec<String>,
        batches: mpsc::Sender<Batch>,
        board: Board,
        clock: Clock,
    ) -> Self {
        Self { name, place, tags, batches, board, clock, holdings: Arc::new(Nothing) }
    }

    /// This outlet with a view of what the conference holds.
    #[must_use]
    pub fn beside(self, holdings: Arc<dyn Holdings>) -> Self {
        Self { holdings, ..self }
    }

    /// What the conference holds; nothing when nobody lets us see.
    #[must_use]
    pub fn holdings(&self) -> &dyn Holdings {
        self.holdings.as_ref()
    }

    /// Where this source stopped last time, in its own words.
    #[must_use]
    pub fn place(&self) -> Option<&str> {
        self.place.as_deref()
    }

    /// The conference's hashtags, without `#`. None: the source brings everything that it may.
    #[must_use]
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    #[must_use]
    pub fn now(&self) -> At {
        self.clock.now()
    }

    /// Hands over what was found and returns once it is durable, together with the place that was reached.
    ///
    /// # Errors
    /// [`Stopped`] when the conference takes nothing more: return from `run`.
    pub async fn bring(&self, found: Vec<Found>, place: Option<String>) -> Result<(), Stopped> {
        for post in found.iter().filter_map(|found| match found {
            Found::Post(post) => Some(post),
            _ => None,
        }) {
            self.board.post(&self.name, self.now(), post.created_at);
        }
        let (done, is_done) = oneshot::channel();
        let batch = Batch { source: self.name.clone(), found, place, done };
        self.batches.send(batch).await.map_err(|_| Stopped)?;
        is_done.await.map_err(|_| Stopped)
    }

    /// Says how the source is doing.
    pub fn is(&self, condition: Condition) {
        self.board.set(&self.name, condition, self.now());
    }

    /// Counts something that could not be read, and logs the first of each kind.
    pub fn dropped(&self, what: &str) {
        if self.board.dropped(&self.name) == 1 {
            tracing::warn!(
                source = self.name,
                "{} sent something that cannot be read and was dropped: {what}",
                self.name
            );
        }
    }
}
