//! What is wrong with a log that no longer reads as it was written.

use thiserror::Error;

use crate::domain::Seq;

/// The first entry that cannot be read, and why.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "the log is damaged at entry {seq}: {what}. Run `backchannel check` to see how far it can be read, then \
     restore the last backup"
)]
pub struct Damage {
    pub seq: Seq,
    pub what: Wound,
}

/// The kinds of damage that are told apart.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Wound {
    #[error("it is missing")]
    Missing,
    #[error("it was changed after it was written")]
    Changed,
    #[error("it holds nothing that this version understands ({0})")]
    Unreadable(String),
    #[error("the file around it is broken ({0})")]
    Broken(String),
}
