//! X on a port of its own: rules, stream, search and look-up, byte for byte as the real one. It does what a test tells it.

mod answers;

use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use backchannel::{
    domain::At,
    sources::x::{Settings, Token, Waits},
};
use bytes::Bytes;
use serde_json::{Value, json};
use tokio::sync::{broadcast, watch};

use crate::patience::within;

/// An invented token.
pub const TOKEN: &str = "AAAAinvented-token";
/// Milliseconds of 2010-11-04T01:42:54.657Z, from which ids count.
const EPOCH: i64 = 1_288_834_974_657;

pub struct FakeX {
    pub address: SocketAddr,
    shared: Arc<Shared>,
    first_id: u64,
}

struct Shared {
    /// Messages by the id of their post.
    written: Mutex<BTreeMap<u64, Value>>,
    /// Why X gives a post to nobody.
    gone: Mutex<HashMap<u64, &'static str>>,
    rules: Mutex<Vec<Value>>,
    /// A word that no rule may hold.
    forbidden: Mutex<Option<String>>,
    live: broadcast::Sender<Order>,
    refusals: Mutex<VecDeque<(&'static str, Refusal)>>,
    /// Method and address of every request, oldest first.
    asked: watch::Sender<Vec<String>>,
    only_new_names: AtomicBool,
    stalls: AtomicBool,
}

/// An answer that is none: status, a header, and the problem in the body.
#[derive(Clone)]
pub struct Refusal {
    pub status: u16,
    pub reset: Option<At>,
    pub body: Value,
}

#[derive(Clone)]
enum Order {
    Send(Bytes),
    Cut,
}

impl FakeX {
    /// Starts when the conference's clock says `now`.
    ///
    /// # Panics
    /// When there is no free port.
    pub async fn start(now: At) -> Self {
        let shared = Arc::new(Shared {
            written: Mutex::default(),
            gone: Mutex::default(),
            rules: Mutex::default(),
            forbidden: Mutex::default(),
            live: broadcast::channel(4_096).0,
            refusals: Mutex::default(),
            asked: watch::channel(Vec::new()).0,
            only_new_names: AtomicBool::new(false),
            stalls: AtomicBool::new(false),
        });
        let app = answers::routes(Arc::clone(&shared));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("a bound port");
        tokio::spawn(async move { axum::serve(listener, app).await });
        let first_id = u64::try_from(now.0 - EPOCH).expect("a time after 2010") << 22;
        Self { address, shared, first_id }
    }

    /// Settings that lead here, and wait for nothing long.
    ///
    /// # Panics
    /// Never: the token is one.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let brief = (Duration::from_millis(10), Duration::from_millis(50));
        let settings = Settings::new(Token::new(TOKEN).expect("a token"));
        Settings {
            base_url: format!("http://{}", self.address),
            recheck_every: Duration::from_secs(3_600),
            waits: Waits { network: brief, server: brief, rate: brief, ..settings.waits.clone() },
            ..settings
        }
    }

    /// The id of a post that was written just now; a higher number is a later post.
    #[must_use]
    pub fn id(&self, number: u64) -> u64 {
        self.first_id + number
    }

    /// A post of an invented person, as the stream tells it.
    #[must_use]
    pub fn post(&self, number: u64, text: &str) -> Value {
        let id = self.id(number).to_string();
        json!({
            "data": { "id": id, "text": text, "author_id": "11", "lang": "en", "edit_history_tweet_ids": [id],
                "created_at": "2026-06-26T12:00:00.000Z" },
            "includes": { "users": [{ "id": "11", "username": "amara_o", "name": "Amara Okafor",
                "public_metrics": { "followers_count": 100 } }] },
            "matching_rules": [{ "id": "1", "tag": "backchannel" }],
        })
    }

    /// Somebody writes: whoever is connected hears it, and it can be found.
    pub fn writes(&self, message: &Value) {
        self.shared.keeps(message);
        self.sends(format!("{message}\r\n"));
    }

    /// Somebody writes while nobody listens, or the stream leaves it out.
    pub fn writes_unheard(&self, message: &Value) {
        self.shared.keeps(message);
    }

