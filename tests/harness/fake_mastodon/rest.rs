//! What is asked for.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{Refusal, Shared, locked, status::tags};

type Query = BTreeMap<String, String>;

/// A page is never longer.
const PAGE: usize = 40;

pub(super) async fn instance(State(shared): State<Arc<Shared>>) -> Json<Value> {
    let manners = shared.manners().clone();
    let feeds = json!({ "local": manners.access, "remote": manners.access });
    Json(json!({
        "domain": "meded.example", "title": "Meded", "version": manners.version,
        "configuration": {
            "urls": { "streaming": format!("ws://{}", shared.address) },
            "timelines_access": { "hashtag_feeds": feeds },
        },
    }))
}

/// The timeline of a hashtag, newest first, in pages.
pub(super) async fn tag(
    State(shared): State<Arc<Shared>>,
    Path(tag): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    if let Some(refusal) = refused(&shared, &headers) {
        return refusal.into_response();
    }
    let query = read(query.as_deref());
    let number = |name: &str| query.get(name).and_then(|number| number.parse::<u64>().ok());
    let limit = number("limit").map_or(20, |limit| usize::try_from(limit).unwrap_or(PAGE).min(PAGE));
    let statuses = locked(&shared.statuses);
    let tagged = statuses.iter().filter(|(_, status)| tags(status).contains(&tag.to_lowercase()));
    let page: Vec<(&u64, &Value)> = match (number("min_id"), number("max_id")) {
        // The page right after the number, still newest first.
        (Some(after), _) => {
            let mut page: Vec<_> = tagged.filter(|(number, _)| **number > after).take(limit).collect();
            page.reverse();
            page
        }
        (None, before) => tagged
            .rev()
            .filter(|(number, _)| before.is_none_or(|before| **number < before))
            .take(limit)
            .collect(),
    };
    let links = match (page.first(), page.last()) {
        (Some((newest, _)), Some((oldest, _))) => {
            let base = format!("http://{}/api/v1/timelines/tag/{tag}", shared.address);
            format!("<{base}?max_id={oldest}>; rel=\"next\", <{base}?min_id={newest}>; rel=\"prev\"")
        }
        _ => String::new(),
    };
    let page: Vec<_> = page.into_iter().map(|(_, status)| status.clone()).collect();
    let limits = [
        ("X-RateLimit-Limit", "300".to_owned()),
        ("X-RateLimit-Remaining", "299".to_owned()),
        ("X-RateLimit-Reset", "2026-06-26T12:15:00.000000Z".to_owned()),
        ("Link", links),
    ];
    (limits, Json(page)).into_response()
}

fn refused(shared: &Shared, headers: &HeaderMap) -> Option<Refusal> {
    match shared.token(headers) {
        Some(true) => None,
        Some(false) => Some(Refusal::of(401, "The access token is invalid")),
        None if shared.manners().access == "public" => None,
        None => Some(Refusal::of(401, "This method requires an authenticated user")),
    }
}

pub(super) async fn statuses(
    State(shared): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    if !shared.manners().lists_statuses {
        return Refusal::of(404, "Record not found").into_response();
    }
    if shared.token(&headers) == Some(false) {
        return Refusal::of(401, "The access token is invalid").into_response();
    }
    let query = query.unwrap_or_default();
    let ids =
        query.split('&').filter_map(|pair| pair.strip_prefix("id%5B%5D=")).filter_map(|id| id.parse().ok());
    let ids: Vec<u64> = ids.collect();
    if ids.len() > 20 {
        return Refusal::of(422, "Too many").into_response();
    }
    let statuses = locked(&shared.statuses);
    Json(ids.iter().filter_map(|id| statuses.get(id).cloned()).collect::<Vec<_>>()).into_response()
}

pub(super) async fn status(State(shared): State<Arc<Shared>>, Path(id): Path<u64>) -> Response {
    match locked(&shared.statuses).get(&id) {
        Some(status) => (StatusCode::OK, Json(status.clone())).into_response(),
        None => Refusal::of(404, "Record not found").into_response(),
    }
}

fn read(query: Option<&str>) -> Query {
    let pairs = query.unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}
