//! `GET /media/{post}/{index}`: the pictures of posts, through this server. A page never fetches from elsewhere, so no
//! stranger learns who looks at a wall; and what comes from a stranger is fetched within limits, checked, and drawn anew
//! without whatever else the file carried.

mod address;
mod cache;
mod fetch;
mod redraw;

use std::sync::Arc;

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use tokio::sync::Semaphore;

use self::{cache::Cache, fetch::Fetcher};
use super::{problem::Problem, visitor::Visitor};
use crate::{
    domain::{Login, MediaKind, PostKey},
    projections::State,
};

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

/// Answers with a picture of a post that is shown, or of any post to its session's staff, who judge it.
///
/// # Errors
/// There is no such picture, it is not to be shown, or its server did not give one.
pub async fn picture(
    visitor: Visitor,
    Path((post, index)): Path<(PostKey, usize)>,
) -> Result<Response, Problem> {
    let parts = visitor.site.pictures.0.clone().ok_or_else(Problem::not_found)?;
    let login = visitor.login.as_ref();
    let url = address(&visitor.state, login, post, index)?;
    let picture = parts.picture(url).await.ok_or_else(Problem::not_found)?;
    // Asked anew after the fetch, which takes its time: a picture goes with its post, whatever the cache holds.
    address(&visitor.site.pipeline.state(), login, post, index)?;
    let headers = [
        (header::CONTENT_TYPE, picture.kind),
        (header::CACHE_CONTROL, "private, max-age=300"),
        (header::CONTENT_DISPOSITION, "inline"),
    ];
    Ok((headers, picture.bytes).into_response())
}

/// Where a picture lies, if this asker may see it.
fn address(state: &State, login: Option<&Login>, post: PostKey, index: usize) -> Result<String, Problem> {
    let posts = &state.content.posts;
    if posts.is_withdrawn(post) {
        return Err(Problem::gone("This post"));
    }
    let placed = posts.get(post).ok_or_else(Problem::not_found)?;
    let may_see =
        |session| posts.is_visible(session, placed) || login.is_some_and(|login| login.may_run(session));
    let media = placed.post.media.get(index).filter(|media| media.kind == MediaKind::Image);
    let media = media.filter(|_| placed.sessions.iter().any(may_see));
    media.map(|media| media.url.clone()).ok_or_else(Problem::not_found)
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
