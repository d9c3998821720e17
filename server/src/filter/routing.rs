//! Which session does a post belong to?

use crate::domain::{At, Post, Session, SessionId, present::Present, text::fold_tag};

/// The sessions whose tag or word stands in the post, else those running when it arrives, else none: then it belongs
/// to the conference as a whole.
pub(super) fn sessions(post: &Post, at: At, present: &impl Present) -> Vec<SessionId> {
    // A room-form post is addressed to its session by the form it was typed into.
    let tags: Vec<String> = post.hashtags.iter().map(|tag| fold_tag(tag)).collect();
    let named: Vec<SessionId> =
        present.sessions().filter(|session| named(session, &tags)).map(|session| session.id.clone()).collect();
    if !named.is_empty() {
        return named;
    }
    present.sessions().filter(|session| session.runs_at(at)).map(|session| session.id.clone()).collect()
}

fn named(session: &Session, tags: &[String]) -> bool {
    session.keywords.iter().any(|keyword| tags.contains(&fold_tag(keyword)))
}
