//! Does a post belong to this conference at all?

use crate::domain::{Conference, Post, text::fold_tag};

/// Whether one of the conference's tags stands on the post; with no tags everything is wanted. What was typed into
/// the room form always is: whoever wrote it sits in the room.
pub(super) fn wanted(post: &Post, conference: &Conference) -> bool {
    conference.tags.is_empty()
        || post.network.is_room()
        || post.hashtags.iter().any(|tag| {
            let tag = fold_tag(tag);
            conference.tags.iter().any(|ours| fold_tag(ours) == tag)
        })
}
