//! A web server on a port of its own, full of files that strangers put there. It does what a test tells it.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use tokio::sync::watch;

use crate::patience::within;

pub struct FakeWeb {
    pub address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    files: Mutex<HashMap<String, File>>,
    /// Path and headers of every request, oldest first.
    asked: watch::Sender<Vec<(String, HeaderMap)>>,
}

/// What an address answers.
#[derive(Clone)]
enum File {
    Whole {
        kind: &'static str,
        bytes: Bytes,
        tag: Option<String>,
    },
    Status(u16),
    Elsewhere(String),
    /// Begins and never ends.
    Endless,
}

impl FakeWeb {
    /// Starts on 127.0.0.1.
    pub async fn start() -> Self {
        Self::on([127, 0, 0, 1]).await
    }

    /// Starts on an address of this machine.
    ///
    /// # Panics
    /// When there is no free port.
    pub async fn on(ip: [u8; 4]) -> Self {
        let listener = tokio::net::TcpListener::bind(SocketAddr::from((ip, 0))).await.expect("a free port");
        let address = listener.local_addr().expect("a bound port");
        let shared = Arc::new(Shared { files: Mutex::default(), asked: watch::channel(Vec::new()).0 });
        let app = Router::new().fallback(answer).with_state(Arc::clone(&shared));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { address, shared }
    }

    /// The URL of a path here.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Puts a file at a path; answers with its URL.
    pub fn has(&self, path: &str, kind: &'static str, bytes: impl Into<Bytes>) -> String {
        self.puts(path, File::Whole { kind, bytes: bytes.into(), tag: None })
    }

    /// The same with an entity tag: whoever shows it is told that nothing changed.
    pub fn has_tagged(&self, path: &str, kind: &'static str, bytes: impl Into<Bytes>, tag: &str) -> String {
        self.puts(path, File::Whole { kind, bytes: bytes.into(), tag: Some(tag.to_owned()) })
    }

    pub fn fails(&self, path: &str, status: u16) -> String {
        self.puts(path, File::Status(status))
    }

    pub fn leads(&self, path: &str, to: &str) -> String {
        self.puts(path, File::Elsewhere(to.to_owned()))
    }

    pub fn stalls(&self, path: &str) -> String {
        self.puts(path, File::Endless)
    }

    fn puts(&self, path: &str, file: File) -> String {
        self.shared.files().insert(path.to_owned(), file);
        self.url(path)
    }

    /// How often anything was asked for.
    #[must_use]
    pub fn times_asked(&self) -> usize {
        self.shared.asked.borrow().len()
    }

    /// Waits for a request after the first `count`; answers with its headers.
    ///
    /// # Panics
    /// When none comes.
    pub async fn is_asked_after(&self, count: usize) -> HeaderMap {
        let mut asked = self.shared.asked.subscribe();
        let waiting = asked.wait_for(|asked| asked.len() > count);
        let asked = within("a request", waiting).await.expect("the server is there");
        asked[count].1.clone()
    }
}

impl Shared {
    fn files(&self) -> MutexGuard<'_, HashMap<String, File>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn answer(State(shared): State<Arc<Shared>>, request: Request) -> Response {
    let (path, headers) = (request.uri().path().to_owned(), request.headers().clone());
    let file = shared.files().get(&path).cloned();
    shared.asked.send_modify(|asked| asked.push((path, headers.clone())));
    match file {
        Some(File::Whole { kind, bytes, tag }) => whole(kind, bytes, tag, &headers),
        Some(File::Status(status)) => StatusCode::from_u16(status).expect("a status").into_response(),
        Some(File::Elsewhere(to)) => (StatusCode::FOUND, [(header::LOCATION, to)]).into_response(),
        Some(File::Endless) => {
            Body::from_stream(futures_util::stream::pending::<Result<Bytes, std::io::Error>>())
                .into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn whole(kind: &'static str, bytes: Bytes, tag: Option<String>, headers: &HeaderMap) -> Response {
    let Some(tag) = tag else { return ([(header::CONTENT_TYPE, kind)], bytes).into_response() };
    let shown = headers.get(header::IF_NONE_MATCH).and_then(|shown| shown.to_str().ok());
    if shown == Some(tag.as_str()) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::ETAG, tag)], bytes).into_response()
}
