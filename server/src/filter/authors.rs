//! What an author's standing says before anyone has read the post.

use crate::domain::{
    AuthorKey, HoldReason, Post, Verdict,
    present::{Present, Standing},
};

/// The verdict a new post starts with; `None` for an author who wants no part in it.
pub(super) fn verdict(post: &Post, present: &impl Present) -> Option<Verdict> {
    match present.standing(post.author_key()) {
        Standing::OptedOut => None,
        _ if opted_out_by_handle(post, present) => None,
        Standing::Neutral => Some(Verdict::Held(HoldReason::New)),
        Standing::Trusted => Some(Verdict::Shown),
        Standing::Blocked => Some(Verdict::Hidden),
    }
}

/// Who asks on a page gives a handle; their network may name them by an id.
fn opted_out_by_handle(post: &Post, present: &impl Present) -> bool {
    if post.author.id.is_none() && !post.author.handle.starts_with('@') {
        return false;
    }
    let by_handle = AuthorKey::of_handle(post.network.as_str(), &post.author.handle);
    present.standing(by_handle) == Standing::OptedOut
}
