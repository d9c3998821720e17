//! A row of a sheet, and the post that it tells.
//!
//! | column | ours |
//! |---|---|
//! | `id_str` | `id` |
//! | `from_user`, `from_user_id_str`, `profile_image_url`, `user_followers_count` | `author` |
//! | `text`, with what `entities_str` says of its links, tags and pictures | `text`, `hashtags`, `media` |
//! | `created_at`, else `time`, whose day comes first | `created_at`, clamped to arrival |
//! | `user_lang` | `lang` |
//! | `in_reply_to_status_id_str` | `reply_to` |
//! | `status_url` | `url` |
//!
//! A sheet does not say which post a repost repeats.

use csv::StringRecord;
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use super::entities::Entities;
use crate::{
    domain::{
        At, Author, Kind, Network, Post,
        line::{FOLLOWERS_LIMIT, believed, check},
        text::{POST_LIMIT, clean, clean_line},
    },
    sources::x::{
        id,
        map::{address, is_spoken},
    },
};

/// Whether these are the names of the columns that a post needs.
pub(super) fn is_told_by(header: &StringRecord) -> bool {
    let has = |name| column(header, name).is_some();
    ["id_str", "from_user", "text"].into_iter().all(has) && (has("created_at") || has("time"))
}

fn column(header: &StringRecord, name: &str) -> Option<usize> {
    header.iter().position(|column| column.trim().eq_ignore_ascii_case(name))
}

pub(super) struct Row<'a> {
    header: &'a StringRecord,
    cells: &'a StringRecord,
}

impl<'a> Row<'a> {
    pub(super) fn new(header: &'a StringRecord, cells: &'a StringRecord) -> Self {
        Self { header, cells }
    }

    fn cell(&self, name: &str) -> Option<&'a str> {
        let cell = self.cells.get(column(self.header, name)?)?.trim();
        Some(cell).filter(|cell| !cell.is_empty())
    }

    fn id(&self, name: &str) -> Option<u64> {
        id::read(self.cell(name)?)
    }

    fn link(&self, name: &str) -> Option<&'a str> {
        self.cell(name).filter(|url| url.starts_with("https://"))
    }

    /// # Errors
    /// Says in words why the row is no post.
    pub(super) fn post(&self, now: At) -> Result<Post, String> {
        let id = self.id("id_str").ok_or("id_str is no id of a post")?;
        let entities = Entities::read(self.cell("entities_str").unwrap_or_default());
        let text = clean(&entities.written(self.cell("text").unwrap_or_default()), POST_LIMIT);
        let plain = Post::new(Network::X, id.to_string(), self.author()?, text, self.created_at(now)?);
        let tags = entities.tags();
        let url = self.link("status_url").map(str::to_owned);
        let reply_to = self.id("in_reply_to_status_id_str").map(|id| id.to_string());
        let post = Post {
            kind: kind(&plain.text, reply_to.is_some()),
            url: Some(url.unwrap_or_else(|| address(&plain.author.handle, id))),
            hashtags: if tags.is_empty() { plain.hashtags } else { tags },
            lang: self.cell("user_lang").filter(|lang| is_spoken(lang)).map(str::to_owned),
            media: entities.media(),
            reply_to,
            ..plain
        };
        check(&post)?;
        Ok(post)
    }

    fn author(&self) -> Result<Author, String> {
        let handle = self.cell("from_user").map(|name| clean_line(name.trim_start_matches('@')));
        let handle = handle.filter(|handle| !handle.is_empty()).ok_or("from_user is empty")?;
        let followers = self.cell("user_followers_count").and_then(|count| count.parse::<u64>().ok());
        Ok(Author {
            id: self.id("from_user_id_str").map(|id| id.to_string()),
            name: handle.clone(),
            handle,
            avatar_url: self.link("profile_image_url").map(str::to_owned),
            followers: followers.map(|count| count.min(FOLLOWERS_LIMIT)),
        })
    }

    fn created_at(&self, now: At) -> Result<At, String> {
        let written = self.cell("created_at").and_then(in_words);
        let time = written.or_else(|| self.cell("time").and_then(day_first));
        believed(time.ok_or("neither created_at nor time is a time of a sheet")?, now)
    }
}

/// `Sat Nov 11 21:33:46 +0000 2017`.
fn in_words(time: &str) -> Option<At> {
    Timestamp::strptime("%a %b %d %H:%M:%S %z %Y", time).ok().map(|time| At(time.as_millisecond()))
}

/// `11/11/2017 21:33:46`, in UTC.
fn day_first(time: &str) -> Option<At> {
    let time = DateTime::strptime("%d/%m/%Y %H:%M:%S", time).ok()?;
    TimeZone::UTC.to_timestamp(time).ok().map(|time| At(time.as_millisecond()))
}

fn kind(text: &str, is_reply: bool) -> Kind {
    let repeated = text.strip_prefix("RT @").and_then(|rest| rest.split_once(": "));
    match repeated {
        Some((name, _)) if !name.contains(char::is_whitespace) => Kind::Repost,
        _ if is_reply => Kind::Reply,
        _ => Kind::Post,
    }
}
