use axum::{
    extract::Query,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use super::token::program;
use crate::{
    domain::{Class, Event, Refusal, Scope, Seq},
    screens::{problem::Problem, visitor::Visitor},
};

/// Entries in one answer. Whoever wants more asks again from the last number.
const PAGE: usize = 1_000;

#[derive(Deserialize)]
pub struct Since {
    since: Option<u64>,
}

/// `GET /api/log?since=SEQ`: entries as NDJSON. Private ones read as `Withheld`.
///
/// # Errors
/// No read token, or the log cannot be read.
pub async fn log(
    visitor: Visitor,
    headers: HeaderMap,
    Query(place): Query<Since>,
) -> Result<Response, Problem> {
    program(&visitor, &headers, Scope::Read)?;
    let since = Seq(place.since.unwrap_or(0));
    let entries = (visitor.site.read_log)(since, PAGE).await.map_err(Refusal::Unavailable)?;
    let mut body = String::new();
    for mut entry in entries {
        if entry.event.class() == Class::Private {
            entry.event = Event::Withheld;
            entry.key = None;
        }
        body.push_str(&serde_json::to_string(&entry).expect("entries are plain values"));
        body.push('\n');
    }
    Ok(([(header::CONTENT_TYPE, "application/x-ndjson")], body).into_response())
}
