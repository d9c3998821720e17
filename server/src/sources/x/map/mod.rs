//! What X sends, in our shape.
//!
//! | X | ours |
//! |---|---|
//! | first of `edit_history_tweet_ids`, else `id` | `id`: it stays the same through edits |
//! | `referenced_tweets`: `retweeted`, `quoted`, `replied_to` | `kind` and `repost_of`, `quote`, `reply_to` |
//! | `note_tweet.text`, else `text`; of a repost: the original's | `text` |
//! | `note_tweet.entities`, else `entities` | `hashtags`; the addresses behind X's short links |
//! | `lang`; made-up ones such as `qme` and `und` are left out | `lang` |
//! | `created_at` | `created_at`, clamped to arrival |
//! | `includes.users`: `username`, `name`, `profile_image_url`, `public_metrics.followers_count` | `author` |
//! | `includes.media`: `url` or `preview_image_url`, `alt_text`, `type` | `media` |
//! | `includes.polls`: `options[].label` | `poll` |
//! | `possibly_sensitive`, `withheld` | `caution` |
//!
//! Each name is read in its new spelling too (see [`Thing`]).

use super::{
    id::Id,
    text::{tags, written},
    thing::Thing,
};
use crate::domain::{
    At, Author, Caution, Kind, Media, MediaKind, Network, Post, Quote,
    line::{FOLLOWERS_LIMIT, MEDIA_LIMIT, believed, check, is_language},
    text::{POST_LIMIT, clean, clean_line},
};

/// Most answers that a poll has.
const ANSWERS_LIMIT: usize = 4;

/// One version of a post.
#[derive(Debug)]
pub(in crate::sources) struct Version {
    pub post: Post,
    /// The first id of its chain of edits, which names the post.
    pub first: Id,
    /// This version's own.
    pub id: Id,
}

/// A post, and before it the original that it reposts, where X sent that along.
///
/// # Errors
/// Says in words why it is dropped.
pub(in crate::sources) fn versions(
    data: Thing<'_>,
    includes: Thing<'_>,
    now: At,
) -> Result<Vec<Version>, String> {
    let main = version(data, includes, now)?;
    // An outdated original would undo an edit that is here already.
    let original = original(data, includes).filter(|original| is_newest(*original));
    let original = original.and_then(|original| version(original, includes, now).ok());
    Ok(original.into_iter().chain([main]).collect())
}

fn version(data: Thing<'_>, includes: Thing<'_>, now: At) -> Result<Version, String> {
    let id = data.id("id").ok_or("a post without an id")?;
    let first = first_id(data).unwrap_or(id);
    let author = author(data, includes).ok_or("a post without an author")?;
    let said = original(data, includes).unwrap_or(data);
    let quote = quote(said, includes);
    let (text, entities) = words(said);
    let text = clean(&written(text, entities, quote.as_ref().map(|quote| quote.shown.as_str())), POST_LIMIT);
    let plain = Post::new(Network::X, first.to_string(), author, text, created(data, now)?);
    let tags = tags(entities);
    let post = Post {
        kind: kind(data),
        url: Some(address(&plain.author.handle, id)),
        hashtags: if tags.is_empty() { plain.hashtags } else { tags },
        lang: said.text("lang").filter(|lang| is_spoken(lang)).map(str::to_owned),
        media: media(said, includes),
        reply_to: named(data, "replied_to", includes),
        repost_of: named(data, "retweeted", includes),
        caution: caution(said),
        quote: quote.map(|quote| Box::new(quote.quote)),
        poll: poll(said, includes),
        ..plain
    };
    check(&post)?;
    Ok(Version { post, first, id })
}

fn first_id(data: Thing<'_>) -> Option<Id> {
    data.ids("edit_history_tweet_ids").min()
}

fn is_newest(data: Thing<'_>) -> bool {
    data.ids("edit_history_tweet_ids").max() <= data.id("id")
}

/// The full text, and what stands in it: of a long post, `text` is cut.
fn words(data: Thing<'_>) -> (&str, Option<Thing<'_>>) {
    let note = data.thing("note_tweet").filter(|note| note.text("text").is_some());
    let full = note.unwrap_or(data);
    (full.text("text").unwrap_or_default(), full.thing("entities"))
}

fn created(data: Thing<'_>, now: At) -> Result<At, String> {
    let time = data.text("created_at").ok_or("a post without a time")?;
    believed(time.parse().map_err(|_| "created_at is no time in RFC 3339".to_owned())?, now)
}

fn author(data: Thing<'_>, includes: Thing<'_>) -> Option<Author> {
    let id = data.id("author_id")?.to_string();
    let Some(user) = includes.things("users").find(|user| user.text("id") == Some(&id)) else {
        return Some(Author {
            id: Some(id),
            handle: String::new(),
            name: String::new(),
            avatar_url: None,
            followers: None,
        });
    };
    let handle = user.text("username").map(clean_line).unwrap_or_default();
    let name = user.text("name").map(clean_line).filter(|name| !name.is_empty());
    let followers = user.thing("public_metrics").and_then(|metrics| metrics.number("followers_count"));
    Some(Author {
        id: Some(id),
        name: name.unwrap_or_else(|| handle.clone()),
        handle,
        avatar_url: user.text("profile_image_url").filter(|url| is_secure(url)).map(str::to_owned),
        followers: followers.map(|count| count.min(FOLLOWERS_LIMIT)),
    })
}

