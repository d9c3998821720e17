//! From a status of the API to our post. Nothing here waits or remembers.
//!
//! | Theirs | Ours |
//! |---|---|
//! | `uri` | `id`: the same on every server, as `id` is not |
//! | `content` (HTML) | `text`; custom emoji keep their shortcodes |
//! | `account.acct`, with the server's name where it has none | `author.handle` |
//! | `account.display_name` | `author.name`; the handle where it is empty |
//! | `account.avatar_static`, else `avatar` | `author.avatar_url` |
//! | `account.followers_count` | `author.followers` |
//! | `account.noindex`, `discoverable: false`, `#nobot` in `note` | not brought, unless the settings say otherwise |
//! | `created_at` | `created_at`, clamped to arrival |
//! | `url`, else `uri` | `url` |
//! | `language` | `lang` |
//! | `tags[].name` | `hashtags`: those of the text in its spelling, then the others |
//! | `in_reply_to_id` | `kind: Reply`; `reply_to`: its `uri` where we know it, else that server's number |
//! | `spoiler_text`, `sensitive` | `caution.warning`, `caution.sensitive`; a quoted post's count too |
//! | `media_attachments[]` | `media`, with `description` as `alt` |
//! | `poll.options[].title` | `poll` |
//! | `quote.quoted_status`, once accepted | `quote`, where it has text |
//! | `visibility` | only `public` and `unlisted` are brought |
//! | `reblog` | not brought: boosts are no posts of a hashtag |

use super::{
    ids::Ids,
    status::{Account, Attachment, Status, Tag},
};
use crate::{
    domain::{
        At, Author, Caution, Kind, Media, MediaKind, Network, Post, Quote,
        line::{FIELD_LIMIT, FOLLOWERS_LIMIT, MEDIA_LIMIT, believed, check, is_language},
        text::{POST_LIMIT, clean, clean_line, fold_tag},
    },
    sources::html,
};

/// Most hashtags that anybody sets in earnest.
const TAGS_LIMIT: usize = 50;
/// Longest bio that is searched for wishes, in bytes.
const BIO_LIMIT: usize = 16 * 1024;

/// What a mapping has to know of the server.
#[derive(Clone, Debug)]
pub(super) struct Here {
    /// The host that is asked.
    pub server: String,
    /// The host that its own accounts have in their handles.
    pub domain: String,
    /// Whether authors who do not want to be found are left alone.
    pub respects_wishes: bool,
}

/// Why a status becomes no post.
#[derive(Debug, PartialEq)]
pub(super) enum Unfit {
    /// It is not for us: a boost, not public, or its author does not want it.
    Unwanted,
    /// It cannot be read, in words.
    Unreadable(String),
}

/// Brings a status into our shape.
pub(super) fn post(status: &Status, here: &Here, ids: &Ids, now: At) -> Result<Post, Unfit> {
    if status.reblog.is_some() || !here.admits(status) {
        return Err(Unfit::Unwanted);
    }
    let quoted = quoted(status, here);
    let text = clean(&html::text(&status.content, quoted.is_some()), POST_LIMIT);
    let author = author(&status.account, here);
    let plain = Post::new(Network::MASTODON, status.uri.clone(), author, text, created(status, now)?);
    let post = Post {
        kind: if status.in_reply_to_id.is_some() { Kind::Reply } else { Kind::Post },
        url: web(&status.url).or_else(|| web(&Some(status.uri.clone()))),
        hashtags: hashtags(plain.hashtags, status.tags.as_deref().unwrap_or_default()),
        lang: status.language.clone().filter(|lang| is_language(lang)),
        media: status.media_attachments.iter().flatten().filter_map(media).take(MEDIA_LIMIT).collect(),
        reply_to: status.in_reply_to_id.as_ref().map(|id| ids.uri(id).unwrap_or(id).to_owned()),
        caution: caution(status, quoted),
        quote: quoted.and_then(|quoted| quote(quoted, here)),
        poll: poll(status),
        ..plain
    };
    check(&post).map_err(Unfit::Unreadable)?;
    Ok(post)
}

impl Here {
    fn admits(&self, status: &Status) -> bool {
        let is_public = matches!(status.visibility.as_deref(), None | Some("public" | "unlisted"));
        is_public && !(self.respects_wishes && wants_no_part(&status.account))
    }
}

