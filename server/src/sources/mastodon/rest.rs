//! Asking a server, no oftener than it allows.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use reqwest::{Client, Response, Url, header::LINK};
use serde::Deserialize;
use tokio::{sync::Mutex, time::Instant};

use super::{
    Settings,
    instance::Instance,
    paging::{Page, Part},
    trouble::{Trouble, spent},
};
use crate::domain::At;

/// Largest answer that is read to its end, in bytes. A page of forty ordinary posts has 200 KB.
const ANSWER_LIMIT: usize = 24 * 1024 * 1024;
/// Most posts of a page, and most that can be looked at again at once.
const PAGE: &str = "40";
pub(super) const LOOK_AT_ONCE: usize = 20;

/// One server's API.
pub(super) struct Api {
    client: Client,
    base: Url,
    token: Option<String>,
    token_works: AtomicBool,
    between: Duration,
    free_at: Mutex<Instant>,
    now: Box<dyn Fn() -> At + Send + Sync>,
}

impl Api {
    /// # Errors
    /// In words, when this machine can make no client.
    pub(super) fn of(
        settings: &Settings,
        now: impl Fn() -> At + Send + Sync + 'static,
    ) -> Result<Self, Trouble> {
        Ok(Self {
            client: crate::net::client().timeout(settings.pace.answer).build()?,
            base: settings.base.clone(),
            token: settings.token.clone(),
            token_works: AtomicBool::new(true),
            between: settings.pace.between,
            free_at: Mutex::new(Instant::now()),
            now: Box::new(now),
        })
    }

    /// Whether requests carry the token.
    pub(super) fn shows_token(&self) -> bool {
        self.token.is_some() && self.token_works.load(Ordering::Relaxed)
    }

    /// Goes on without the token that was refused, or with it again.
    pub(super) fn show_token(&self, works: bool) {
        self.token_works.store(works, Ordering::Relaxed);
    }

    /// What the server says about itself; older servers say less.
    pub(super) async fn instance(&self) -> Result<Instance, Trouble> {
        let body = match self.get(&["api", "v2", "instance"], &[]).await {
            Err(Trouble::Missing | Trouble::Failed(_)) => self.get(&["api", "v1", "instance"], &[]).await?.0,
            answer => answer?.0,
        };
        Instance::read(&body)
            .ok_or_else(|| Trouble::Failed("this address does not speak Mastodon's API".into()))
    }

    /// Some posts of a hashtag. A tag that the server has never seen has none.
    pub(super) async fn tag(&self, tag: &str, part: Part<'_>) -> Result<Page, Trouble> {
        let path = ["api", "v1", "timelines", "tag", tag];
        let query: Vec<_> = [("limit", PAGE)].into_iter().chain(part.parameter()).collect();
        match self.get(&path, &query).await {
            Ok((body, links)) => Page::of(body, links),
            Err(Trouble::Missing) => Page::of(b"[]".into(), String::new()),
            Err(trouble) => Err(trouble),
        }
    }

    /// Posts by the server's numbers, as a JSON list; those that are gone are left out.
    pub(super) async fn statuses(&self, ids: &[String]) -> Result<Vec<u8>, Trouble> {
        let query: Vec<_> = ids.iter().map(|id| ("id[]", id.as_str())).collect();
        Ok(self.get(&["api", "v1", "statuses"], &query).await?.0)
    }

    /// One post by the server's number.
    pub(super) async fn status(&self, id: &str) -> Result<Vec<u8>, Trouble> {
        Ok(self.get(&["api", "v1", "statuses", id], &[]).await?.0)
    }

    async fn get(&self, path: &[&str], query: &[(&str, &str)]) -> Result<(Vec<u8>, String), Trouble> {
        let mut free_at = self.free_at.lock().await;
        let wait = free_at.saturating_duration_since(Instant::now());
        if wait > self.between {
            return Err(Trouble::Busy(wait));
        }
        tokio::time::sleep(wait).await;
        let answer = self.send(path, query).await;
        let wait = match &answer {
            Ok(response) => spent(response.status(), response.headers(), (self.now)()),
            Err(_) => None,
        };
        *free_at = Instant::now() + wait.unwrap_or_default().max(self.between);
        drop(free_at);
        self.read(answer?).await
    }

    async fn send(&self, path: &[&str], query: &[(&str, &str)]) -> reqwest::Result<Response> {
        let mut url = self.base.clone();
        url.path_segments_mut().expect("an address of the web has a path").pop_if_empty().extend(path);
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        let request = self.client.get(url);
        let token = self.token.as_ref().filter(|_| self.shows_token());
        token.into_iter().fold(request, reqwest::RequestBuilder::bearer_auth).send().await
    }

    async fn read(&self, mut response: Response) -> Result<(Vec<u8>, String), Trouble> {
        let (status, headers) = (response.status(), response.headers().clone());
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await? {
            if body.len() + chunk.len() > ANSWER_LIMIT {
                return Err(Trouble::Failed("an answer of the server has no end".into()));
            }
            body.extend_from_slice(&chunk);
        }
        if !status.is_success() {
            return Err(Trouble::of(status, &headers, refusal(&body), (self.now)()));
        }
        let links = headers.get_all(LINK).iter().filter_map(|link| link.to_str().ok());
        Ok((body, links.collect::<Vec<_>>().join(",")))
    }
}

/// The server's own words on why not.
pub(super) fn refusal(body: &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Refusal {
        error: String,
    }
    let refusal: Refusal = serde_json::from_slice(body).ok()?;
    Some(crate::domain::text::clean_line(&refusal.error)).filter(|words| !words.is_empty())
}
