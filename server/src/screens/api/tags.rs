use axum::{Json, extract::Query};
use serde::{Deserialize, Serialize};

use crate::{
    domain::{Login, Post, Refusal, TagRule},
    screens::{problem::Problem, visitor::Visitor},
};

#[derive(Deserialize)]
pub struct Asked {
    rule: String,
}

/// How many of the posts that are held a rule would take.
#[derive(Debug, Serialize)]
pub struct Preview {
    wanted: usize,
    of: usize,
    /// The rule, as it was understood.
    rule: String,
}

/// `GET /api/tags/preview?rule=`, for organisers.
///
/// # Errors
/// Not for this person, or the rule is none.
pub async fn preview(visitor: Visitor, Query(asked): Query<Asked>) -> Result<Json<Preview>, Problem> {
    visitor.must(Login::may_organise)?;
    let rule: TagRule = asked.rule.parse().map_err(|why| Refusal::invalid("rule", format!("{why}")))?;
    let standing = visitor.state.content.posts.iter().filter(|placed| placed.into.is_none());
    let posts: Vec<&Post> = standing.map(|placed| &placed.post).collect();
    Ok(Json(Preview { wanted: rule.preview(posts.iter().copied()), of: posts.len(), rule: rule.to_string() }))
}
