//! Which server, with which key, and how often.

use std::time::Duration;

use reqwest::Url;

/// One server of the network.
#[derive(Clone)]
pub struct Settings {
    /// Where its API stands, such as `https://meded.example/`.
    pub base: Url,
    /// Of an account made for this, with the scope `read:statuses`. Without one the server is asked again and again
    /// instead of telling by itself.
    pub token: Option<String>,
    /// Leaves authors alone who ask search engines (`noindex`), directories (`discoverable: false`) or programs
    /// (`#nobot` in the bio) to do so.
    pub respects_wishes: bool,
    pub pace: Pace,
}

/// How often, and how long.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// Between two requests. Servers allow 300 in 15 minutes.
    pub between: Duration,
    /// Between two looks at the newest posts while the stream brings them.
    pub beside_stream: Duration,
    /// Between two looks at what this source brought lately: was it changed or deleted?
    pub recheck: Duration,
    /// Before the next try after a refusal that only a person can mend.
    pub refused: Duration,
    /// Before the first new try after a connection that broke; it grows up to `retry_limit`.
    pub retry: Duration,
    pub retry_limit: Duration,
    /// A stream that says nothing for so long, not even a ping, is dead.
    pub silence: Duration,
    /// How long a new stream is watched for a refusal before it counts as open.
    pub settle: Duration,
    /// How long a post may take through the stream before it counts as missing there.
    pub stream_lag: Duration,
    /// How long an answer may take.
    pub answer: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            between: Duration::from_secs(3),
            beside_stream: Duration::from_secs(60),
            recheck: Duration::from_secs(5 * 60),
            refused: Duration::from_secs(5 * 60),
            retry: Duration::from_secs(1),
            retry_limit: Duration::from_secs(60),
            silence: Duration::from_secs(90),
            settle: Duration::from_secs(1),
            stream_lag: Duration::from_secs(20),
            answer: Duration::from_secs(30),
        }
    }
}

impl Settings {
    /// A server as people name it: `meded.example`, or an address such as `https://meded.example`.
    ///
    /// # Errors
    /// In words, when that is no server, or when the token would travel unencrypted.
    pub fn of(server: &str, token: Option<String>) -> Result<Self, String> {
        let server = server.trim();
        let address = if server.contains("://") { server.to_owned() } else { format!("https://{server}") };
        let no_server =
            || format!("{server} is no server; write it as meded.example or https://meded.example");
        let mut base = Url::parse(&address).map_err(|_| no_server())?;
        if !matches!(base.scheme(), "https" | "http") || base.host_str().is_none_or(str::is_empty) {
            return Err(no_server());
        }
        base.set_path("/");
        base.set_query(None);
        base.set_fragment(None);
        let token = token.map(|token| token.trim().to_owned()).filter(|token| !token.is_empty());
        if token.is_some() && !may_carry_secrets(&base) {
            return Err(format!("the token for {server} would travel unencrypted; write https://"));
        }
        Ok(Self { base, token, respects_wishes: true, pace: Pace::default() })
    }

    /// The server's host, with its port where that is unusual: this is what an outgoing firewall must let through,
    /// beside the streaming host that the server itself names.
    #[must_use]
    pub fn host(&self) -> String {
        let host = self.base.host_str().unwrap_or_default();
        self.base.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    }
}

/// Encrypted, or inside this machine.
pub(super) fn may_carry_secrets(url: &Url) -> bool {
    let is_here = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    matches!(url.scheme(), "https" | "wss") || is_here
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_named_by_host_or_by_address() {
        for name in ["meded.example", " https://meded.example/@amara?x#y ", "https://meded.example:443"] {
            let settings = Settings::of(name, None).unwrap();
            assert_eq!(
                (settings.base.as_str(), settings.host().as_str()),
                ("https://meded.example/", "meded.example")
            );
        }
        assert_eq!(Settings::of("meded.example:8443", None).unwrap().host(), "meded.example:8443");
        for name in ["", "ftp://meded.example", "https://", "two words"] {
            assert!(Settings::of(name, None).is_err(), "{name}");
        }
    }

    #[test]
    fn a_token_travels_encrypted_or_not_at_all() {
        let token = || Some("secret".to_owned());
        assert!(Settings::of("http://meded.example", token()).is_err());
        assert!(Settings::of("http://127.0.0.1:4000", token()).is_ok());
        assert!(Settings::of("meded.example", Some("  ".into())).unwrap().token.is_none());
    }
}
