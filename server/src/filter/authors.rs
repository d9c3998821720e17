//! What an author's standing says before anyone has read the post.

use crate::domain::{
    AuthorKey, HoldReason, Verdict,
    present::{Present, Standing},
};

/// The verdict a new post starts with; `None` for an author who wants no part in it.
pub(super) fn verdict(author: AuthorKey, present: &impl Present) -> Option<Verdict> {
    match present.standing(author) {
        Standing::Neutral => Some(Verdict::Held(HoldReason::New)),
        Standing::Trusted => Some(Verdict::Shown),
        Standing::Blocked => Some(Verdict::Hidden),
        Standing::OptedOut => None,
    }
}
