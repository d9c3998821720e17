//! Why the log refuses, in sentences for the person who runs it.

use std::path::PathBuf;

use rusqlite::ErrorCode;
use thiserror::Error;

use super::Damage;
use crate::domain::Seq;

/// What failed has left the log as it was. Only [`Lingers`](Self::Lingers) comes after the deed: the redaction stands
/// and is to be asked for again until its bytes are gone.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LogError {
    #[error(transparent)]
    Damaged(#[from] Damage),
    #[error("the disk that holds the log is full. Nothing was written; make room and it goes on by itself")]
    Full,
    #[error(
        "the log is read-only. Nothing was written; let this user write to the data folder and its files"
    )]
    ReadOnly,
    #[error("the log cannot be opened ({0}). Is its folder there, and may this user write to it?")]
    Unopened(String),
    #[error(
        "a newer Backchannel wrote this log (format {found}, this one knows {known}). Start the newer one, or \
         restore a backup from before the update"
    )]
    Newer { found: i64, known: i64 },
    #[error("the log's file is broken ({0}). Run `backchannel check`, then restore the last backup")]
    Broken(String),
    #[error(
        "the content is out of the log, but another program reads the log's file and keeps the old bytes there. \
         End it, then ask again"
    )]
    Lingers,
    #[error("the log has no entry {0}")]
    NoEntry(Seq),
    #[error("{} is there already. A backup never writes over a file; choose another name", .0.display())]
    BackupExists(PathBuf),
    #[error("the backup cannot be written to {} ({why})", .to.display())]
    BackupFailed { to: PathBuf, why: String },
    #[error("the log's writer has stopped. Start Backchannel again; nothing acknowledged is lost")]
    Stopped,
    #[error("the log's database failed ({0}). Nothing was written")]
    Failed(String),
}

impl From<rusqlite::Error> for LogError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Self::Unopened(error.to_string()),
            _ if is_corrupt(&error) => Self::Broken(error.to_string()),
            _ => Self::Failed(error.to_string()),
        }
    }
}

/// Whether SQLite found its own file broken.
pub(super) fn is_corrupt(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}
