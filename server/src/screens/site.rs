//! What every handler shares.

use std::sync::Arc;

use dashmap::DashMap;
use tokio_util::sync::CancellationToken;

use super::frames::RingKey;
use crate::{
    clock::Clock,
    domain::{Entry, Seq, health::SourceHealth},
    hub::Hub,
    pipeline::Pipeline,
};

/// Entries above a number, for programs that read the log.
pub type ReadLog =
    Arc<dyn Fn(Seq, usize) -> futures_util::future::BoxFuture<'static, Result<Vec<Entry>, String>> + Send + Sync>;

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

/// Streams by address. A venue is one address, so the limit is generous.
#[derive(Clone)]
pub struct Sockets {
    open: Arc<DashMap<std::net::IpAddr, usize>>,
    limit: usize,
}

/// One open stream of an address, until dropped.
pub struct Socket {
    open: Arc<DashMap<std::net::IpAddr, usize>>,
    address: std::net::IpAddr,
}

impl Sockets {
    #[must_use]
    pub fn new(limit: usize) -> Self {
        Self { open: Arc::default(), limit }
    }

    /// Counts one more stream of an address; `None` where it has as many as it may.
    #[must_use]
    pub fn open(&self, address: std::net::IpAddr) -> Option<Socket> {
        let mut count = self.open.entry(address).or_default();
        if *count >= self.limit {
            return None;
        }
        *count += 1;
        drop(count);
        Some(Socket { open: Arc::clone(&self.open), address })
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.open.remove_if_mut(&self.address, |_, count| {
            *count -= 1;
            *count == 0
        });
    }
}
