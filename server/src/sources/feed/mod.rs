//! RSS, Atom and JSON Feed: asked for again and again, and only told what changed (RFC 9110, conditional requests).
//!
//! Whoever names a feed wants all of it: its items count as tagged with the conference's first hashtag.

mod fetch;
mod map;

use std::{collections::HashMap, time::Duration};

use futures_util::{FutureExt as _, future::BoxFuture};
use reqwest::Url;

use self::fetch::{Answer, Fetcher};
use super::{Found, Outlet, Source, backoff::Backoff};
use crate::{clock::jitter, domain::health::Condition};

/// One feed.
#[derive(Clone, Debug)]
pub struct Settings {
    pub url: Url,
    /// Between two looks.
    pub every: Duration,
    /// After the first failure; doubles up to `longest_pause`.
    pub first_pause: Duration,
    pub longest_pause: Duration,
}

impl Settings {
    /// The feed at an address.
    ///
    /// # Errors
    /// Says in words why it is none.
    pub fn at(url: &str) -> Result<Self, String> {
        let wrong = || format!("{url} is no address of a feed, such as https://blog.example/feed.xml");
        let url = Url::parse(url).map_err(|_| wrong())?;
        if !matches!(url.scheme(), "https" | "http") || url.host_str().is_none() {
            return Err(wrong());
        }
        Ok(Self {
            url,
            every: Duration::from_secs(60),
            first_pause: Duration::from_secs(10),
            longest_pause: Duration::from_secs(600),
        })
    }

    /// The host that it is on.
    #[must_use]
    pub fn host(&self) -> String {
        self.url.host_str().unwrap_or_default().to_owned()
    }
}

/// Brings the items of one feed.
pub struct Feed {
    settings: Settings,
}

impl Feed {
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self { settings }
    }

    async fn listen(self, outlet: Outlet) {
        let Settings { url, every, first_pause, longest_pause } = &self.settings;
        let mut fetcher = match Fetcher::new(url.clone()) {
            Ok(fetcher) => fetcher,
            Err(why) => return outlet.is(Condition::Refused { why }),
        };
        let mut backoff = Backoff::exponential(*first_pause, *longest_pause);
        let mut known = HashMap::new();
        loop {
            let pause = match fetcher.fetch().await {
                Ok(answer) => {
                    backoff.reset();
                    outlet.is(Condition::Receiving);
                    if self.bring(answer, &mut known, &outlet).await.is_err() {
                        return;
                    }
                    *every
                }
                Err(why) => {
                    let pause = backoff.failed();
                    let at = outlet.now().plus(i64::try_from(pause.as_millis()).unwrap_or(i64::MAX));
                    outlet.is(Condition::Reconnecting { at, why });
                    pause
                }
            };
            tokio::time::sleep(pause + jitter(pause / 10)).await;
        }
    }

    /// Brings what is new or changed: a feed without validators repeats everything each time. `known` holds the words of
    /// the items that stood in it last.
    async fn bring(
        &self,
        answer: Answer,
        known: &mut HashMap<String, String>,
        outlet: &Outlet,
    ) -> Result<(), super::Stopped> {
        let Answer::New(bytes) = answer else { return Ok(()) };
        let Ok(feed) = feed_rs::parser::parse(bytes.as_slice()) else {
            outlet.dropped("a document that is neither RSS nor Atom nor JSON Feed");
            return Ok(());
        };
        let before = std::mem::take(known);
        let mut found = Vec::new();
        for entry in &feed.entries {
            match map::post(entry, &feed, &self.settings, outlet.tags(), outlet.now()) {
                Some(post) => {
                    known.insert(post.id.clone(), post.text.clone());
                    if before.get(&post.id) != Some(&post.text) {
                        found.push(Found::Post(Box::new(post)));
                    }
                }
                None => outlet.dropped("an item without words, or from a time that cannot be"),
            }
        }
        outlet.bring(found, None).await
    }
}

impl Source for Feed {
    fn name(&self) -> String {
        format!("feed {}{}", self.settings.host(), self.settings.url.path())
    }

    fn network(&self) -> &'static str {
        map::NETWORK
    }

    fn run(self: Box<Self>, outlet: Outlet) -> BoxFuture<'static, ()> {
        self.listen(outlet).boxed()
    }
}

/// Fetches the feed once.
///
/// # Errors
/// Says in words what is wrong.
pub async fn diagnose(settings: &Settings) -> Result<String, String> {
    let answer = Fetcher::new(settings.url.clone())?.fetch().await?;
    let Answer::New(bytes) = answer else { return Ok("nothing new".into()) };
    let feed = feed_rs::parser::parse(bytes.as_slice());
    let feed = feed.map_err(|_| "it answers, but with neither RSS nor Atom nor JSON Feed".to_owned())?;
    Ok(format!("{} items", feed.entries.len()))
}
