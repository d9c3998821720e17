//! A Mastodon server on a port of its own: instance, hashtag timelines, statuses and streaming, as the real one answers.
//! It does what a test tells it.

mod refusal;
mod rest;
mod status;
mod streaming;

use std::{
    collections::{BTreeMap, VecDeque},
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use axum::{Router, http::StatusCode, middleware, routing::get};
use backchannel::{
    domain::At,
    sources::mastodon::{Pace, Settings},
};
use serde_json::{Value, json};
use tokio::sync::{broadcast, watch};

use crate::patience::within;
pub use refusal::Refusal;
use refusal::gate;
pub use status::status;
use streaming::Order;

/// A token that may read.
pub const TOKEN: &str = "invented-token";
/// A token without the scope to read statuses.
pub const NARROW_TOKEN: &str = "invented-narrow-token";

/// The server.
pub struct FakeMastodon {
    pub address: SocketAddr,
    now: At,
    shared: Arc<Shared>,
}

struct Shared {
    address: SocketAddr,
    /// By the server's own number.
    statuses: Mutex<BTreeMap<u64, Value>>,
    manners: Mutex<Manners>,
    refusals: Mutex<VecDeque<(String, Refusal)>>,
    live: broadcast::Sender<Order>,
    /// Address of every request, oldest first, with `+token` behind those that showed one.
    asked: watch::Sender<Vec<String>>,
    /// Streams on which somebody ever subscribed.
    listened: watch::Sender<usize>,
}

/// How the server behaves.
#[derive(Clone)]
struct Manners {
    version: String,
    /// Who may read hashtags: `public`, `authenticated`, `disabled`.
    access: &'static str,
    knows_tokens: bool,
    pings: bool,
    lists_statuses: bool,
}

impl FakeMastodon {
    /// Starts when the conference's clock says `now`.
    ///
    /// # Panics
    /// When there is no free port.
    pub async fn start(now: At) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("a bound port");
        let shared = Arc::new(Shared {
            address,
            statuses: Mutex::default(),
            manners: Mutex::new(Manners {
                version: "4.5.0".into(),
                access: "public",
                knows_tokens: true,
                pings: true,
                lists_statuses: true,
            }),
            refusals: Mutex::default(),
            live: broadcast::channel(4_096).0,
            asked: watch::channel(Vec::new()).0,
            listened: watch::channel(0).0,
        });
        let app = Router::new()
            .route("/api/v2/instance", get(rest::instance))
            .route("/api/v1/timelines/tag/{tag}", get(rest::tag))
            .route("/api/v1/statuses", get(rest::statuses))
            .route("/api/v1/statuses/{id}", get(rest::status))
            .route("/api/v1/streaming", get(streaming::open))
            .fallback(|| async { (StatusCode::NOT_FOUND, axum::Json(json!({ "error": "Not Found" }))) })
            .layer(middleware::from_fn_with_state(Arc::clone(&shared), gate))
            .with_state(Arc::clone(&shared));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { address, now, shared }
    }

    /// Settings that lead here, and wait for nothing long.
    ///
    /// # Panics
    /// Never: the address is one.
    #[must_use]
    pub fn settings(&self, token: Option<&str>) -> Settings {
        let brief = Duration::from_millis(10);
        let settings = Settings::of(&format!("http://{}", self.address), token.map(str::to_owned));
        let pace = Pace {
            between: brief,
            beside_stream: Duration::from_secs(3_600),
            recheck: Duration::from_secs(3_600),
            refused: Duration::from_millis(50),
            retry: brief,
            retry_limit: Duration::from_millis(50),
            silence: Duration::from_secs(3_600),
            settle: Duration::from_millis(100),
            stream_lag: Duration::ZERO,
            ..Pace::default()
        };
        Settings { pace, ..settings.expect("an address") }
    }

    /// Somebody writes: whoever listens hears it, and it can be found. Answers with its `uri`.
    pub fn posts(&self, number: u64, text: &str) -> String {
        self.publishes(&status(number, text, self.now))
    }

    /// The same for a status of any kind.
    pub fn publishes(&self, status: &Value) -> String {
        let uri = self.keeps(status);
        self.tells("update", status);
        uri
    }

    /// A status comes into the timeline and no stream tells of it.
    ///
    /// # Panics
    /// When its number is none.
    pub fn keeps(&self, status: &Value) -> String {
        let number = status["id"].as_str().and_then(|id| id.parse().ok()).expect("our servers count");
        locked(&self.shared.statuses).insert(number, status.clone());
        status["uri"].as_str().unwrap_or_default().to_owned()
    }

    /// Its author changes it.
    pub fn edits(&self, number: u64, text: &str) {
        let mut edited = status(number, text, self.now);
        edited["edited_at"] = json!(self.now.to_string());
        self.keeps(&edited);
        self.tells("status.update", &edited);
    }

    /// Its author deletes it.
    pub fn deletes(&self, number: u64) {
        self.loses(number);
        self.shared.give(Order::Delete(number.to_string()));
    }

    /// It is gone, and no stream tells of it.
    pub fn loses(&self, number: u64) {
        locked(&self.shared.statuses).remove(&number);
    }

    /// Tells of a status that is in no timeline.
    pub fn tells(&self, event: &'static str, status: &Value) {
        self.shared.give(Order::Tell(event, Arc::new(status.clone())));
    }

    /// Says this to whoever listens.
    pub fn says(&self, text: impl Into<String>) {
        self.shared.give(Order::Text(text.into()));
    }

    /// Says something that is no text.
    pub fn says_bytes(&self, bytes: Vec<u8>) {
        self.shared.give(Order::Bytes(bytes));
    }

    /// Closes all streams, with a code or without a word.
    pub fn closes(&self, code: Option<u16>) {
        self.shared.give(Order::Close(code));
    }

    /// Cuts all streams off.
    pub fn cuts(&self) {
        self.shared.give(Order::Cut);
    }

    /// Answers the next request under this address so.
    pub fn refuses(&self, path: &str, refusal: Refusal) {
        locked(&self.shared.refusals).push_back((path.to_owned(), refusal));
    }

    /// Says that it is something else.
    pub fn runs(&self, version: &str) {
        self.shared.manners().version = version.to_owned();
    }

    /// Lets only those read hashtags who have a token.
    pub fn closes_its_feeds(&self) {
        self.shared.manners().access = "authenticated";
    }

    /// Knows no token any more, and closes what they opened.
    pub fn revokes_its_tokens(&self) {
        self.shared.manners().knows_tokens = false;
        self.closes(None);
    }

    /// Stops pinging.
    pub fn stalls(&self) {
        self.shared.manners().pings = false;
    }

    /// Is older than lists of statuses.
    pub fn lists_no_statuses(&self) {
        self.shared.manners().lists_statuses = false;
    }

    /// Waits until somebody subscribed on so many streams, in all.
    pub async fn was_listened_to(&self, count: usize) {
        let mut listened = self.shared.listened.subscribe();
        let waiting = listened.wait_for(|listened| *listened >= count);
        within("a listener", waiting).await.expect("the server is there");
    }

    /// Waits for so many requests whose address holds `part`, and answers with all of them.
    pub async fn was_asked(&self, part: &str, count: usize) -> Vec<String> {
        let mut asked = self.shared.asked.subscribe();
        let those = |asked: &Vec<String>| asked.iter().filter(|path| path.contains(part)).cloned().collect();
        let waiting =
            asked.wait_for(|asked| asked.iter().filter(|path| path.contains(part)).count() >= count);
        let asked = within("a request", waiting).await.expect("the server is there");
        those(&asked)
    }
}

impl Shared {
    fn manners(&self) -> MutexGuard<'_, Manners> {
        locked(&self.manners)
    }

    fn give(&self, order: Order) {
        // It is of no matter when nobody listens.
        let _ = self.live.send(order);
    }

    /// Whether a request shows a token, and whether it is a good one.
    fn token(&self, request: &axum::http::HeaderMap) -> Option<bool> {
        let shown = request.get("authorization")?.to_str().ok()?.strip_prefix("Bearer ")?.to_owned();
        Some([TOKEN, NARROW_TOKEN].contains(&shown.as_str()) && self.manners().knows_tokens)
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("nothing panics while it holds the lock")
}
