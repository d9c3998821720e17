//! X's troubles, and a wall that does not mind.

mod caps;
mod gaps;
mod posts;
mod rules;
mod troubles;

use backchannel::{
    config::Serve,
    domain::{Network, PostKey, health::Condition},
    sources::x::{Settings, X},
};
use harness::{Screen, Server, Sourced, fake_x::FakeX};
use serde_json::Value;

const STREAM: &str = "/search/stream";
const SEARCH: &str = "GET /2/tweets/search/recent";

/// A conference with an open policy, its wall, and X.
struct Scene {
    server: Server,
    wall: Screen,
    x: FakeX,
}

impl Scene {
    async fn new() -> Self {
        let hashtags = vec!["SoMeSummit".to_owned()];
        let server = Server::with(Serve { open: true, hashtags, ..Serve::default() }).await;
        let wall = server.screen("wall/main").await;
        let x = FakeX::start(server.clock.now()).await;
        Self { server, wall, x }
    }

    /// The source, connected.
    async fn listens(&self) -> Sourced {
        self.listens_with(self.x.settings()).await
    }

    async fn listens_with(&self, settings: Settings) -> Sourced {
        let source = self.server.hears(X::new(settings));
        source.becomes("a connection", |health| health.condition == Condition::Receiving).await;
        source
    }

    /// Somebody writes under our tag.
    fn writes(&self, number: u64, text: &str) {
        self.x.writes(&self.x.post(number, &format!("{text} #SoMeSummit")));
    }

    fn writes_unheard(&self, number: u64, text: &str) {
        self.x.writes_unheard(&self.x.post(number, &format!("{text} #SoMeSummit")));
    }

    fn key(&self, number: u64) -> PostKey {
        PostKey::of(Network::X, &self.x.id(number).to_string())
    }

    async fn posts(&self) -> Value {
        self.server.web.numbers().await["posts"].clone()
    }
}

fn is_refused(condition: &Condition, word: &str) -> bool {
    matches!(condition, Condition::Refused { why } if why.contains(word))
}

fn is_capped(condition: &Condition, word: &str) -> bool {
    matches!(condition, Condition::Capped { why } if why.contains(word))
}

fn is_away(condition: &Condition, word: &str) -> bool {
    matches!(condition, Condition::Reconnecting { why, .. } if why.contains(word))
}
