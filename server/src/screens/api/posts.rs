use axum::{Json, body::Bytes, extract::Path, http::HeaderMap};
use serde::Serialize;

use super::token::program;
use crate::{
    domain::{PostKey, Refusal, Scope, line},
    pipeline::{Answer, Ask, Input, Outcome, Recorded},
    screens::{problem::Problem, visitor::Visitor},
};

/// What became of the lines of a push.
#[derive(Debug, Default, Serialize)]
pub struct Pushed {
    arrived: u32,
    duplicates: u32,
    edited: u32,
    /// No tag of the conference matches, or the post was withdrawn.
    ignored: u32,
    rejected: Vec<Rejected>,
    /// The log's head once all of this is durable.
    head: u64,
}

#[derive(Debug, Serialize)]
struct Rejected {
    /// Counted from 1.
    line: usize,
    why: String,
}

/// `POST /api/posts`: one JSON object, or NDJSON.
///
/// # Errors
/// No push token, or the log cannot be written.
pub async fn push(visitor: Visitor, headers: HeaderMap, body: Bytes) -> Result<Json<Pushed>, Problem> {
    let actor = program(&visitor, &headers, Scope::Push)?;
    let mut pushed = Pushed::default();
    let mut inputs = Vec::new();
    for (index, line) in lines(&body) {
        match line::read(line, visitor.now) {
            Ok(post) => inputs.push(Input::Post(Box::new(post))),
            Err(why) => pushed.rejected.push(Rejected { line: index + 1, why }),
        }
    }
    let ask = Ask { actor, inputs, key: None, at: None };
    for answer in visitor.site.pipeline.ask(ask).await? {
        pushed.count(answer)?;
    }
    pushed.head = visitor.site.pipeline.state().head.0;
    Ok(Json(pushed))
}

/// The body's lines with their index. One JSON object may be written over several lines.
fn lines(body: &[u8]) -> Vec<(usize, &[u8])> {
    let is_one = serde_json::from_slice::<serde::de::IgnoredAny>(body).is_ok();
    if is_one {
        return vec![(0, body)];
    }
    let all = body.split(|byte| *byte == b'\n').enumerate();
    all.filter(|(_, line)| !line.trim_ascii().is_empty()).collect()
}

impl Pushed {
    fn count(&mut self, answer: Answer) -> Result<(), Refusal> {
        match answer? {
            Outcome::Recorded(_, Recorded::Edit) => self.edited += 1,
            Outcome::Recorded(_, Recorded::Arrival) => self.arrived += 1,
            Outcome::Duplicate | Outcome::Repeated(_) => self.duplicates += 1,
            // A post that only says that its author wants no part in it is not taken either.
            Outcome::Recorded(_, Recorded::Other) | Outcome::Ignored => self.ignored += 1,
        }
        Ok(())
    }
}

#[derive(Debug, Serialize)]
pub struct Withdrawn {
    head: u64,
}

/// `DELETE /api/posts/{network}/{id}`: gone from every screen and number, and from the bytes at rest.
///
/// # Errors
/// No push token, or the log cannot be written.
pub async fn withdraw(
    visitor: Visitor,
    headers: HeaderMap,
    Path((network, id)): Path<(String, String)>,
) -> Result<Json<Withdrawn>, Problem> {
    let actor = program(&visitor, &headers, Scope::Push)?;
    visitor.site.pipeline.tell(actor, Input::Withdrawal(PostKey::of(&network, &id))).await?;
    Ok(Json(Withdrawn { head: visitor.site.pipeline.state().head.0 }))
}
