//! The one truth: numbered facts, durable before anybody learns of them.
//!
//! [`Log`] is the seam behind which a conference grows past one machine. The default is one SQLite file in a folder
//! that one process owns.

mod damage;
mod error;
mod folder;
mod read;
mod row;
mod schema;
mod sqlite;
mod writer;

#[cfg(test)]
mod tests;

pub use damage::{Damage, Wound};
pub use error::LogError;
pub use folder::{CONTROL_SOCKET, DataFolder, FolderError};
pub use sqlite::Sqlite;

use crate::domain::{Draft, Entry, Seq};

/// An append-only sequence of entries, numbered from 1 without a gap.
pub trait Log: Send + Sync + 'static {
    /// Names this log for ever: pages and sockets compare it, so that a cursor of one conference is never taken for
    /// a cursor of another.
    fn id(&self) -> &str;

    /// The number of the last entry, 0 while there is none.
    fn head(&self) -> Seq;

    /// Numbers the drafts from `after` on and makes them durable before it answers. May accept a prefix.
    fn append(&self, after: Seq, drafts: Vec<Draft>) -> impl Future<Output = Append> + Send;

    /// Entries above `since`, oldest first, at most `limit` and perhaps fewer: only an empty page is the end.
    fn read_from(
        &self,
        since: Seq,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<Entry>, LogError>> + Send;

    /// Takes the content out of these entries. They read as [`Event::Redacted`](crate::domain::Event::Redacted)
    /// afterwards and, once this answers, no file of the log holds the bytes. Doing it twice changes nothing.
    fn redact(&self, entries: Vec<Seq>) -> impl Future<Output = Result<(), LogError>> + Send;
}

/// What became of an append.
#[derive(Debug)]
pub enum Append {
    /// Durable, up to and with this entry.
    UpTo(Seq),
    /// Nothing was written: the log has grown to this entry, so decide again.
    Moved(Seq),
    /// Nothing was written. A later append may succeed.
    Failed(LogError),
}
