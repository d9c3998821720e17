//! A Jetstream and the service that knows its accounts, on a port of their own. They do what a test tells them to.

use std::{
    collections::{HashMap, VecDeque},
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use axum::{
    Json, Router,
    extract::{
        Query, RawQuery, State, WebSocketUpgrade,
        ws::{Message, WebSocket},
    },
    http::{HeaderName, HeaderValue, StatusCode},
    response::{IntoResponse, Response},
    routing::get,
};
use backchannel::{domain::At, sources::bluesky::Settings};
use serde_json::{Value, json};
use tokio::sync::{broadcast, watch};

use crate::patience::within;

/// A status and the header that goes with it.
type Refusal = (u16, Option<(&'static str, &'static str)>);

/// Both services.
pub struct FakeBluesky {
    pub address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    /// Everything that was ever sent, with its time in microseconds.
    sent: Mutex<Vec<(i64, Message)>>,
    now: Mutex<i64>,
    live: broadcast::Sender<Order>,
    /// The cursor of every connection; `None` without one.
    visits: watch::Sender<Vec<Option<i64>>>,
    refusals: Mutex<VecDeque<Refusal>>,
    profiles: Mutex<HashMap<String, Value>>,
    /// The accounts of every question.
    questions: watch::Sender<Vec<Vec<String>>>,
    no_answers: Mutex<VecDeque<Refusal>>,
}

#[derive(Clone)]
enum Order {
    Send(Message),
    Cut,
}

impl FakeBluesky {
    /// Starts when the conference's clock says `now`.
    ///
    /// # Panics
    /// When there is no free port.
    pub async fn start(now: At) -> Self {
        let shared = Arc::new(Shared {
            sent: Mutex::default(),
            now: Mutex::new(now.0 * 1_000),
            live: broadcast::channel(4_096).0,
            visits: watch::channel(Vec::new()).0,
            refusals: Mutex::default(),
            profiles: Mutex::default(),
            questions: watch::channel(Vec::new()).0,
            no_answers: Mutex::default(),
        });
        let app = Router::new()
            .route("/subscribe", get(subscribe))
            .route("/xrpc/app.bsky.actor.getProfiles", get(profiles))
            .with_state(Arc::clone(&shared));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("a bound port");
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { address, shared }
    }

    /// Settings that lead here, and wait for nothing long.
    ///
    /// # Panics
    /// Never: the address is one.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let brief = std::time::Duration::from_millis(20);
        let settings = Settings::at(&format!("ws://{}", self.address)).expect("an address");
        Settings {
            appview: format!("http://{}", self.address).parse().expect("an address"),
            keep_place: brief,
            gather_authors: brief,
            first_pause: brief,
            longest_pause: brief * 5,
            ..settings
        }
    }

    /// Sends bytes as they are, to those who listen now and those who come back for them.
    pub fn sends(&self, message: impl Into<Message>) -> i64 {
        let mut sent = self.shared.sent.lock().expect("no test panics in here");
        let at = self.tick(1);
        let message = message.into();
        sent.push((at, message.clone()));
        // Nobody may be listening.
        let _ = self.shared.live.send(Order::Send(message));
        at
    }

    /// Lets time pass on the network.
    pub fn tick(&self, millis: i64) -> i64 {
        let mut now = self.shared.now.lock().expect("no test panics in here");
        *now += millis * 1_000;
        *now
    }

    fn happens(&self, who: &str, what: &str) -> i64 {
        let at = *self.shared.now.lock().expect("no test panics in here") + 1_000;
        self.sends(format!(r#"{{"did":"did:plc:{who}","time_us":{at},{what}}}"#))
    }

    fn commits(&self, who: &str, operation: &str, rkey: &str, record: &str) -> i64 {
        let commit = format!(
            r#""rev":"3lrev","operation":"{operation}","collection":"app.bsky.feed.post","rkey":"{rkey}"{record}"#
        );
        self.happens(who, &format!(r#""kind":"commit","commit":{{{commit}}}"#))
    }

    /// Somebody writes a post.
    pub fn posts(&self, who: &str, rkey: &str, record: &Value) -> i64 {
        self.commits(who, "create", rkey, &format!(r#","record":{record},"cid":"bafyexample""#))
    }

    /// Somebody changes a post.
    pub fn changes(&self, who: &str, rkey: &str, record: &Value) -> i64 {
        self.commits(who, "update", rkey, &format!(r#","record":{record},"cid":"bafyexample""#))
    }

    pub fn deletes(&self, who: &str, rkey: &str) -> i64 {
        self.commits(who, "delete", rkey, "")
    }

    /// An account's status changes to one that is not active.
    pub fn deactivates(&self, who: &str, status: &str) -> i64 {
        let account =
            format!(r#""active":false,"did":"did:plc:{who}","seq":7,"status":"{status}","time":"""#);
        self.happens(who, &format!(r#""kind":"account","account":{{{account}}}"#))
    }

    pub fn renames(&self, who: &str) -> i64 {
        self.happens(
            who,
            &format!(r#""kind":"identity","identity":{{"did":"did:plc:{who}","seq":7,"time":""}}"#),
        )
    }

    /// Cuts all connections without a word.
    pub fn cuts(&self) {
        let _ = self.shared.live.send(Order::Cut);
    }

    /// Refuses the next connection.
    pub fn refuses(&self, refusal: Refusal) {
        self.shared.refusals.lock().expect("no test panics in here").push_back(refusal);
    }

    /// Does not answer the next question about accounts.
    pub fn answers_not(&self, refusal: Refusal) {
        self.shared.no_answers.lock().expect("no test panics in here").push_back(refusal);
    }

    /// Tells this about an account from now on.
    pub fn knows(&self, who: &str, profile: Value) {
        let did = format!("did:plc:{who}");
        let mut profile = profile;
        profile["did"] = json!(did);
        self.shared.profiles.lock().expect("no test panics in here").insert(did, profile);
    }

    /// Waits for this many connections, tried ones included; the cursors of all.
    pub async fn visited(&self, times: usize) -> Vec<Option<i64>> {
        let mut visits = self.shared.visits.subscribe();
        let waiting = visits.wait_for(|visits| visits.len() >= times);
        within(&format!("{times} connections"), waiting).await.expect("the fake lives").clone()
    }

    /// Waits for this many questions about accounts; whom they were about.
    pub async fn asked(&self, times: usize) -> Vec<Vec<String>> {
        let mut questions = self.shared.questions.subscribe();
        let waiting = questions.wait_for(|questions| questions.len() >= times);
        within(&format!("{times} questions"), waiting).await.expect("the fake lives").clone()
    }
}

/// A post's record as the network's own program writes it, with the facets of its hashtags.
#[must_use]
pub fn record(text: &str) -> Value {
    let tags = text.match_indices('#').map(|(start, _)| {
        let end = text[start..].find(' ').map_or(text.len(), |len| start + len);
        json!({
            "$type": "app.bsky.richtext.facet",
            "index": {"byteStart": start, "byteEnd": end},
            "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": text[start + 1..end]}]
        })
    });
    json!({
        "$type": "app.bsky.feed.post",
        "createdAt": "2026-06-26T12:00:00.000Z",
        "facets": tags.collect::<Vec<_>>(),
        "langs": ["en"],
        "text": text
    })
}

async fn subscribe(
    State(shared): State<Arc<Shared>>,
    Query(query): Query<HashMap<String, String>>,
    upgrade: WebSocketUpgrade,
) -> Response {
    assert_eq!(query.get("wantedCollections").map(String::as_str), Some("app.bsky.feed.post"));
    let cursor = query.get("cursor").and_then(|cursor| cursor.parse().ok());
    let refusal = shared.refusals.lock().expect("no test panics in here").pop_front();
    let answer = match refusal {
        Some(refusal) => refused(refusal),
        None => {
            let (missed, live) = shared.from(cursor);
            upgrade.on_upgrade(move |socket| serve(socket, missed, live))
        }
    };
    shared.visits.send_modify(|visits| visits.push(cursor));
    answer
}

impl Shared {
    /// What was sent from a cursor on, and everything after that.
    fn from(&self, cursor: Option<i64>) -> (Vec<Message>, broadcast::Receiver<Order>) {
        let sent = self.sent.lock().expect("no test panics in here");
        let missed = sent.iter().filter(|(at, _)| cursor.is_some_and(|cursor| *at >= cursor));
        (missed.map(|(_, message)| message.clone()).collect(), self.live.subscribe())
    }
}

async fn serve(mut socket: WebSocket, missed: Vec<Message>, mut live: broadcast::Receiver<Order>) {
    for message in missed {
        if socket.send(message).await.is_err() {
            return;
        }
    }
    loop {
        tokio::select! {
            order = live.recv() => match order {
                Ok(Order::Send(message)) => if socket.send(message).await.is_err() { return },
                _ => return,
            },
            heard = socket.recv() => if heard.is_none_or(|heard| heard.is_err()) { return },
        }
    }
}

async fn profiles(State(shared): State<Arc<Shared>>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let dids: Vec<String> =
        query.split('&').filter_map(|pair| pair.strip_prefix("actors=")).map(decoded).collect();
    let no_answer = shared.no_answers.lock().expect("no test panics in here").pop_front();
    let answer = match no_answer {
        Some(refusal) => refused(refusal),
        None if dids.len() > 25 => {
            let message = "Error: actors must not have more than 25 elements";
            (StatusCode::BAD_REQUEST, Json(json!({"error": "InvalidRequest", "message": message})))
                .into_response()
        }
        None => {
            let known = shared.profiles.lock().expect("no test panics in here");
            let profiles: Vec<_> = dids.iter().filter_map(|did| known.get(did)).collect();
            Json(json!({ "profiles": profiles })).into_response()
        }
    };
    shared.questions.send_modify(|questions| questions.push(dids));
    answer
}

fn decoded(did: &str) -> String {
    did.replace("%3A", ":")
}

fn refused((status, header): Refusal) -> Response {
    let mut answer = StatusCode::from_u16(status).expect("a status").into_response();
    if let Some((name, value)) = header {
        answer.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    answer
}