/// Handles are plain; where one is not, X finds the post by its id alone.
pub(in crate::sources) fn address(handle: &str, id: Id) -> String {
    let is_plain =
        !handle.is_empty() && handle.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let place = if is_plain { handle } else { "i/web" };
    format!("https://x.com/{place}/status/{id}")
}

/// X marks what it cannot place with `und`, `zxx` and names of its own that begin with `q`.
pub(in crate::sources) fn is_spoken(lang: &str) -> bool {
    let made_up = matches!(lang, "und" | "zxx") || (lang.len() == 3 && lang.starts_with('q'));
    is_language(lang) && !made_up
}

fn kind(data: Thing<'_>) -> Kind {
    match (reference(data, "retweeted"), reference(data, "replied_to")) {
        (Some(_), _) => Kind::Repost,
        (None, Some(_)) => Kind::Reply,
        (None, None) => Kind::Post,
    }
}

fn reference(data: Thing<'_>, kind: &str) -> Option<Id> {
    // The type may be renamed along with the rest.
    let is_it = |named: &str| named == kind || (kind == "retweeted" && named == "reposted");
    data.things("referenced_tweets").find(|reference| reference.text("type").is_some_and(is_it))?.id("id")
}

/// A post that another one refers to, where X sent it along.
fn included<'a>(data: Thing<'_>, kind: &str, includes: Thing<'a>) -> Option<Thing<'a>> {
    let id = reference(data, kind)?;
    includes.things("tweets").find(|tweet| tweet.id("id") == Some(id))
}

fn original<'a>(data: Thing<'_>, includes: Thing<'a>) -> Option<Thing<'a>> {
    included(data, "retweeted", includes)
}

/// The name that the conference knows a referenced post by.
fn named(data: Thing<'_>, kind: &str, includes: Thing<'_>) -> Option<String> {
    let id = reference(data, kind)?;
    Some(included(data, kind, includes).and_then(first_id).unwrap_or(id).to_string())
}

struct Quoted {
    quote: Quote,
    /// The version that the link in the text leads to.
    shown: String,
}

fn quote(data: Thing<'_>, includes: Thing<'_>) -> Option<Quoted> {
    let quoted = included(data, "quoted", includes)?;
    let id = quoted.id("id")?;
    let author = author(quoted, includes)?;
    let (text, entities) = words(quoted);
    let quote = Quote {
        id: first_id(quoted).unwrap_or(id).to_string(),
        name: author.name,
        handle: author.handle,
        text: clean(&written(text, entities, None), POST_LIMIT),
    };
    Some(Quoted { quote, shown: id.to_string() })
}

fn media(data: Thing<'_>, includes: Thing<'_>) -> Vec<Media> {
    let keys = data.thing("attachments").into_iter().flat_map(|attached| attached.texts("media_keys"));
    let attached =
        keys.filter_map(|key| includes.things("media").find(|media| media.text("media_key") == Some(key)));
    attached.filter_map(medium).take(MEDIA_LIMIT).collect()
}

/// Of a film, the still picture: a wall plays nothing.
fn medium(media: Thing<'_>) -> Option<Media> {
    let kind = match media.text("type") {
        Some("photo") => MediaKind::Image,
        Some("video" | "animated_gif") => MediaKind::Video,
        _ => MediaKind::Other,
    };
    let url = media.text("url").or_else(|| media.text("preview_image_url")).filter(|url| is_secure(url))?;
    let alt = media.text("alt_text").map(|alt| clean(alt, POST_LIMIT)).filter(|alt| !alt.is_empty());
    Some(Media { url: url.to_owned(), alt, kind })
}

fn is_secure(url: &str) -> bool {
    url.starts_with("https://")
}

fn poll(data: Thing<'_>, includes: Thing<'_>) -> Vec<String> {
    let mut ids = data.thing("attachments").into_iter().flat_map(|attached| attached.texts("poll_ids"));
    let poll = ids.find_map(|id| includes.things("polls").find(|poll| poll.text("id") == Some(id)));
    let mut options: Vec<_> = poll.into_iter().flat_map(|poll| poll.things("options")).collect();
    options.sort_by_key(|option| option.number("position"));
    options
        .into_iter()
        .filter_map(|option| option.text("label"))
        .map(clean_line)
        .take(ANSWERS_LIMIT)
        .collect()
}

fn caution(data: Thing<'_>) -> Caution {
    let labels = if data.has("withheld") { vec!["withheld".to_owned()] } else { Vec::new() };
    Caution { warning: None, sensitive: data.is("possibly_sensitive"), labels }
}

#[cfg(test)]
mod tests;
