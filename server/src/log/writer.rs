//! The one thread that writes.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread::{self, JoinHandle},
};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use tokio::sync::oneshot;

use super::{Append, LogError, row};
use crate::domain::{Draft, Entry, Event, Seq};

/// Owns the connection that writes, and moves the head that everybody reads.
pub(super) struct Writer {
    pub(super) connection: Connection,
    pub(super) head: Arc<AtomicU64>,
}

impl Writer {
    /// One transaction for all of them: they are kept together or not at all.
    pub(super) fn append(&mut self, after: Seq, drafts: Vec<Draft>) -> Append {
        let head = Seq(self.head.load(Ordering::Acquire));
        if after != head {
            return Append::Moved(head);
        }
        match self.commit(head, drafts) {
            Ok(head) => {
                self.head.store(head.0, Ordering::Release);
                Append::UpTo(head)
            }
            Err(error) => Append::Failed(error),
        }
    }

    fn commit(&mut self, mut head: Seq, drafts: Vec<Draft>) -> Result<Seq, LogError> {
        let transaction = self.begin()?;
        {
            let mut insert = transaction.prepare_cached(row::INSERT)?;
            for draft in drafts {
                head = head.next();
                row::write(&mut insert, &Entry::new(head, draft))?;
            }
        }
        transaction.commit()?;
        Ok(head)
    }

    /// The old bytes sit in the write-ahead file too, so that is emptied into the database before this answers.
    pub(super) fn redact(&mut self, entries: &[Seq]) -> Result<(), LogError> {
        let transaction = self.begin()?;
        for &seq in entries {
            empty(&transaction, seq)?;
        }
        transaction.commit()?;
        self.checkpoint()
    }

    /// Moves everything from the write-ahead file into the database and cuts the file to nothing.
    pub(super) fn checkpoint(&self) -> Result<(), LogError> {
        let busy: bool =
            self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy { Err(LogError::Lingers) } else { Ok(()) }
    }

    fn begin(&mut self) -> rusqlite::Result<Transaction<'_>> {
        self.connection.transaction_with_behavior(TransactionBehavior::Immediate)
    }
}

/// Replaces the event and keeps who and when. A damaged entry is reported, never papered over.
fn empty(transaction: &Transaction<'_>, seq: Seq) -> Result<(), LogError> {
    let mut select =
        transaction.prepare_cached(&format!("SELECT {} FROM entries WHERE seq = ?1", row::COLUMNS))?;
    let mut rows = select.query([seq.0.cast_signed()])?;
    let found = rows.next()?.ok_or(LogError::NoEntry(seq))?;
    let entry = Entry { event: Event::Redacted, ..row::decode(found, seq)? };
    let mut replace = transaction.prepare_cached(row::REPLACE)?;
    row::write(&mut replace, &entry)?;
    Ok(())
}

type Job = Box<dyn FnOnce(&mut Writer) + Send>;

/// Hands work to the writer's thread, one job after another.
pub(super) struct Desk {
    jobs: Option<mpsc::Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl Desk {
    pub(super) fn open(mut writer: Writer) -> Result<Self, LogError> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let thread = thread::Builder::new()
            .name("log".into())
            .spawn(move || queue.into_iter().for_each(|job| job(&mut writer)))
            .map_err(|why| LogError::Failed(why.to_string()))?;
        Ok(Self { jobs: Some(jobs), thread: Some(thread) })
    }

    /// Runs the work on the writer's thread. Work that was handed in is done even if nobody waits for its answer.
    pub(super) async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Writer) -> T + Send + 'static,
    ) -> Result<T, LogError> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |writer| drop(answer.send(work(writer))));
        self.jobs.as_ref().ok_or(LogError::Stopped)?.send(job).map_err(|_| LogError::Stopped)?;
        answered.await.map_err(|_| LogError::Stopped)
    }
}

impl Drop for Desk {
    /// Waits for the jobs handed in, so that the folder's next owner finds the file at rest.
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}
