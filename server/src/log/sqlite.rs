//! The log in one SQLite file: what a conference on one machine uses.

use std::{
    fs::{self, OpenOptions},
    io::{self, ErrorKind},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use rusqlite::{
    Connection, OpenFlags,
    backup::{Backup, StepResult},
};

use super::{
    Append, Log, LogError, read, schema,
    writer::{Desk, Writer},
};
use crate::domain::{Draft, Entry, Seq};

/// How long the writer waits for a reader of another program before it gives up.
const PATIENCE: Duration = Duration::from_secs(5);

/// A log in a file. The holder of the data folder's lock opens it, and nobody else.
pub struct Sqlite {
    id: String,
    path: PathBuf,
    head: Arc<AtomicU64>,
    reader: Arc<Mutex<Connection>>,
    writer: Desk,
}

impl Sqlite {
    /// Opens the log, or makes an empty one named `fresh_id`.
    pub fn open(path: impl Into<PathBuf>, fresh_id: impl FnOnce() -> String) -> Result<Self, LogError> {
        let path = path.into();
        create(OpenOptions::new().create(true), &path).map_err(|why| LogError::Unopened(why.to_string()))?;
        let mut connection = Connection::open(&path)?;
        connection.busy_timeout(PATIENCE)?;
        let id = schema::prepare(&mut connection, fresh_id)?;
        let head = Arc::new(AtomicU64::new(read::head(&connection)?.0));
        let writer = Writer { connection, head: Arc::clone(&head) };
        tidy(&writer)?;
        let reader = Arc::new(Mutex::new(open_to_read(&path)?));
        Ok(Self { id, path, head, reader, writer: Desk::open(writer)? })
    }

    /// Every entry in order, for the fold at start. Blocks; answers with the number of the last entry.
    pub fn read_all(&self, each: impl FnMut(Entry)) -> Result<Seq, LogError> {
        read::all(&open_to_read(&self.path)?, each)
    }

    /// Copies the log into a new file while the conference goes on, and reads the copy to the end before it says
    /// that it is one. Blocks. Everything durable at the call is in the copy.
    pub fn backup(&self, to: &Path) -> Result<Seq, LogError> {
        reserve(to)?;
        let copied = copy(&self.path, to);
        if copied.is_err() {
            drop(fs::remove_file(to));
        }
        copied
    }
}

impl Log for Sqlite {
    fn id(&self) -> &str {
        &self.id
    }

    fn head(&self) -> Seq {
        Seq(self.head.load(Ordering::Acquire))
    }

    async fn append(&self, after: Seq, drafts: Vec<Draft>) -> Append {
        let answer = self.writer.ask(move |writer| writer.append(after, drafts)).await;
        answer.unwrap_or_else(Append::Failed)
    }

    async fn read_from(&self, since: Seq, limit: usize) -> Result<Vec<Entry>, LogError> {
        let reader = Arc::clone(&self.reader);
        let page = move || {
            // A panic between two reads leaves the connection as good as it was.
            let connection = reader.lock().unwrap_or_else(PoisonError::into_inner);
            read::page(&connection, since, limit)
        };
        tokio::task::spawn_blocking(page).await.map_err(|_| LogError::Stopped)?
    }

    async fn redact(&self, entries: Vec<Seq>) -> Result<(), LogError> {
        self.writer.ask(move |writer| writer.redact(&entries)).await?
    }
}

/// A kill in the middle of a redaction leaves the old bytes in the write-ahead file. Somebody who looks at the file
/// with another program must not keep a conference from starting, though: the next checkpoint gets them.
fn tidy(writer: &Writer) -> Result<(), LogError> {
    match writer.checkpoint() {
        Err(LogError::Lingers) => Ok(()),
        tidied => tidied,
    }
}

fn open_to_read(path: &Path) -> Result<Connection, LogError> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

/// A log holds what staff wrote and who signed in: no other user of the machine reads it.
fn create(options: &mut OpenOptions, path: &Path) -> io::Result<()> {
    options.append(true).mode(0o600).open(path).map(drop)
}

fn reserve(to: &Path) -> Result<(), LogError> {
    match create(OpenOptions::new().create_new(true), to) {
        Ok(()) => Ok(()),
        Err(why) if why.kind() == ErrorKind::AlreadyExists => Err(LogError::BackupExists(to.into())),
        Err(why) => Err(LogError::BackupFailed { to: to.into(), why: why.to_string() }),
    }
}

/// In one step: a copy in several would begin again with each append of the running conference.
fn copy(from: &Path, to: &Path) -> Result<Seq, LogError> {
    let source = open_to_read(from)?;
    let mut target = Connection::open(to)?;
    while Backup::new(&source, &mut target)?.step(-1)? != StepResult::Done {
        std::thread::sleep(Duration::from_millis(10));
    }
    // One file that can be read from where nothing can be written. Opening it as a log turns this back.
    target.pragma_update(None, "journal_mode", "DELETE")?;
    read::all(&target, drop)
}
