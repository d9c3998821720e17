//! The log's promises, as sentences.

mod append;
mod backup;
mod damage;
mod redaction;
mod refusals;

use std::{
    fs,
    path::{Path, PathBuf},
};

use rusqlite::Connection;
use tempfile::TempDir;

use super::{Append, Log, LogError, Sqlite};
use crate::domain::{Actor, At, Draft, Entry, Event, PersonId, Seq};

/// A log in a folder that goes away with it.
struct Kept {
    dir: TempDir,
    log: Sqlite,
}

impl Kept {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let log = open(dir.path());
        Self { dir, log }
    }

    async fn with(texts: &[&str]) -> Self {
        let kept = Self::new();
        kept.append(texts).await;
        kept
    }

    async fn append(&self, texts: &[&str]) -> Seq {
        let after = self.log.head();
        match self.log.append(after, texts.iter().copied().map(draft).collect()).await {
            Append::UpTo(head) => head,
            other => panic!("{other:?}"),
        }
    }

    /// Closes the log and opens it again, after something was done to its file from outside.
    fn reopened_after(self, change: impl FnOnce(&Connection)) -> Self {
        let Self { dir, log } = self;
        drop(log);
        change(&Connection::open(file(dir.path())).unwrap());
        let log = open(dir.path());
        Self { dir, log }
    }

    fn read(&self) -> Result<Vec<Entry>, LogError> {
        read(&self.log)
    }

    fn holds(&self, word: &str) -> bool {
        fs::read_dir(self.dir.path())
            .unwrap()
            .map(|file| fs::read(file.unwrap().path()).unwrap())
            .any(|bytes| bytes.windows(word.len()).any(|window| window == word.as_bytes()))
    }
}

fn file(dir: &Path) -> PathBuf {
    dir.join("log.sqlite")
}

fn open(dir: &Path) -> Sqlite {
    Sqlite::open(file(dir), || "fresh".into()).unwrap()
}

fn read(log: &Sqlite) -> Result<Vec<Entry>, LogError> {
    let mut entries = Vec::new();
    log.read_all(|entry| entries.push(entry)).map(|_| entries)
}

/// A draft whose text can be found again. Every field is filled.
fn draft(text: &str) -> Draft {
    Draft {
        at: At(1_403_784_720_000),
        actor: Actor::Person { id: PersonId(Seq(7)), name: "Ada Example".into() },
        key: Some("key-1".into()),
        event: Event::TagsChosen { tags: vec![text.into()] },
    }
}
