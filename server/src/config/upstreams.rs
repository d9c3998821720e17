//! The networks that a run listens to.

use anyhow::{Context as _, anyhow};

use super::{
    cli::Networks,
    file::{FileBluesky, FileSources, FileX},
};
use crate::{
    domain::Network,
    projections::State,
    sources::{Source, bluesky, feed, mastodon, x},
};

/// X's bearer token.
const X_TOKEN: &str = "BACKCHANNEL_X_BEARER_TOKEN";
/// Tokens of Mastodon accounts, as `host=token` with commas between.
const MASTODON_TOKENS: &str = "BACKCHANNEL_MASTODON_TOKENS";

/// Sources with everything they need.
#[derive(Clone, Default)]
pub struct Upstreams {
    bluesky: Option<bluesky::Settings>,
    mastodon: Vec<mastodon::Settings>,
    x: Option<x::Settings>,
    feeds: Vec<feed::Settings>,
}

impl Upstreams {
    pub(super) fn from(flags: Networks, file: FileSources) -> anyhow::Result<Self> {
        let bluesky = match (flags.bluesky, file.bluesky) {
            (Some(address), _) => Some(address),
            (None, Some(FileBluesky::At(address))) => Some(address),
            (None, Some(FileBluesky::On(true))) => Some(String::new()),
            (None, Some(FileBluesky::On(false)) | None) => None,
        };
        let bluesky = bluesky.map(|address| match address.as_str() {
            "" => Ok(bluesky::Settings::default()),
            address => bluesky::Settings::at(address).map_err(|why| anyhow!(why)),
        });
        let tokens = std::env::var(MASTODON_TOKENS).unwrap_or_default();
        let servers = flags.mastodon.iter().chain(&file.mastodon);
        let mastodon =
            servers.map(|server| mastodon_server(server, &tokens)).collect::<anyhow::Result<_>>()?;
        let feeds = flags
            .feed
            .iter()
            .chain(&file.feeds)
            .map(|url| feed::Settings::at(url).map_err(|why| anyhow!(why)));
        let feeds = feeds.collect::<anyhow::Result<_>>()?;
        Ok(Self { bluesky: bluesky.transpose()?, mastodon, x: x_account(file.x)?, feeds })
    }

    /// The sources, for a conference that holds `state`.
    #[must_use]
    pub fn sources(self, state: &State) -> Vec<Box<dyn Source>> {
        let mut sources: Vec<Box<dyn Source>> = Vec::new();
        if let Some(settings) = self.bluesky {
            sources.push(Box::new(bluesky::Bluesky::new(settings)));
        }
        for source in mastodon::Mastodon::all(self.mastodon) {
            sources.push(Box::new(source));
        }
        for settings in self.feeds {
            sources.push(Box::new(feed::Feed::new(settings)));
        }
        if let Some(settings) = self.x {
            let held = state.content.posts.iter().filter(|placed| placed.post.network.as_str() == Network::X);
            let held = held.map(|placed| placed.post.id.clone()).collect();
            sources.push(Box::new(x::X::new(x::Settings { held, ..settings })));
        }
        sources
    }

    /// Every host that the sources would contact.
    #[must_use]
    pub fn hosts(&self) -> Vec<String> {
        let bluesky = self.bluesky.iter().flat_map(bluesky::Settings::hosts).map(str::to_owned);
        let mastodon = self.mastodon.iter().map(mastodon::Settings::host);
        let x = self.x.iter().map(|settings| settings.base_url.clone());
        bluesky.chain(mastodon).chain(x).chain(self.feeds.iter().map(feed::Settings::host)).collect()
    }

    /// Asks every network whether it would give us posts; each answer with the source's name.
    pub async fn diagnose(&self) -> Vec<(String, Result<String, String>)> {
        let mut found = Vec::new();
        if let Some(settings) = &self.bluesky {
            found.push(("Bluesky".to_owned(), bluesky::diagnose(settings).await));
        }
        for settings in &self.mastodon {
            found.push((format!("Mastodon {}", settings.host()), mastodon::diagnose(settings).await));
        }
        for settings in &self.feeds {
            found.push((format!("feed {}", settings.url), feed::diagnose(settings).await));
        }
        if let Some(settings) = &self.x {
            found.push(("X".to_owned(), x::diagnose(settings).await));
        }
        found
    }
}

fn mastodon_server(server: &str, tokens: &str) -> anyhow::Result<mastodon::Settings> {
    let settings = mastodon::Settings::of(server, None).map_err(|why| anyhow!(why))?;
    let host = settings.host();
    let token =
        tokens.split(',').filter_map(|pair| pair.split_once('=')).find(|(name, _)| name.trim() == host);
    match token {
        Some((_, token)) => {
            mastodon::Settings::of(server, Some(token.trim().to_owned())).map_err(|why| anyhow!(why))
        }
        None => Ok(settings),
    }
}

fn x_account(file: FileX) -> anyhow::Result<Option<x::Settings>> {
    let Ok(token) = std::env::var(X_TOKEN) else { return Ok(None) };
    let token = x::Token::new(&token).map_err(|why| anyhow!(why)).context(X_TOKEN)?;
    let mut settings = x::Settings::new(token);
    if let Some(base_url) = file.base_url {
        settings.base_url = base_url.trim_end_matches('/').to_owned();
    }
    settings.caps.an_hour = file.posts_an_hour.unwrap_or(settings.caps.an_hour);
    settings.caps.in_all = file.posts_in_all.unwrap_or(settings.caps.in_all);
    Ok(Some(settings))
}
