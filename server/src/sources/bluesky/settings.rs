//! Where Bluesky is, and how patient we are with it.

use std::time::Duration;

use reqwest::Url;

/// Public servers that send every post of the network, without a key. All send the same.
const JETSTREAMS: [&str; 4] = [
    "wss://jetstream2.us-east.bsky.network",
    "wss://jetstream1.us-east.bsky.network",
    "wss://jetstream2.us-west.bsky.network",
    "wss://jetstream1.us-west.bsky.network",
];
/// Answers questions about accounts, without a key.
const APPVIEW: &str = "https://public.api.bsky.app";

/// Everything that the source needs to know.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Jetstream servers. When one fails the next is tried.
    pub jetstreams: Vec<Url>,
    /// Tells who wrote a post.
    pub appview: Url,
    /// How long a connection may bring nothing until we connect anew.
    pub silence: Duration,
    /// How often the place reached goes to the log.
    pub keep_place: Duration,
    /// How long to wait for more authors before asking for some.
    pub gather_authors: Duration,
    /// How long what we know of an author is taken for true.
    pub author_age: Duration,
    /// The first wait after a failure; it doubles from there.
    pub first_pause: Duration,
    pub longest_pause: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        let url = |url: &str| Url::parse(url).expect("an address of ours is one");
        Self {
            jetstreams: JETSTREAMS.map(url).to_vec(),
            appview: url(APPVIEW),
            silence: Duration::from_secs(60),
            keep_place: Duration::from_secs(5),
            gather_authors: Duration::from_millis(200),
            author_age: Duration::from_secs(3_600),
            first_pause: Duration::from_secs(1),
            longest_pause: Duration::from_secs(60),
        }
    }
}

impl Settings {
    /// One Jetstream instead of the public ones: `wss://jetstream.example`, or the host alone.
    ///
    /// # Errors
    /// Says in words what is wrong with the address.
    pub fn at(jetstream: &str) -> Result<Self, String> {
        let wrong = || format!("{jetstream:?} is no address of a Jetstream, such as wss://jetstream.example");
        let address = match jetstream.split_once("://") {
            Some(("https" | "wss", rest)) => format!("wss://{rest}"),
            Some(("http" | "ws", rest)) => format!("ws://{rest}"),
            Some(_) => return Err(wrong()),
            None => format!("wss://{jetstream}"),
        };
        let url = Url::parse(&address).map_err(|_| wrong())?;
        Ok(Self { jetstreams: vec![url], ..Self::default() })
    }

    /// The hosts that it speaks to, for whoever opens a firewall.
    pub fn hosts(&self) -> impl Iterator<Item = &str> {
        self.jetstreams.iter().chain([&self.appview]).filter_map(Url::host_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_may_be_written_in_several_ways() {
        let at = |written: &str| Settings::at(written).map(|settings| settings.jetstreams[0].to_string());
        assert_eq!(at("jetstream.example").unwrap(), "wss://jetstream.example/");
        assert_eq!(at("https://jetstream.example").unwrap(), "wss://jetstream.example/");
        assert_eq!(at("http://127.0.0.1:6008").unwrap(), "ws://127.0.0.1:6008/");
        assert!(at("ftp://jetstream.example").unwrap_err().contains("such as"));
        assert!(at("").is_err());
    }

    #[test]
    fn all_hosts_are_named() {
        assert_eq!(Settings::default().hosts().count(), 5);
    }
}