    /// The post goes; X says why when it is asked.
    pub fn takes_down(&self, number: u64, problem: &'static str) {
        self.shared.gone.lock().expect("no test panics in here").insert(self.id(number), problem);
    }

    /// Sends bytes as they are.
    pub fn sends(&self, bytes: impl Into<Bytes>) {
        // Nobody may be listening.
        let _ = self.shared.live.send(Order::Send(bytes.into()));
    }

    /// Cuts the connection without a word.
    pub fn cuts(&self) {
        let _ = self.shared.live.send(Order::Cut);
    }

    /// Keeps connections open and says nothing more, not even that it lives.
    pub fn stalls(&self) {
        self.shared.stalls.store(true, Ordering::Relaxed);
    }

    pub fn wakes(&self) {
        self.shared.stalls.store(false, Ordering::Relaxed);
    }

    /// Refuses the next request to a path that ends so.
    pub fn refuses(&self, path: &'static str, refusal: Refusal) {
        self.shared.refusals.lock().expect("no test panics in here").push_back((path, refusal));
    }

    /// Understands only the names that X's schemas have since August 2026.
    pub fn renames(&self) {
        self.shared.only_new_names.store(true, Ordering::Relaxed);
    }

    /// Takes no rule that holds this word.
    pub fn forbids(&self, word: &str) {
        *self.shared.forbidden.lock().expect("no test panics in here") = Some(word.to_owned());
    }

    /// Somebody sets rules beside us: value and tag.
    pub fn has_rule(&self, value: &str, tag: &str) {
        self.shared.adds(value, tag);
    }

    pub fn forgets_rules(&self) {
        self.shared.rules.lock().expect("no test panics in here").clear();
    }

    /// Values and tags of the rules that stand.
    #[must_use]
    pub fn standing_rules(&self) -> Vec<(String, String)> {
        let text = |rule: &Value, name: &str| rule[name].as_str().unwrap_or_default().to_owned();
        let rules = self.shared.rules.lock().expect("no test panics in here");
        rules.iter().map(|rule| (text(rule, "value"), text(rule, "tag"))).collect()
    }

    /// Every request so far.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        self.shared.asked.borrow().clone()
    }

    /// Waits for this many requests that begin so; answers with all of them.
    pub async fn was_asked(&self, beginning: &str, times: usize) -> Vec<String> {
        let those = |asked: &Vec<String>| -> Vec<String> {
            asked.iter().filter(|asked| asked.starts_with(beginning)).cloned().collect()
        };
        let mut asked = self.shared.asked.subscribe();
        let waiting = asked.wait_for(|asked| those(asked).len() >= times);
        those(&within(&format!("{times} requests {beginning}"), waiting).await.expect("the fake lives"))
    }

    /// Waits for this many connections to the stream.
    pub async fn connected(&self, times: usize) {
        self.was_asked("GET /2/tweets/search/stream?", times).await;
    }
}

impl Refusal {
    /// A status, and nothing to read.
    #[must_use]
    pub fn of(status: u16) -> Self {
        Self { status, reset: None, body: json!({ "title": "T", "status": status, "type": "about:blank" }) }
    }

    /// A problem by its name, with one more field.
    #[must_use]
    pub fn because(status: u16, problem: &str, field: (&str, &str)) -> Self {
        let mut body = json!({ "title": problem, "detail": "Words of X",
            "type": format!("https://api.twitter.com/2/problems/{problem}") });
        body[field.0] = json!(field.1);
        Self { status, reset: None, body }
    }
}

impl Shared {
    fn keeps(&self, message: &Value) {
        let id = message["data"]["id"].as_str().and_then(|id| id.parse().ok()).expect("a post has an id");
        self.written.lock().expect("no test panics in here").insert(id, message.clone());
    }

    fn adds(&self, value: &str, tag: &str) {
        let mut rules = self.rules.lock().expect("no test panics in here");
        let id = (1_000 + rules.len()).to_string();
        rules.push(json!({ "id": id, "value": value, "tag": tag }));
    }
}
