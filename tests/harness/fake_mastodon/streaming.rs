//! What the server tells by itself.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use axum::{
    extract::{
        State, WebSocketUpgrade,
        ws::{CloseFrame, Message, WebSocket},
    },
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;

use super::{NARROW_TOKEN, Shared, status::tags};

/// The real one pings each 30 s.
const PING: Duration = Duration::from_millis(100);

/// What to tell whoever listens.
#[derive(Clone)]
pub(super) enum Order {
    Tell(&'static str, Arc<Value>),
    Delete(String),
    Text(String),
    Bytes(Vec<u8>),
    Close(Option<u16>),
    Cut,
}

pub(super) async fn open(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response {
    let is_narrow =
        headers.get("authorization").is_some_and(|key| key.as_bytes().ends_with(NARROW_TOKEN.as_bytes()));
    let error = match shared.token(&headers) {
        Some(true) => return upgrade.on_upgrade(move |socket| serve(socket, shared, is_narrow)),
        Some(false) => "Invalid access token",
        None => "Missing access token",
    };
    (StatusCode::UNAUTHORIZED, [("X-Error-Message", error)], "").into_response()
}

async fn serve(mut socket: WebSocket, shared: Arc<Shared>, is_narrow: bool) {
    let mut orders = shared.live.subscribe();
    // The first spelling of each subscribed tag.
    let mut subscribed: BTreeMap<String, String> = BTreeMap::new();
    let mut ping = tokio::time::interval(PING);
    loop {
        let message = tokio::select! {
            heard = socket.recv() => match heard {
                Some(Ok(Message::Text(text))) => match subscribe(&text, is_narrow, &mut subscribed) {
                    Some(refusal) => vec![Message::text(refusal)],
                    None => {
                        shared.listened.send_modify(|count| *count += usize::from(subscribed.len() == 1));
                        continue;
                    }
                },
                Some(Ok(_)) => continue,
                Some(Err(_)) | None => return,
            },
            order = orders.recv() => match messages(order, &subscribed) {
                Some(messages) => messages,
                None => return,
            },
            _ = ping.tick(), if shared.manners().pings => vec![Message::Ping("".into())],
        };
        for message in message {
            if socket.send(message).await.is_err() {
                return;
            }
        }
    }
}

/// Takes a subscription, without a word, or refuses it.
fn subscribe(text: &str, is_narrow: bool, subscribed: &mut BTreeMap<String, String>) -> Option<String> {
    let wish: Value = serde_json::from_str(text).unwrap_or_default();
    let refusal = |error: &str, status: u16| Some(json!({ "error": error, "status": status }).to_string());
    if is_narrow {
        return refusal("Access token does not have the required scopes", 401);
    }
    if wish["type"] != "subscribe" || wish["stream"] != "hashtag" {
        return refusal("Unknown stream type", 400);
    }
    let Some(tag) = wish["tag"].as_str() else { return refusal("Missing tag name parameter", 400) };
    subscribed.entry(tag.to_lowercase()).or_insert_with(|| tag.to_owned());
    None
}

/// What a listener with these subscriptions hears; `None` when it hears nothing more.
fn messages(order: Result<Order, RecvError>, subscribed: &BTreeMap<String, String>) -> Option<Vec<Message>> {
    let told = |event: &str, tag: &str, payload: String| {
        Message::text(json!({ "stream": ["hashtag", tag], "event": event, "payload": payload }).to_string())
    };
    Some(match order {
        Ok(Order::Tell(event, status)) => {
            let spellings = tags(&status).into_iter().filter_map(|tag| subscribed.get(&tag).cloned());
            spellings.map(|tag| told(event, &tag, status.to_string())).collect()
        }
        Ok(Order::Delete(id)) => subscribed.values().map(|tag| told("delete", tag, id.clone())).collect(),
        Ok(Order::Text(text)) => vec![Message::text(text)],
        Ok(Order::Bytes(bytes)) => vec![Message::binary(bytes)],
        Ok(Order::Close(code)) => {
            vec![Message::Close(code.map(|code| CloseFrame { code, reason: "".into() }))]
        }
        Ok(Order::Cut) | Err(RecvError::Closed | RecvError::Lagged(_)) => return None,
    })
}
