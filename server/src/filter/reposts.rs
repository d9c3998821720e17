//! Reposts count towards their original and are drawn nowhere.

use crate::domain::{Gist, Kind, Post, PostKey, present::Present};

/// The post that a repost counts towards: its original, else the repost that stands in for it, else a post of the
/// same words. `None`: it stands for itself until its original comes.
pub(super) fn target(post: &Post, present: &impl Present) -> Option<PostKey> {
    if post.kind != Kind::Repost {
        return None;
    }
    let original = post.original_key();
    let named = original.filter(|original| present.known(*original).is_some());
    let found = named.or_else(|| original.and_then(|original| present.stand_in(original))).or_else(|| {
        let same_words = || present.with_gist(Gist::of(&post.text));
        (!post.text.is_empty()).then(same_words).flatten()
    })?;
    // A repost of a repost counts towards what that counts towards.
    Some(present.known(found).and_then(|known| known.into).unwrap_or(found))
}
