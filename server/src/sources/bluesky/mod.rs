//! Bluesky, by Jetstream: every post of the network comes by, and ours are picked out. No key is needed.
//!
//! Jetstream's messages are not signed: it is good for showing what is said, and proves nothing about who said it. What
//! Bluesky's own moderation takes down is not told there either, except when a whole account goes.
//!
//! When a server cannot be reached or falls silent, the next is tried. Messages come at least once; ingest sorts it out.

mod authors;
mod connecting;
mod deletes;
mod embed;
mod facets;
mod fetch;
mod labels;
mod listener;
mod map;
mod place;
mod profile;
mod settings;
mod stream;
mod tags;
mod v1;
mod wire;

use std::time::Duration;

use futures_util::future::BoxFuture;

use self::{
    authors::Authors, connecting::Connecting, fetch::NoAnswer, listener::Listener, stream::Stream,
    tags::Tags, v1::V1, wire::Wire as _,
};
use super::{Outlet, Source, Stopped};
use crate::{
    domain::{Network, health::Condition},
    net,
};

pub use settings::Settings;

/// The source.
#[derive(Clone, Debug)]
pub struct Bluesky {
    settings: Settings,
}

impl Bluesky {
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self { settings }
    }
}

impl Source for Bluesky {
    fn name(&self) -> String {
        Network::BLUESKY.into()
    }

    fn network(&self) -> &'static str {
        Network::BLUESKY
    }

    fn run(self: Box<Self>, outlet: Outlet) -> BoxFuture<'static, ()> {
        Box::pin(async move {
            let refuse = |why: String| outlet.is(Condition::Refused { why });
            let Some(tags) = Tags::of(outlet.tags()) else {
                return refuse("Bluesky sends every post of its network: choose at least one hashtag".into());
            };
            let client = match net::client().build() {
                Ok(client) => client,
                Err(error) => return refuse(format!("no secure connections on this machine: {error}")),
            };
            let authors = Authors::new(client, &self.settings);
            let listener = Listener::new(V1, outlet.clone(), tags, authors, self.settings.keep_place);
            let Stopped = Connecting::new(V1, self.settings, outlet, listener).run().await;
        })
    }
}

/// Tries the way to both servers.
///
/// # Errors
/// Says which server cannot be reached, and why.
pub async fn diagnose(settings: &Settings) -> Result<String, String> {
    /// The network brings a message every few milliseconds.
    const PATIENCE: Duration = Duration::from_secs(10);
    let mut hosts = settings.hosts();
    let (jetstream, appview) = (hosts.next().unwrap_or_default(), hosts.last().unwrap_or_default());
    let unreachable = |why| format!("{jetstream}: {why}; outgoing connections to it must be allowed");
    let first = settings.jetstreams.first().ok_or("no Jetstream is named")?;
    let mut stream =
        Stream::open(&V1.address(first, None), PATIENCE).await.map_err(|cut| unreachable(cut.why))?;
    stream.next().await.map_err(|cut| unreachable(cut.why))?;
    let client = net::client().build().map_err(|error| error.to_string())?;
    match fetch::profiles(&client, &settings.appview, &["did:web:backchannel.example".into()]).await {
        Ok(_) | Err(NoAnswer::Refused) => {
            Ok(format!("{jetstream} sends posts, and {appview} tells who wrote them"))
        }
        Err(NoAnswer::Later { why, .. }) => Err(format!("{appview}: {why}; posts would come without names")),
    }
}
