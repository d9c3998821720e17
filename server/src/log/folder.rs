//! The data folder and its one owner.

use std::{
    fs::{DirBuilder, File, OpenOptions, TryLockError},
    io,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

use thiserror::Error;

/// Name of the owner's socket in its folder.
pub const CONTROL_SOCKET: &str = "control.sock";

/// A folder that belongs to this process for as long as the value lives.
#[derive(Debug)]
pub struct DataFolder {
    path: PathBuf,
    /// The system gives the lock back when this closes, so also after a kill.
    _lock: File,
}

/// Why a folder cannot be owned.
#[derive(Debug, Error)]
pub enum FolderError {
    #[error(
        "another Backchannel is using {}. Stop it, or give this one a data folder of its own", .0.display()
    )]
    Taken(PathBuf),
    #[error("the data folder {} cannot be used ({why}). May this user write to it?", .path.display())]
    Unusable { path: PathBuf, why: io::Error },
}

impl DataFolder {
    /// Makes the folder if it is not there, readable for its user alone, and takes its lock.
    pub fn own(path: impl Into<PathBuf>) -> Result<Self, FolderError> {
        let path = path.into();
        match make(&path).and_then(|()| open_lock(&path)) {
            Err(why) => Err(FolderError::Unusable { path, why }),
            Ok(lock) => match lock.try_lock() {
                Ok(()) => Ok(Self { path, _lock: lock }),
                Err(TryLockError::WouldBlock) => Err(FolderError::Taken(path)),
                Err(TryLockError::Error(why)) => Err(FolderError::Unusable { path, why }),
            },
        }
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the log is kept.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.path.join("log.sqlite")
    }

    /// Where the owner listens to other commands.
    #[must_use]
    pub fn control_socket(&self) -> PathBuf {
        self.path.join(CONTROL_SOCKET)
    }
}

fn make(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

fn open_lock(path: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).write(true).truncate(false).open(path.join("lock"))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_new_folder_is_closed_to_other_users() {
        let dir = tempfile::tempdir().unwrap();
        let folder = DataFolder::own(dir.path().join("deep/data")).unwrap();
        assert_eq!(folder.path().metadata().unwrap().permissions().mode() & 0o777, 0o700);
        assert_eq!(folder.log(), dir.path().join("deep/data/log.sqlite"));
        assert_eq!(folder.control_socket(), dir.path().join("deep/data/control.sock"));
    }

    #[test]
    fn a_second_owner_is_refused_until_the_first_has_gone() {
        let dir = tempfile::tempdir().unwrap();
        let first = DataFolder::own(dir.path()).unwrap();
        let refusal = DataFolder::own(dir.path()).unwrap_err().to_string();
        assert!(refusal.starts_with("another Backchannel is using "), "{refusal}");
        drop(first);
        DataFolder::own(dir.path()).unwrap();
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_refused_in_words() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a-file");
        std::fs::write(&file, "").unwrap();
        let refusal = DataFolder::own(file.join("data")).unwrap_err().to_string();
        assert!(refusal.ends_with("May this user write to it?"), "{refusal}");
    }
}
