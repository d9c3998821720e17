//! The wall: `/wall/{session}`. Regions `mode header banner posts`.

use askama::Template;

use crate::{
    Words,
    parts::{Mark, Moment, People, Post, SessionHead, Shell, Span},
};

/// Style sheets of the wall beside the shared ones, in this order.
pub const STYLES: [&str; 13] = [
    "announcement",
    "code",
    "flow",
    "invitation",
    "wall",
    "wall-banner",
    "wall-cleared",
    "wall-clock",
    "wall-head",
    "wall-join",
    "wall-note",
    "wall-post",
    "wall-post-slots",
];

/// The whole page. Regions come as finished markup.
#[derive(Template)]
#[template(path = "wall.html")]
pub struct WallPage<'a> {
    pub shell: Shell<'a>,
    pub session: SessionHead,
    /// The stream's address without query: `/stream/wall/ethics`.
    pub stream: String,
    pub mode: String,
    pub header: String,
    pub banner: String,
    pub posts: String,
    pub people: People,
    /// `None` when no address is known that a phone could reach.
    pub join: Option<Join>,
}

impl WallPage<'_> {
    /// Whether the address, or the hashtag in its place, needs the smaller of its sizes.
    #[must_use]
    pub fn join_is_long(&self) -> bool {
        let address = self.join.as_ref().map_or(&self.shell.hashtag, |join| &join.address);
        // An m or w is as wide as two other letters, and nineteen of those fill the line.
        address.chars().map(|c| if matches!(c, 'm' | 'w' | 'M' | 'W') { 2 } else { 1 }).sum::<usize>() > 19
    }
}

/// How a person in the room joins in.
pub struct Join {
    /// As a person types it: `summit.example/b`.
    pub address: String,
    /// A path's `d` on a grid of `size` x `size` modules.
    pub qr_path: String,
    pub qr_size: u32,
    pub url: String,
}

/// Region `header` (set): the event, the session, and whether this is a rehearsal.
#[derive(Template)]
#[template(path = "wall-header.html")]
pub struct WallHeader<'a> {
    pub t: &'a Words,
    pub hashtag: String,
    pub session: SessionHead,
    pub rehearsal: bool,
}

impl WallHeader<'_> {
    /// The hashtag without its `#`, which the header draws in its own colour.
    #[must_use]
    pub fn bare_hashtag(&self) -> &str {
        self.hashtag.trim_start_matches('#')
    }
}

/// Region `banner` (set): the theme that is being discussed. `None` draws nothing.
#[derive(Template)]
#[template(path = "wall-banner.html")]
pub struct WallBanner<'a> {
    pub t: &'a Words,
    pub mark: Mark,
    pub title: Option<String>,
}

impl WallBanner<'_> {
    /// `one`, `two`, `many`: how many lines the title needs at the size for it.
    #[must_use]
    pub fn lines(&self) -> &'static str {
        match self.title.as_deref().unwrap_or_default().chars().count() {
            0..=58 => "one",
            59..=140 => "two",
            _ => "many",
        }
    }
}

/// Region `mode` (set): what the wall is told to do. Its root carries `data-layout`, `data-author-cap`,
/// `data-held`, `data-cleared`.
#[derive(Template)]
#[template(path = "wall-mode.html")]
pub struct WallMode<'a> {
    pub t: &'a Words,
    /// `flow`, `spotlight`, `board`, `consensus`.
    pub layout: &'static str,
    /// So many cards of one author stand at a time. `data-author-cap`.
    pub author_cap: u8,
    pub held: bool,
    pub cleared: bool,
    pub session: SessionHead,
    pub announcement: Option<Announcement>,
}

pub struct Announcement {
    pub text: String,
    pub by: String,
    pub at: Moment,
    pub until: Option<Moment>,
}

impl Announcement {
    /// `short`, `middle`, `long`: the shorter, the farther it is read.
    #[must_use]
    pub fn size(&self) -> &'static str {
        match self.text.chars().count() {
            0..=48 => "short",
            49..=130 => "middle",
            _ => "long",
        }
    }
}

/// Item of region `posts`: one card. The wall's pacing puts it into a slot that it fits whole.
#[derive(Template)]
#[template(path = "wall-post.html")]
pub struct WallPost<'a> {
    pub t: &'a Words,
    pub post: Post,
    /// The same for all posts of one author. `data-author`.
    pub author: String,
    /// A facilitator featured it: it stands until released. `data-featured`.
    pub featured: bool,
}

/// Letters of a text that low slots set larger, to carry as far as a full one.
const SHORT: usize = 36;

impl WallPost<'_> {
    /// Where the network permits, the event's own hashtag is left off the end: the header says it.
    #[must_use]
    pub fn text(&self) -> &[Span] {
        if self.post.source.is_x() {
            return &self.post.text;
        }
        let mut text = self.post.text.as_slice();
        while let [rest @ .., last] = text
            && !rest.is_empty()
            && is_trailing(last)
        {
            text = rest;
        }
        text
    }

    /// X demands the whole handle; of others the part before their server is enough for a room.
    #[must_use]
    pub fn handle(&self) -> &str {
        let handle = self.post.author.handle.as_str();
        match self.post.source.symbol {
            "x" => handle,
            "bluesky" => handle.split('.').next().unwrap_or(handle),
            _ => handle.rfind('@').filter(|at| *at > 0).map_or(handle, |at| &handle[..at]),
        }
    }

    #[must_use]
    pub fn is_short(&self) -> bool {
        self.text().iter().map(|span| span.words().chars().count()).sum::<usize>() <= SHORT
    }
}

fn is_trailing(span: &Span) -> bool {
    match span {
        Span::Plain(text) => text.trim().is_empty(),
        Span::Tag { own, .. } => *own,
        Span::Mention(_) | Span::Link { .. } => false,
    }
}
