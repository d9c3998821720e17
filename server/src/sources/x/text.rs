//! A post's text, put together from what X calls entities.
//!
//! Offsets count code points in the text as it was delivered, in which `&`, `<` and `>` are escaped. So the text is cut
//! first, and each piece unescaped afterwards.

use super::thing::Thing;
use crate::domain::text::clean_line;

/// Longest address that is written in place of X's short one, in bytes.
const ADDRESS_LIMIT: usize = 2_048;

/// The text as its author wrote it: X's short links give way to the addresses behind them, or to nothing where they only
/// stand for a picture or for the quoted post.
pub(super) fn written(text: &str, entities: Option<Thing<'_>>, quoted: Option<&str>) -> String {
    let mut links: Vec<_> = entities.into_iter().flat_map(|entities| entities.things("urls")).collect();
    links.sort_by_key(|link| link.number("start"));
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |link: Thing<'_>, name| ends.get(usize::try_from(link.number(name)?).ok()?).copied();
    let mut written = String::with_capacity(text.len());
    let mut done = 0;
    for link in links {
        let (Some(start), Some(end)) = (byte(link, "start"), byte(link, "end")) else { continue };
        if start < done || end <= start {
            continue;
        }
        written += &unescaped(&text[done..start]);
        written += &meant(link, &text[start..end], quoted);
        done = end;
    }
    written + &unescaped(&text[done..])
}

/// The tags that X saw, without `#`.
pub(super) fn tags(entities: Option<Thing<'_>>) -> Vec<String> {
    named_tags(entities.into_iter().flat_map(|entities| entities.things("hashtags")), "tag")
}

/// The tags that stand under a name in X's entities.
pub(in crate::sources) fn named_tags<'a>(tags: impl Iterator<Item = Thing<'a>>, name: &str) -> Vec<String> {
    tags.filter_map(|tag| tag.text(name)).map(clean_line).filter(|tag| !tag.is_empty()).collect()
}

/// What stands in the place of a link.
fn meant(link: Thing<'_>, short: &str, quoted: Option<&str>) -> String {
    let address = link.text("expanded_url").filter(|url| is_address(url));
    let is_media = link.has("media_key") || address.is_some_and(is_media);
    let is_quote = quoted.is_some_and(|id| address.is_some_and(|url| on_x(url) && status(url) == Some(id)));
    match address.or_else(|| link.text("display_url")) {
        _ if is_media || is_quote => String::new(),
        Some(meant) => unescaped(meant),
        None => unescaped(short),
    }
}

fn is_address(url: &str) -> bool {
    url.len() <= ADDRESS_LIMIT && (url.starts_with("https://") || url.starts_with("http://"))
}

fn is_media(url: &str) -> bool {
    let after = status(url).and_then(|id| url.split_once(id)).map(|(_, after)| after);
    on_x(url) && after.is_some_and(|after| after.starts_with("/photo/") || after.starts_with("/video/"))
}

fn on_x(url: &str) -> bool {
    let host = url.split('/').nth(2).unwrap_or_default();
    matches!(host.trim_start_matches("www."), "x.com" | "twitter.com" | "mobile.twitter.com")
}

/// The id of the post that an address leads to.
fn status(url: &str) -> Option<&str> {
    let (_, after) = url.split_once("/status/")?;
    after.split(['/', '?', '#']).next().filter(|id| !id.is_empty())
}

pub(in crate::sources) fn unescaped(piece: &str) -> String {
    piece.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// Entities with a link over the first occurrence of `short`, in code points.
    fn link(text: &str, short: &str, with: Value) -> Value {
        let start = text[..text.find(short).unwrap()].chars().count();
        let mut link = json!({ "start": start, "end": start + short.chars().count(), "url": short });
        link.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
        json!({ "urls": [link] })
    }

    fn written_with(text: &str, with: Value) -> String {
        written(text, Some(Thing::of(&link(text, "https://t.co/a1", with))), Some("77"))
    }

    #[test]
    fn offsets_count_code_points_of_the_escaped_text() {
        let text = "👩‍⚕️ R&amp;D &lt;b&gt; 𝔸 https://t.co/a1 &amp;amp; on";
        let with =
            json!({ "expanded_url": "https://meded.example/a?b=1&c=2", "display_url": "meded.example/a" });
        assert_eq!(written_with(text, with), "👩‍⚕️ R&D <b> 𝔸 https://meded.example/a?b=1&c=2 &amp; on");
    }

    #[test]
    fn links_that_stand_for_what_is_shown_anyway_are_dropped() {
        for url in ["https://x.com/amara/status/5/photo/1", "https://twitter.com/amara/status/5/video/1"] {
            assert_eq!(written_with("Look https://t.co/a1", json!({ "expanded_url": url })), "Look ");
        }
        let quote = json!({ "expanded_url": "https://twitter.com/bo/status/77?s=20" });
        assert_eq!(written_with("Yes https://t.co/a1", quote), "Yes ");
        let other = json!({ "expanded_url": "https://x.com/bo/status/78" });
        assert_eq!(written_with("See https://t.co/a1", other), "See https://x.com/bo/status/78");
        let elsewhere = json!({ "expanded_url": "https://meded.example/a/status/5/photo/1" });
        assert!(written_with("See https://t.co/a1", elsewhere).ends_with("/photo/1"));
    }

    #[test]
    fn a_link_without_an_address_behind_it_is_told_as_x_shows_it() {
        let with = json!({ "expanded_url": "javascript:alert(1)", "display_url": "meded.example/a" });
        assert_eq!(written_with("See https://t.co/a1", with), "See meded.example/a");
        assert_eq!(written_with("See https://t.co/a1", json!({})), "See https://t.co/a1");
    }

    #[test]
    fn offsets_that_cannot_be_change_nothing() {
        for (start, end) in [(5, 3), (0, 999), (999, 1_000), (3, 3)] {
            let entities =
                json!({ "urls": [{ "start": start, "end": end, "expanded_url": "https://a.example" }] });
            assert_eq!(written("Ask 👩 first", Some(Thing::of(&entities)), None), "Ask 👩 first");
        }
        let twice = json!({ "urls": [
            { "start": 0, "end": 5, "expanded_url": "https://a.example" },
            { "start": 2, "end": 7, "expanded_url": "https://b.example" },
            { "start": -1, "end": "x" },
        ] });
        assert_eq!(written("01234567", Some(Thing::of(&twice)), None), "https://a.example567");
    }
}
