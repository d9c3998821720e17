//! One server as a source: who it is, then both ways at once.

use std::{convert::Infallible, sync::Arc, time::Duration};

use futures_util::{FutureExt as _, future::BoxFuture};
use tokio::sync::Notify;

use super::{
    super::{Outlet, Source, Stopped, backoff::Backoff},
    CLOSED, Settings,
    asking::Asking,
    bringing::Bringing,
    instance::Instance,
    map::Here,
    places::Places,
    rest::Api,
    socket::Line,
    standing::{self, Standing},
    stream::Stream,
    trouble::Trouble,
    versions::Versions,
};
use crate::{
    clock::jitter,
    domain::{Network, health::Condition},
};

/// Brings a conference's hashtags from one server.
pub struct Mastodon {
    settings: Settings,
    versions: Arc<Versions>,
}

impl Source for Mastodon {
    fn name(&self) -> String {
        format!("mastodon {}", self.settings.host())
    }

    fn network(&self) -> &'static str {
        Network::MASTODON
    }

    fn run(self: Box<Self>, outlet: Outlet) -> BoxFuture<'static, ()> {
        async move {
            if outlet.tags().is_empty() {
                let why =
                    "a server of this network is asked for hashtags, and the conference has none; give one";
                return outlet.is(Condition::Refused { why: why.into() });
            }
            // It ends when the conference does; there is nobody left to tell.
            let _ = self.gather(outlet).await;
        }
        .boxed()
    }
}

impl Mastodon {
    /// One source for each server. They agree on which wording of a post stands.
    #[must_use]
    pub fn all(servers: Vec<Settings>) -> Vec<Self> {
        let versions = Arc::<Versions>::default();
        servers.into_iter().map(|settings| Self { settings, versions: Arc::clone(&versions) }).collect()
    }

    async fn gather(self, outlet: Outlet) -> Result<Infallible, Stopped> {
        let standing = Arc::new(Standing::new(outlet.clone()));
        let (api, instance) = self.meet(&standing, &outlet).await;
        let server = self.settings.host();
        let here = Here {
            domain: instance.domain.clone().unwrap_or_else(|| server.clone()),
            server,
            respects_wishes: self.settings.respects_wishes,
        };
        let tags = outlet.tags().to_vec();
        let places = Places::read(outlet.place(), &tags);
        let (api, opened) = (Arc::new(api), Arc::new(Notify::new()));
        let bringing = Arc::new(Bringing::new(outlet, here, self.versions));
        let pace = self.settings.pace;
        let stream = line(&self.settings, &instance, &standing).map(|line| {
            let (api, bringing, standing) = (Arc::clone(&api), Arc::clone(&bringing), Arc::clone(&standing));
            Stream { line, api, bringing, standing, opened: Arc::clone(&opened), tags: tags.clone(), pace }
        });
        let asking = Asking { api, bringing, standing, opened, tags, places, pace, without: None };
        match stream {
            None => asking.run().await,
            Some(stream) => tokio::select! {
                ended = asking.run() => ended,
                ended = stream.run() => ended,
            },
        }
    }

    /// Asks the server who it is, until it says so.
    async fn meet(&self, standing: &Standing, outlet: &Outlet) -> (Api, Instance) {
        let mut backoff = Backoff::exponential(self.settings.pace.retry, self.settings.pace.retry_limit);
        loop {
            let clock = outlet.clone();
            let trouble = match Api::of(&self.settings, move || clock.now()) {
                Err(trouble) => trouble,
                Ok(api) => match api.instance().await {
                    Ok(instance) if self.settings.token.is_none() && instance.is_closed() => {
                        Trouble::Denied(CLOSED.into())
                    }
                    Ok(instance) => return (api, instance),
                    Err(trouble) => trouble,
                },
            };
            let wait = self.not_met(trouble, standing, outlet, &mut backoff);
            tokio::time::sleep(wait).await;
        }
    }

    fn not_met(
        &self,
        trouble: Trouble,
        standing: &Standing,
        outlet: &Outlet,
        backoff: &mut Backoff,
    ) -> Duration {
        let (wait, why) = match trouble {
            Trouble::Denied(why) => {
                standing.asking(standing::Asking::Refused { why });
                return self.settings.pace.refused;
            }
            Trouble::Busy(wait) => (wait, "the server asks for a pause: it was asked too often".to_owned()),
            Trouble::Missing => {
                (jitter(backoff.failed()), "this address does not speak Mastodon's API".to_owned())
            }
            Trouble::Failed(why) => (jitter(backoff.failed()), why),
        };
        let again = outlet.now().plus(i64::try_from(wait.as_millis()).unwrap_or(i64::MAX));
        standing.asking(standing::Asking::Broken { again, why });
        wait
    }
}

/// The stream to listen to, if the server has one for us.
fn line(settings: &Settings, instance: &Instance, standing: &Standing) -> Option<Line> {
    let host = settings.host();
    let Some(token) = settings.token.clone() else {
        if let Some(missing) = instance.missing() {
            tracing::warn!(server = host, "{host} is read without a token, and {missing}");
        }
        return None;
    };
    if !instance.is_mastodon() {
        tracing::info!(
            server = host,
            "{host} is no Mastodon ({}); it is asked instead of listened to",
            instance.version
        );
        return None;
    }
    let line = Line::of(settings, token, instance.streaming.as_deref());
    line.map_err(|why| standing.stream(standing::Stream::Refused { why })).ok()
}