/// What an author says about being found and shown by programs.
fn wants_no_part(account: &Account) -> bool {
    let says_so = || {
        account.note.as_deref().is_some_and(|note| {
            let bio = html::text(&note[..note.floor_char_boundary(BIO_LIMIT)], false);
            crate::domain::text::hashtags(&bio).iter().any(|tag| fold_tag(tag) == "nobot")
        })
    };
    account.noindex == Some(true) || account.discoverable == Some(false) || says_so()
}

fn created(status: &Status, now: At) -> Result<At, Unfit> {
    let unreadable = || Unfit::Unreadable("created_at is no time in ISO 8601".into());
    let created_at = status.created_at.parse().map_err(|_| unreadable())?;
    believed(created_at, now).map_err(Unfit::Unreadable)
}

fn author(account: &Account, here: &Here) -> Author {
    let acct = clean_line(&account.acct);
    let handle = match acct.contains('@') || acct.is_empty() {
        true => acct,
        false => format!("{acct}@{}", here.domain),
    };
    let name = account.display_name.as_deref().map(clean_line).filter(|name| !name.is_empty());
    let followers = account.followers_count.and_then(|count| u64::try_from(count).ok());
    Author {
        // The API's number of an account is the asked server's own; the handle is the same everywhere.
        id: None,
        name: name.unwrap_or_else(|| handle.clone()),
        handle,
        avatar_url: web(&account.avatar_static).or_else(|| web(&account.avatar)),
        followers: followers.map(|count| count.min(FOLLOWERS_LIMIT)),
    }
}

fn hashtags(mut found: Vec<String>, given: &[Tag]) -> Vec<String> {
    found.truncate(TAGS_LIMIT);
    for tag in given.iter().take(TAGS_LIMIT) {
        let tag = clean_line(&tag.name);
        if !tag.is_empty() && !found.iter().any(|known| fold_tag(known) == fold_tag(&tag)) {
            found.push(tag);
        }
    }
    found
}

fn media(attachment: &Attachment) -> Option<Media> {
    let kind = match attachment.kind.as_deref() {
        Some("image") => MediaKind::Image,
        Some("video" | "gifv") => MediaKind::Video,
        Some("audio") => MediaKind::Audio,
        _ => MediaKind::Other,
    };
    let alt =
        attachment.description.as_deref().map(|alt| clean(alt, POST_LIMIT)).filter(|alt| !alt.is_empty());
    let url = web(&attachment.url).or_else(|| web(&attachment.remote_url))?;
    Some(Media { url, alt, kind })
}

/// What was said about the content; who shows a quote shows what was said about that too.
fn caution(status: &Status, quoted: Option<&Status>) -> Caution {
    let warning = |status: &Status| {
        let words = status.spoiler_text.as_deref().map(|words| clean(words, POST_LIMIT));
        words.filter(|words| !words.is_empty())
    };
    let is_sensitive = |status: &Status| status.sensitive == Some(true);
    Caution {
        warning: warning(status).or_else(|| quoted.and_then(warning)),
        sensitive: is_sensitive(status) || quoted.is_some_and(is_sensitive),
        labels: Vec::new(),
    }
}

/// The quoted status, where its author agreed to the quote and may be shown.
fn quoted<'a>(status: &'a Status, here: &Here) -> Option<&'a Status> {
    let quoting = status.quote.as_ref().filter(|quoting| quoting.state == "accepted")?;
    quoting.quoted_status.as_deref().filter(|quoted| here.admits(quoted))
}

fn quote(quoted: &Status, here: &Here) -> Option<Box<Quote>> {
    let text = clean(&html::text(&quoted.content, false), POST_LIMIT);
    let Author { name, handle, .. } = author(&quoted.account, here);
    (!text.is_empty()).then(|| Box::new(Quote { id: quoted.uri.clone(), name, handle, text }))
}

fn poll(status: &Status) -> Vec<String> {
    let options = status.poll.iter().flat_map(|poll| &poll.options);
    options
        .map(|option| clean_line(&option.title))
        .filter(|title| !title.is_empty())
        .take(MEDIA_LIMIT)
        .collect()
}

/// An address that a browser may follow.
fn web(url: &Option<String>) -> Option<String> {
    let is_web = |url: &String| url.starts_with("https://") || url.starts_with("http://");
    url.clone().filter(|url| is_web(url) && url.len() <= FIELD_LIMIT)
}

#[cfg(test)]
mod tests;
