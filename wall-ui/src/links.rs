//! Where a post's handles, tags and time lead, by the rules of each network. A network without rules here gets no links.

use crate::parts::Post;

/// The addresses around one post.
pub struct Links<'a> {
    network: &'a str,
    author: &'a str,
    key: &'a str,
    url: Option<&'a str>,
}

impl<'a> Links<'a> {
    #[must_use]
    pub fn of(post: &'a Post) -> Self {
        Self {
            network: post.source.symbol,
            author: &post.author.handle,
            key: &post.key,
            url: post.url.as_deref().filter(|url| is_web(url)),
        }
    }

    /// The post where it lives.
    #[must_use]
    pub fn original(&self) -> Option<&str> {
        self.url
    }

    /// Where the time leads: to our own page of the post, or to the original where X demands it.
    #[must_use]
    pub fn time(&self) -> String {
        match self.url {
            Some(url) if self.network == "x" => url.to_owned(),
            _ => format!("/post/{}", self.key),
        }
    }

    /// The page of a person, from the handle as the network writes it.
    #[must_use]
    pub fn profile(&self, handle: &str) -> Option<String> {
        let name = handle.trim_start_matches('@');
        match self.network {
            _ if name.is_empty() => None,
            "x" => Some(format!("https://x.com/{name}")),
            "bluesky" => Some(format!("https://bsky.app/profile/{name}")),
            "mastodon" => name.split_once('@').map(|(user, host)| format!("https://{host}/@{user}")),
            _ => None,
        }
    }

    /// All posts under a tag. Mastodon answers for one server, the author's.
    #[must_use]
    pub fn tag(&self, text: &str) -> Option<String> {
        let word = text.trim_start_matches('#');
        match self.network {
            "x" => Some(format!("https://x.com/hashtag/{word}")),
            "bluesky" => Some(format!("https://bsky.app/hashtag/{word}")),
            "mastodon" => self.author.rsplit_once('@').map(|(_, host)| format!("https://{host}/tags/{word}")),
            _ => None,
        }
    }
}

/// Only these are followed: an address comes from outside.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(network: &'static str) -> Links<'static> {
        Links { network, author: "@amara@meded.example", key: "00ff", url: Some("https://x.example/1") }
    }

    #[test]
    fn every_network_has_its_own_form_of_address() {
        let profiles = [
            ("x", "@yusra", Some("https://x.com/yusra")),
            ("mastodon", "@amara@meded.example", Some("https://meded.example/@amara")),
            ("mastodon", "@amara", None),
            ("bluesky", "leonie.clinic.example", Some("https://bsky.app/profile/leonie.clinic.example")),
            ("room", "", None),
        ];
        for (network, handle, profile) in profiles {
            assert_eq!(on(network).profile(handle).as_deref(), profile, "{handle} on {network}");
        }
    }

    #[test]
    fn a_tag_leads_to_the_authors_server() {
        assert_eq!(on("mastodon").tag("#Ward").as_deref(), Some("https://meded.example/tags/Ward"));
        assert_eq!(on("room").tag("#Ward"), None);
    }

    #[test]
    fn only_x_sends_the_time_to_the_original() {
        assert_eq!(on("x").time(), "https://x.example/1");
        assert_eq!(on("bluesky").time(), "/post/00ff");
    }

    #[test]
    fn a_script_is_no_address() {
        assert!(!is_web("javascript:alert(1)"));
        assert!(is_web("https://meded.example/@amara/1"));
    }
}
