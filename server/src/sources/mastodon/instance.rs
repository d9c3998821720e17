//! What a server says about itself.

use serde::Deserialize;

use super::status::lenient;

/// A server, as far as we have to know it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Instance {
    /// The host in the handles of its accounts, which may differ from the host of its addresses.
    pub domain: Option<String>,
    pub version: String,
    /// Where its stream stands.
    pub streaming: Option<String>,
    /// Who may read hashtags: posts of its own accounts, and posts of others.
    pub local: Access,
    pub remote: Access,
}

/// Who may read a feed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Access {
    /// Also where the server does not say: before 4.5 there was nothing to say.
    #[default]
    Public,
    Authenticated,
    Disabled,
}

#[derive(Deserialize)]
struct Written {
    #[serde(default, deserialize_with = "lenient")]
    domain: Option<String>,
    version: String,
    #[serde(default, deserialize_with = "lenient")]
    configuration: Option<Configuration>,
}

#[derive(Deserialize)]
struct Configuration {
    #[serde(default, deserialize_with = "lenient")]
    urls: Option<Urls>,
    #[serde(default, deserialize_with = "lenient")]
    timelines_access: Option<TimelinesAccess>,
}

#[derive(Deserialize)]
struct Urls {
    #[serde(default, deserialize_with = "lenient")]
    streaming: Option<String>,
}

#[derive(Deserialize)]
struct TimelinesAccess {
    #[serde(default, deserialize_with = "lenient")]
    hashtag_feeds: Option<HashtagFeeds>,
}

#[derive(Deserialize)]
struct HashtagFeeds {
    #[serde(default, deserialize_with = "lenient")]
    local: Option<Access>,
    #[serde(default, deserialize_with = "lenient")]
    remote: Option<Access>,
}

impl Instance {
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let Written { domain, version, configuration } = serde_json::from_slice(body).ok()?;
        let (urls, access) = configuration.map_or((None, None), |all| (all.urls, all.timelines_access));
        let feeds = access.and_then(|access| access.hashtag_feeds);
        let feed = |of: fn(&HashtagFeeds) -> Option<Access>| feeds.as_ref().and_then(of).unwrap_or_default();
        Some(Self {
            domain: domain.filter(|domain| !domain.is_empty()),
            version: crate::domain::text::clean_line(&version),
            streaming: urls.and_then(|urls| urls.streaming),
            local: feed(|feeds| feeds.local),
            remote: feed(|feeds| feeds.remote),
        })
    }

    /// Whether this is Mastodon or a close relative. Others, such as `2.7.2 (compatible; …)` or `0.19.1`, stream in
    /// their own ways, if at all: they are asked instead.
    pub(super) fn is_mastodon(&self) -> bool {
        let major = self.version.split('.').next().and_then(|major| major.parse::<u32>().ok());
        !self.version.contains("compatible") && major.is_some_and(|major| major >= 4)
    }

    /// Whether it shows nothing of a hashtag to those without a key.
    pub(super) fn is_closed(&self) -> bool {
        self.local != Access::Public && self.remote != Access::Public
    }

    /// What a reader without a key misses, in words.
    pub(super) fn missing(&self) -> Option<&'static str> {
        match (self.local, self.remote) {
            (Access::Public, Access::Public) => None,
            (Access::Public, _) => Some("it shows only posts of its own accounts to anonymous readers"),
            (_, Access::Public) => Some("it shows only posts of other servers to anonymous readers"),
            _ => Some(super::CLOSED),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_says_where_it_streams_and_who_may_read() {
        let body = br#"{"domain":"meded.example","version":"4.5.0","configuration":{
            "urls":{"streaming":"wss://stream.meded.example"},
            "timelines_access":{"hashtag_feeds":{"local":"authenticated","remote":"disabled"}}}}"#;
        let instance = Instance::read(body).unwrap();
        assert_eq!(instance.streaming.as_deref(), Some("wss://stream.meded.example"));
        assert!(instance.is_mastodon() && instance.is_closed());
    }

    #[test]
    fn relatives_are_told_apart_by_their_version() {
        let speaks =
            |version: &str| Instance { version: version.into(), ..Instance::default() }.is_mastodon();
        assert!(speaks("4.2.0") && speaks("4.7.0-alpha.2+glitch"));
        for other in
            ["2.7.2 (compatible; Pleroma 2.6.0)", "4.0.0 (compatible; Friend)", "0.19.1", "3.5.3", "", "x"]
        {
            assert!(!speaks(other), "{other}");
        }
    }

    #[test]
    fn what_a_server_leaves_out_is_open() {
        let old = Instance::read(br#"{"uri":"meded.example","version":"4.2.0","configuration":[]}"#).unwrap();
        assert_eq!((old.is_closed(), old.streaming), (false, None));
        assert_eq!(Instance::read(b"<html>"), None);
    }
}
