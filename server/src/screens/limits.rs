//! How much one address may ask for. A venue is one address, so limits are generous: they stop a flood, not a room.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::{HeaderMap, request::Parts},
};
use dashmap::DashMap;

use crate::clock::steady;

/// Where a request comes from.
#[derive(Clone, Copy, Debug)]
pub struct Asker {
    pub address: IpAddr,
    /// Whether a proxy passed it on.
    pub forwarded: bool,
}

impl<S: Send + Sync> FromRequestParts<S> for Asker {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
        let peer = peer.unwrap_or(IpAddr::from([0, 0, 0, 0]));
        let told = forwarded_for(&parts.headers);
        // Only a proxy on this machine is believed: anyone can write a header.
        let address = told.filter(|_| peer.is_loopback()).unwrap_or(peer);
        // Whatever it says: a proxy that cannot be understood is a proxy all the same.
        let forwarded = FORWARDED.iter().any(|name| parts.headers.contains_key(*name));
        Ok(Self { address, forwarded })
    }
}

/// What proxies add.
const FORWARDED: [&str; 4] = ["forwarded", "x-forwarded-for", "x-real-ip", "via"];

/// The address that the nearest proxy saw: the last in its list.
fn forwarded_for(headers: &HeaderMap) -> Option<IpAddr> {
    let list = headers.get_all("x-forwarded-for").iter().next_back()?.to_str().ok()?;
    list.rsplit(',').next()?.trim().parse().ok()
}

/// Streams that an address has open.
#[derive(Clone)]
pub struct Sockets {
    open: Arc<DashMap<IpAddr, usize>>,
    limit: usize,
}

/// One open stream of an address, until dropped.
pub struct Socket {
    open: Arc<DashMap<IpAddr, usize>>,
    address: IpAddr,
}

impl Sockets {
    #[must_use]
    pub fn new(limit: usize) -> Self {
        Self { open: Arc::default(), limit }
    }

    /// Counts one more stream of an address; `None` where it has as many as it may.
    #[must_use]
    pub fn open(&self, address: IpAddr) -> Option<Socket> {
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

/// Posts that one address may send at once: a full room that answers one question.
const BURST: f64 = 150.0;
/// And how many more a second after that.
const PACE: f64 = 2.0;
/// Addresses that are remembered. Beyond it those that have their full allowance again are forgotten.
const REMEMBERED: usize = 10_000;

/// The room form's pace per address: a bucket that fills again.
#[derive(Clone, Default)]
pub struct FormPace(Arc<DashMap<IpAddr, (f64, i64)>>);

impl FormPace {
    /// Takes one from an address's allowance.
    ///
    /// # Errors
    /// How many seconds until there is one again.
    pub fn take(&self, address: IpAddr) -> Result<(), u64> {
        let now = steady();
        if self.0.len() > REMEMBERED {
            self.0.retain(|_, (left, at)| filled(*left, *at, now) < BURST);
        }
        let mut bucket = self.0.entry(address).or_insert((BURST, now));
        let left = filled(bucket.0, bucket.1, now);
        if left < 1.0 {
            return Err(1);
        }
        *bucket = (left - 1.0, now);
        Ok(())
    }
}

fn filled(left: f64, at: i64, now: i64) -> f64 {
    let seconds = std::time::Duration::from_millis(now.saturating_sub(at).unsigned_abs()).as_secs_f64();
    (left + seconds * PACE).min(BURST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_from_one_address_is_stopped_and_another_is_not() {
        let pace = FormPace::default();
        let (flood, other) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        let sent = (0..1_000).filter(|_| pace.take(flood).is_ok()).count();
        assert!((150..160).contains(&sent), "{sent}");
        assert!(pace.take(other).is_ok());
    }

    #[test]
    fn an_address_has_as_many_streams_as_it_may() {
        let sockets = Sockets::new(2);
        let address = IpAddr::from([192, 0, 2, 1]);
        let first = sockets.open(address);
        let _second = sockets.open(address);
        assert!(first.is_some() && sockets.open(address).is_none());
        drop(first);
        assert!(sockets.open(address).is_some());
    }
}
