//! What every handler shares.

use std::sync::Arc;

use tokio_util::sync::CancellationToken;

use super::{
    frames::RingKey,
    limits::{FormPace, Sockets},
    pictures::Pictures,
};
use crate::{
    clock::Clock,
    domain::{Entry, Seq, health::SourceHealth},
    hub::Hub,
    pipeline::Pipeline,
};

/// Entries above a number, for programs that read the log.
pub type ReadLog = Arc<
    dyn Fn(Seq, usize) -> futures_util::future::BoxFuture<'static, Result<Vec<Entry>, String>> + Send + Sync,
>;

/// How every source is doing now.
pub type Health = Arc<dyn Fn() -> Vec<SourceHealth> + Send + Sync>;

/// Handlers' view of the running server. Cloning it counts references.
#[derive(Clone)]
pub struct Site(Arc<Parts>);

/// What [`Site`] is made of.
pub struct Parts {
    pub pipeline: Pipeline,
    pub hub: Arc<Hub<RingKey>>,
    pub clock: Clock,
    pub health: Health,
    pub log_id: String,
    pub read_log: ReadLog,
    /// As people reach it, such as `https://summit.example`; `None`: the request's host says.
    pub public_url: Option<String>,
    /// Serve style sheets and scripts from this folder of a checkout instead of the binary.
    pub assets_from: Option<std::path::PathBuf>,
    pub stopping: CancellationToken,
    pub sockets: Sockets,
    pub form_pace: FormPace,
    pub pictures: Pictures,
}

impl Site {
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }

    /// Whether browsers reach it over https, so that cookies can be bound to that.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.as_ref().is_some_and(|url| url.starts_with("https://"))
    }
}

impl std::ops::Deref for Site {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
