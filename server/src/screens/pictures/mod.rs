//! `GET /media/{post}/{index}`: the pictures of posts, through this server. A page never fetches from elsewhere, so no
//! stranger learns who looks at a wall; and what comes from a stranger is fetched within limits, checked, and drawn anew
//! without whatever else the file carried.

mod address;
mod cache;
mod fetch;
mod redraw;

use std::sync::Arc;

use axum::{
    extract::{Path, State as Shared},
    http::header,
    response::{IntoResponse, Response},
};
use tokio::sync::Semaphore;

use self::{cache::Cache, fetch::Fetcher};
use super::{problem::Problem, site::Site};
use crate::domain::{MediaKind, PostKey, Verdict};

/// Pictures that are fetched at a time. More would let one flood of posts take the venue's line.
const AT_ONCE: usize = 4;

/// Whether remote pictures are shown at all, and what is needed for it.
#[derive(Clone)]
pub struct Pictures(Option<Arc<Parts>>);

struct Parts {
    fetcher: Fetcher,
    cache: Cache,
    free: Semaphore,
}

/// A picture that was drawn anew.
#[derive(Clone)]
struct Picture {
    kind: &'static str,
    bytes: bytes::Bytes,
}

impl Pictures {
    /// No remote picture is fetched or shown.
    #[must_use]
    pub fn off() -> Self {
        Self(None)
    }

    /// Pictures from public addresses, and from these hosts besides: a media server of one's own, a test's.
    #[must_use]
    pub fn from_public(and: Vec<String>) -> Self {
        let parts =
            Parts { fetcher: Fetcher::new(and), cache: Cache::default(), free: Semaphore::new(AT_ONCE) };
        Self(Some(Arc::new(parts)))
    }

    #[must_use]
    pub fn are_on(&self) -> bool {
        self.0.is_some()
    }
}

/// Answers with a picture of a post that is shown.
///
/// # Errors
/// There is no such picture, it is not to be shown, or its server did not give one.
pub async fn picture(
    Shared(site): Shared<Site>,
    Path((post, index)): Path<(PostKey, usize)>,
) -> Result<Response, Problem> {
    let parts = site.pictures.0.clone().ok_or_else(Problem::not_found)?;
    let state = site.pipeline.state();
    // Asked anew each time: a picture goes with its post, whatever the cache holds.
    let placed = state.content.posts.get(post).filter(|placed| placed.verdict != Verdict::Hidden);
    let media =
        placed.and_then(|placed| placed.post.media.get(index)).filter(|media| media.kind == MediaKind::Image);
    let url = media.ok_or_else(Problem::not_found)?.url.clone();
    let picture = parts.picture(url).await.ok_or_else(Problem::not_found)?;
    let headers = [
        (header::CONTENT_TYPE, picture.kind),
        (header::CACHE_CONTROL, "private, max-age=300"),
        (header::CONTENT_DISPOSITION, "inline"),
    ];
    Ok((headers, picture.bytes).into_response())
}

impl Parts {
    async fn picture(&self, url: String) -> Option<Picture> {
        if let Some(known) = self.cache.get(&url) {
            return known;
        }
        let _turn = self.free.acquire().await.ok()?;
        // Somebody may have fetched it while this one waited for its turn.
        if let Some(known) = self.cache.get(&url) {
            return known;
        }
        let picture = match self.fetcher.fetch(&url).await {
            Ok(bytes) => tokio::task::spawn_blocking(move || redraw::redraw(&bytes)).await.ok().flatten(),
            Err(why) => {
                tracing::info!(why, "a picture could not be fetched: {why}");
                None
            }
        };
        self.cache.put(url, picture.clone());
        picture
    }
}
