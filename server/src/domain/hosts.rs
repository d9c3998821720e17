//! Where a post's links and pictures lead.

use super::Post;

/// Hosts that a post names in its text or takes its media from, in lower case, however they are written.
pub fn hosts(post: &Post) -> impl Iterator<Item = String> {
    let media = post.media.iter().map(|media| media.url.as_str());
    post.texts().chain(media).flat_map(str::split_whitespace).filter_map(host)
}

/// The host of an address with or without its scheme.
#[must_use]
pub fn host(word: &str) -> Option<String> {
    let address = word.split_once("://").map_or(word, |(_, address)| address);
    let authority = address.split(['/', '?', '#', '\\']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    let host = host.trim_matches(|c: char| !c.is_alphanumeric());
    (host.contains('.') && host.len() <= 253).then(|| host.to_lowercase())
}

/// A host and all that it is a part of: `a.b.example`, `b.example`, `example`.
pub fn and_above(host: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(host), |host| host.split_once('.').map(|(_, above)| above))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_found_however_an_address_is_written() {
        for address in [
            "https://Spam.example/buy?now#here",
            "(http://spam.example:8080/x)",
            "spam.example",
            "https://good.example@spam.example/",
            "see://spam.example.",
        ] {
            assert_eq!(host(address).as_deref(), Some("spam.example"), "{address}");
        }
        assert_eq!(host("end."), None);
        assert_eq!(and_above("a.b.example").collect::<Vec<_>>(), ["a.b.example", "b.example", "example"]);
    }
}
