//! An item of a feed as a post.
//!
//! | feed | post |
//! | --- | --- |
//! | `id`, `guid`, else what feed-rs derives from the link | `id`, with the feed's address before it |
//! | `title`, then `summary` or `content` as text, where they say something else | `text` |
//! | first `link` | `url` |
//! | first author of the item, else of the feed, else the feed's title | `author.name` |
//! | host of the feed | `author.handle`, `author.id` with the name |
//! | `published`, else `updated`; at most now | `created_at` |
//! | categories, hashtags of the text, and the conference's first tag | `hashtags` |
//! | `language` of the item, else of the feed | `lang` |
//! | pictures among the media | `media` |

use feed_rs::model::{Entry, Feed, Text};

use super::Settings;
use crate::{
    domain::{
        At, Author, Media, MediaKind, Post,
        line::{believed, is_language},
        text::{POST_LIMIT, clean, clean_line, fold_tag},
    },
    sources::html,
};

pub(super) const NETWORK: &str = "feed";
const PICTURES: usize = 4;

pub(super) fn post(
    entry: &Entry,
    feed: &Feed,
    settings: &Settings,
    tags: &[String],
    now: At,
) -> Option<Post> {
    let text = text(entry);
    let at = entry.published.or(entry.updated).map_or(now, |at| At(at.timestamp_millis()));
    let at = believed(at, now).ok().filter(|_| !text.is_empty())?;
    let id = format!("{} {}", settings.url, entry.id);
    let post = Post::new(NETWORK, id, author(entry, feed, settings), text, at);
    let hashtags = hashtags(entry, &post.hashtags, tags);
    Some(Post {
        url: entry.links.first().map(|link| link.href.clone()),
        lang: entry.language.clone().or_else(|| feed.language.clone()).filter(|lang| is_language(lang)),
        media: pictures(entry),
        hashtags,
        ..post
    })
}

fn text(entry: &Entry) -> String {
    let plain = |text: &Text| html::text(&text.content, false);
    let title = entry.title.as_ref().map(plain).unwrap_or_default();
    let body = entry
        .content
        .as_ref()
        .and_then(|content| content.body.as_deref())
        .map(|body| html::text(body, false));
    let more = entry.summary.as_ref().map(plain).or(body).unwrap_or_default();
    let says_more = !more.is_empty() && !more.starts_with(title.trim_end_matches('…'));
    let text = match (title.is_empty(), says_more) {
        (false, true) => format!("{title}\n{more}"),
        (false, false) if more.len() > title.len() => more,
        (false, false) => title,
        (true, _) => more,
    };
    clean(&text, POST_LIMIT)
}

fn author(entry: &Entry, feed: &Feed, settings: &Settings) -> Author {
    let host = settings.host();
    let person = entry
        .authors
        .first()
        .or(feed.authors.first())
        .and_then(|person| person.name.as_deref())
        .map(clean_line);
    let title = || feed.title.as_ref().map(|title| clean_line(&html::text(&title.content, false)));
    let name = person.filter(|name| !name.is_empty()).or_else(title).filter(|name| !name.is_empty());
    let name = name.unwrap_or_else(|| host.clone());
    Author { id: Some(format!("{host} {name}")), handle: host, name, avatar_url: None, followers: None }
}

fn hashtags(entry: &Entry, in_text: &[String], ours: &[String]) -> Vec<String> {
    let categories =
        entry.categories.iter().map(|category| category.term.split_whitespace().collect::<String>());
    let mut tags: Vec<String> =
        in_text.iter().cloned().chain(categories).chain(ours.first().cloned()).collect();
    let mut seen = std::collections::BTreeSet::new();
    tags.retain(|tag| !tag.is_empty() && seen.insert(fold_tag(tag)));
    tags
}

fn pictures(entry: &Entry) -> Vec<Media> {
    let contents = entry.media.iter().flat_map(|object| {
        let alt = object
            .description
            .as_ref()
            .or(object.title.as_ref())
            .map(|text| html::text(&text.content, false));
        object.content.iter().map(move |content| (content, alt.clone()))
    });
    let pictures = contents.filter_map(|(content, alt)| {
        let is_picture =
            content.content_type.as_ref().is_some_and(|kind| kind.to_string().starts_with("image/"));
        let url = content.url.as_ref().filter(|_| is_picture)?.to_string();
        let alt = alt.map(|alt| clean(&alt, POST_LIMIT)).filter(|alt| !alt.is_empty());
        Some(Media { url, alt, kind: MediaKind::Image })
    });
    pictures.take(PICTURES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: At = At(1_403_784_720_000);

    fn posts(document: &str) -> Vec<Post> {
        let feed = feed_rs::parser::parse(document.as_bytes()).unwrap();
        let settings = Settings::at("https://blog.example/feed.xml").unwrap();
        feed.entries.iter().filter_map(|entry| post(entry, &feed, &settings, &["SoMe".into()], NOW)).collect()
    }

    #[test]
    fn an_item_of_each_format_is_a_post() {
        let rss = r#"<rss version="2.0"><channel><title>Ward notes</title><item><guid>1</guid><title>Consent, twice</title>
            <description>&lt;p&gt;Ask &lt;b&gt;before&lt;/b&gt; you post.&lt;/p&gt;</description><link>https://blog.example/1</link>
            <category>med ed</category><pubDate>Thu, 26 Jun 2014 11:00:00 GMT</pubDate></item></channel></rss>"#;
        let atom = r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Ward notes</title><id>f</id><updated>2014-06-26T11:00:00Z</updated>
            <entry><id>1</id><title>Consent, twice</title><author><name>Amara</name></author><updated>2014-06-26T11:00:00Z</updated>
            <link href="https://blog.example/1"/></entry></feed>"#;
        let json = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Ward notes","items":[{"id":"1","url":"https://blog.example/1",
            "content_text":"Consent, twice","date_published":"2014-06-26T11:00:00Z"}]}"#;
        let [rss, atom, json] = [rss, atom, json].map(|document| posts(document).remove(0));
        assert_eq!(rss.text, "Consent, twice\nAsk before you post.");
        assert_eq!(rss.hashtags, ["meded", "SoMe"]);
        assert_eq!((rss.author.name.as_str(), atom.author.name.as_str()), ("Ward notes", "Amara"));
        assert_eq!((atom.text.as_str(), json.text.as_str()), ("Consent, twice", "Consent, twice"));
        assert!([rss, atom, json].iter().all(|post| post.url.as_deref() == Some("https://blog.example/1")));
    }

    #[test]
    fn an_entity_bomb_and_impossible_times_hurt_nobody() {
        let bomb = r#"<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title>
            <item><guid>1</guid><title>&b;&b;</title></item></channel></rss>"#;
        if let Ok(feed) = feed_rs::parser::parse(bomb.as_bytes()) {
            assert!(
                feed.entries
                    .iter()
                    .all(|entry| entry.title.as_ref().is_none_or(|title| title.content.len() < 100))
            );
        }
        let old = r#"<rss version="2.0"><channel><title>t</title><item><guid>1</guid><title>x</title><pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate></item>
            <item><guid>2</guid><title>y</title><pubDate>Fri, 01 Jan 2106 00:00:00 GMT</pubDate></item></channel></rss>"#;
        assert!(posts(old).is_empty());
    }
}
