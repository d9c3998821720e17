//! What was said about a post's content before anyone here has read it.

use crate::domain::{HoldReason, Post, Verdict};

/// A warned-of post waits for a person, also under an open policy and from a trusted author.
pub(super) fn verdict(post: &Post, otherwise: Verdict) -> Verdict {
    let caution = &post.caution;
    match otherwise {
        Verdict::Hidden => Verdict::Hidden,
        _ if caution.sensitive || caution.warning.is_some() => Verdict::Held(HoldReason::Sensitive),
        _ if !caution.labels.is_empty() => Verdict::Held(HoldReason::Label),
        _ => otherwise,
    }
}
