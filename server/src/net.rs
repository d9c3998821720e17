//! Ways out to other servers: one TLS set-up, one name.

use std::{sync::Once, time::Duration};

/// What other servers read of us.
pub const USER_AGENT: &str = concat!("Backchannel/", env!("CARGO_PKG_VERSION"));
/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(10);

/// Chooses who does the cryptography, once per process: before the first connection, also an unencrypted one.
pub fn prepare() {
    static ONCE: Once = Once::new();
    // Somebody else's choice, made before, is as good.
    ONCE.call_once(|| drop(rustls::crypto::ring::default_provider().install_default()));
}

/// An HTTP client to be finished by whoever needs it.
pub fn client() -> reqwest::ClientBuilder {
    prepare();
    reqwest::Client::builder().user_agent(USER_AGENT).connect_timeout(CONNECT)
}
