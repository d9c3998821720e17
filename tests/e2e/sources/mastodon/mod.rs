//! Mastodon's troubles, and a wall that does not mind.

mod arriving;
mod changing;
mod failing;
mod refusing;
mod rubbish;

use backchannel::{
    config::Serve,
    domain::health::Condition,
    sources::mastodon::{Mastodon, Settings},
};
use harness::{
    Screen, Server, Sourced,
    fake_mastodon::{FakeMastodon, TOKEN},
};

/// A conference with an open policy, its wall, and a server.
struct Scene {
    server: Server,
    wall: Screen,
    mastodon: FakeMastodon,
}

impl Scene {
    async fn new() -> Self {
        let hashtags = vec!["SoMeSummit".to_owned()];
        let server = Server::with(Serve { open: true, hashtags, ..Serve::default() }).await;
        let wall = server.screen("wall/main").await;
        let mastodon = FakeMastodon::start(server.clock.now()).await;
        Self { server, wall, mastodon }
    }

    fn hears(&self, settings: Settings) -> Sourced {
        let source = Mastodon::all(vec![settings]).pop().expect("one source for one server");
        self.server.hears(source)
    }

    /// The source with a token, its stream open.
    async fn listens(&self) -> Sourced {
        self.listens_with(self.mastodon.settings(Some(TOKEN))).await
    }

    async fn listens_with(&self, settings: Settings) -> Sourced {
        let source = self.hears(settings);
        self.mastodon.was_listened_to(1).await;
        // Once for a start, and once more because the stream has opened.
        self.mastodon.was_asked("/tag/SoMeSummit?", 2).await;
        source
    }

    /// The source without a token, which asks.
    fn asks(&self) -> Sourced {
        self.hears(self.mastodon.settings(None))
    }
}

async fn is_refused(source: &Sourced, words: &str) {
    let is_so =
        |condition: &Condition| matches!(condition, Condition::Refused { why } if why.contains(words));
    source.becomes(words, |health| is_so(&health.condition)).await;
}

async fn reconnects(source: &Sourced, words: &str) {
    let is_so = |condition: &Condition| matches!(condition, Condition::Reconnecting { why, .. } if why.contains(words));
    source.becomes(words, |health| is_so(&health.condition)).await;
}

async fn receives(source: &Sourced) {
    source.becomes("posts as they are written", |health| health.condition == Condition::Receiving).await;
}
