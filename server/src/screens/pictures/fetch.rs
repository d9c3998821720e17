//! Fetches a file from a stranger's server, within limits.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use reqwest::{
    Client, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};

use super::address::is_public;

/// Longest file, in bytes: what networks allow for a picture.
const SIZE: usize = 8 * 1_024 * 1_024;
/// A picture that takes longer than this comes too late for a wall anyway.
const TIME: Duration = Duration::from_secs(10);
const REDIRECTS: usize = 3;

pub(super) struct Fetcher {
    client: Option<Client>,
    allowed: Arc<Vec<String>>,
}

impl Fetcher {
    pub(super) fn new(allowed: Vec<String>) -> Self {
        let allowed = Arc::new(allowed);
        let rules = Arc::clone(&allowed);
        let redirects = Policy::custom(move |attempt| {
            let goes_on = attempt.previous().len() <= REDIRECTS && is_allowed(attempt.url(), &rules);
            if goes_on { attempt.follow() } else { attempt.stop() }
        });
        let client = crate::net::client()
            .timeout(TIME)
            .redirect(redirects)
            .dns_resolver(Arc::new(PublicOnly(Arc::clone(&allowed))))
            .build();
        if let Err(error) = &client {
            tracing::error!(%error, "no picture can be fetched on this machine: {error}");
        }
        Self { client: client.ok(), allowed }
    }

    /// The bytes behind a URL, or in short why not.
    pub(super) async fn fetch(&self, url: &str) -> Result<Vec<u8>, &'static str> {
        let client = self.client.as_ref().ok_or("there is no client")?;
        let url = Url::parse(url).map_err(|_| "its address is none")?;
        if !is_allowed(&url, &self.allowed) {
            return Err("its address is not a public one");
        }
        let mut response = client.get(url).send().await.map_err(|_| "its server does not answer")?;
        if !response.status().is_success() {
            return Err("its server refuses it");
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|_| "its server stopped in the middle")? {
            if bytes.len() + chunk.len() > SIZE {
                return Err("it is too large");
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }
}

/// Checks scheme and a literal address; names are checked when they are resolved.
fn is_allowed(url: &Url, allowed: &[String]) -> bool {
    if !matches!(url.scheme(), "https" | "http") {
        return false;
    }
    let Some(host) = url.host_str() else { return false };
    let literal = host.trim_matches(['[', ']']).parse();
    allowed.iter().any(|ours| ours == host) || literal.map_or(true, is_public)
}

/// Resolves names to public addresses only, and the connection is made to the very address that was checked.
struct PublicOnly(Arc<Vec<String>>);

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        let is_ours = self.0.iter().any(|ours| ours == name.as_str());
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> =
                found.filter(|address| is_ours || is_public(address.ip())).collect();
            if public.is_empty() {
                return Err("no public address".into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}
