//! Why something was not done, in words a person can act on.

use super::{Act, ids::Seq};

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nothing to do: somebody did it before. Answered as a success that names them.
    #[error("{} did this already", .0.by)]
    Already(Act),
    #[error("{why}")]
    Invalid { field: &'static str, why: String },
    #[error("There is no {what} {id} here. It may have been withdrawn.")]
    Unknown { what: &'static str, id: String },
    #[error("{0}")]
    NotAllowed(String),
    /// The thing was changed after the page that the person acted on.
    #[error("{} changed this after your page was drawn. Look at it and send yours again.", .0.by)]
    Moved(Act),
    #[error("{what} was withdrawn by its author.")]
    Withdrawn { what: &'static str },
    /// The log cannot be written just now.
    #[error("Not saved: {0}. Nothing was changed; try again in a moment.")]
    Unavailable(String),
}

impl Refusal {
    #[must_use]
    pub fn invalid(field: &'static str, why: impl Into<String>) -> Self {
        Self::Invalid { field, why: why.into() }
    }

    #[must_use]
    pub fn unknown(what: &'static str, id: impl ToString) -> Self {
        Self::Unknown { what, id: id.to_string() }
    }

    /// Checks that a text which replaces another was written against its present version.
    ///
    /// # Errors
    /// [`Refusal::Moved`] when `touched` is newer than what the person saw.
    pub fn unless_current(expect: Option<Seq>, touched: &Act) -> Result<(), Self> {
        match expect {
            Some(seen) if seen < touched.seq => Err(Self::Moved(touched.clone())),
            _ => Ok(()),
        }
    }
}
