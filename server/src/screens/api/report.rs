use axum::Json;
use serde::Serialize;

use crate::screens::visitor::Visitor;

/// The numbers, always public. Verdicts do not matter; withdrawn posts leave all of them.
#[derive(Debug, Serialize)]
pub struct Numbers {
    /// Every message with a distinct original id, reposts included.
    posts: u64,
    /// How many of them are reposts.
    reposts: u64,
    /// Distinct (network, author id or handle).
    participants: usize,
    /// Sum over posts of the author's followers at arrival: an upper bound, not readers.
    impressions: u64,
    /// Participants whose followers are known.
    followers_known: usize,
}

/// `GET /api/report`.
pub async fn report(visitor: Visitor) -> Json<Numbers> {
    let reach = &visitor.state.content.reach;
    Json(Numbers {
        posts: reach.posts,
        reposts: reach.reposts,
        participants: reach.participants(),
        impressions: reach.impressions,
        followers_known: reach.followers_known(),
    })
}
