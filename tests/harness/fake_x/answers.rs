//! What X answers.

use std::{
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use axum::{
    Json, Router,
    body::Body,
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use backchannel::domain::At;
use bytes::Bytes;
use serde_json::{Value, json};

use super::{Order, Refusal, Shared, TOKEN};

const HEARTBEAT: Duration = Duration::from_millis(100);

pub(super) fn routes(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/2/tweets/search/stream", get(stream))
        .route("/2/tweets/search/stream/rules", get(rules).post(change_rules))
        .route("/2/tweets/search/recent", get(search))
        .route("/2/tweets", get(look_up))
        .layer(middleware::from_fn_with_state(Arc::clone(&shared), gate))
        .with_state(shared)
}

/// What stands before every answer: the key, the script, the names.
async fn gate(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response {
    let asked = format!("{} {}", request.method(), request.uri());
    let path = request.uri().path().to_owned();
    let has_key =
        request.headers().get(header::AUTHORIZATION).is_some_and(|key| key == &format!("Bearer {TOKEN}"));
    let old_names = asked.contains("tweet.fields") || asked.contains("referenced_tweets");
    let refusal = {
        let mut refusals = shared.refusals.lock().expect("no test panics in here");
        let position = refusals.iter().position(|(end, _)| path.ends_with(end));
        position.and_then(|position| refusals.remove(position)).map(|(_, refusal)| refusal)
    };
    let answer = match refusal {
        Some(refusal) => refused(&refusal),
        None if !has_key => refused(&Refusal::of(401)),
        None if old_names && shared.only_new_names.load(Ordering::Relaxed) => {
            refused(&Refusal::because(400, "invalid-request", ("title", "Invalid Request")))
        }
        None => next.run(request).await,
    };
    shared.asked.send_modify(|all| all.push(asked));
    answer
}

fn refused(refusal: &Refusal) -> Response {
    let status = StatusCode::from_u16(refusal.status).expect("a status");
    let mut answer = (status, Json(refusal.body.clone())).into_response();
    if let Some(reset) = refusal.reset {
        answer.headers_mut().insert("x-rate-limit-reset", (reset.0 / At::SECOND).into());
    }
    answer
}

async fn rules(State(shared): State<Arc<Shared>>) -> Json<Value> {
    let rules = shared.rules.lock().expect("no test panics in here").clone();
    let count = rules.len();
    // Without rules the real one leaves `data` out.
    let mut answer = json!({ "meta": { "sent": "2026-06-26T12:12:00.000Z", "result_count": count } });
    if count > 0 {
        answer["data"] = json!(rules);
    }
    Json(answer)
}

async fn change_rules(
    State(shared): State<Arc<Shared>>,
    Json(change): Json<Value>,
) -> (StatusCode, Json<Value>) {
    let mut errors = Vec::new();
    let forbidden = shared.forbidden.lock().expect("no test panics in here").clone();
    for rule in change["add"].as_array().into_iter().flatten() {
        let value = rule["value"].as_str().unwrap_or_default();
        if forbidden.as_ref().is_some_and(|word| value.contains(word)) {
            errors.push(
                json!({ "title": "UnprocessableEntity", "value": value, "details": ["This word is forbidden"],
                "type": "https://api.twitter.com/2/problems/invalid-rules" }),
            );
        } else {
            shared.adds(value, rule["tag"].as_str().unwrap_or_default());
        }
    }
    if let Some(ids) = change["delete"]["ids"].as_array() {
        shared.rules.lock().expect("no test panics in here").retain(|rule| !ids.contains(&rule["id"]));
    }
    let mut answer = json!({ "meta": { "sent": "2026-06-26T12:12:00.000Z" } });
    if !errors.is_empty() {
        answer["errors"] = json!(errors);
    }
    (StatusCode::CREATED, Json(answer))
}

async fn stream(State(shared): State<Arc<Shared>>) -> Response {
    if shared.rules.lock().expect("no test panics in here").is_empty() {
        return refused(&Refusal::because(409, "conflict", ("title", "RuleConfigurationIssue")));
    }
    let live = shared.live.subscribe();
    let pieces = futures_util::stream::unfold((live, shared), |(mut live, shared)| async {
        loop {
            match tokio::time::timeout(HEARTBEAT, live.recv()).await {
                Err(_) if shared.stalls.load(Ordering::Relaxed) => {}
                Err(_) => return Some((Ok(Bytes::from_static(b"\r\n")), (live, shared))),
                Ok(Ok(Order::Send(bytes))) => return Some((Ok(bytes), (live, shared))),
                Ok(_) => return Some((Err(std::io::Error::other("cut")), (live, shared))),
            }
        }
    });
    (StatusCode::OK, Body::from_stream(pieces)).into_response()
}

/// Posts after `since_id`, newest first, paged, with everything that they refer to.
async fn search(State(shared): State<Arc<Shared>>, request: Request) -> Json<Value> {
    let query = request.uri().query().unwrap_or_default().to_owned();
    let number = |name| parameter(&query, name).and_then(|value| value.parse::<u64>().ok());
    let size = usize::try_from(number("max_results").unwrap_or(10)).expect("a page has a size");
    assert!((10..=100).contains(&size), "max_results={size}");
    let before = number("next_token").unwrap_or(u64::MAX);
    let written = shared.written.lock().expect("no test panics in here");
    let since = number("since_id").unwrap_or_default();
    let mut found = written.range(since + 1..before).rev().map(|(id, message)| (*id, message));
    let page: Vec<_> = found.by_ref().take(size).collect();
    let all = |name: &str| -> Vec<Value> {
        page.iter()
            .filter_map(|(_, message)| message["includes"][name].as_array())
            .flatten()
            .cloned()
            .collect()
    };
    let mut answer = json!({
        "data": page.iter().map(|(_, message)| &message["data"]).collect::<Vec<_>>(),
        "includes": { "users": all("users"), "tweets": all("tweets"), "media": all("media") },
        "meta": { "result_count": page.len() },
    });
    if let (Some(_), Some((last, _))) = (found.next(), page.last()) {
        answer["meta"]["next_token"] = json!(last.to_string());
    }
    Json(answer)
}

async fn look_up(State(shared): State<Arc<Shared>>, request: Request) -> Json<Value> {
    let query = request.uri().query().unwrap_or_default().to_owned();
    let ids = parameter(&query, "ids").unwrap_or_default().replace("%2C", ",");
    let ids: Vec<u64> = ids.split(',').map(|id| id.parse().expect("ids are numbers")).collect();
    assert!(ids.len() <= 100, "{} ids at once", ids.len());
    let gone = shared.gone.lock().expect("no test panics in here");
    let there = ids.iter().filter(|id| !gone.contains_key(id));
    let data: Vec<_> = there.map(|id| json!({ "id": id.to_string(), "text": "…" })).collect();
    let errors = ids.iter().filter_map(|id| {
        let problem = gone.get(id)?;
        Some(json!({ "resource_id": id.to_string(), "value": id.to_string(), "parameter": "ids", "resource_type": "tweet",
            "type": format!("https://api.twitter.com/2/problems/{problem}") }))
    });
    let errors: Vec<_> = errors.collect();
    let mut answer = json!({});
    for (name, list) in [("data", data), ("errors", errors)] {
        if !list.is_empty() {
            answer[name] = json!(list);
        }
    }
    Json(answer)
}

fn parameter(query: &str, name: &str) -> Option<String> {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned())
}
