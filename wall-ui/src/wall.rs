//! The wall: `/wall/{session}`. Regions `mode header banner posts`.

use crate::{
    Words,
    parts::{Mark, Moment, People, Post, SessionHead, Shell},
};

/// The whole page. Regions come as finished markup.
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
pub struct WallHeader<'a> {
    pub t: &'a Words,
    pub hashtag: String,
    pub session: SessionHead,
    pub rehearsal: bool,
}

/// Region `banner` (set): the theme that is being discussed. `None` draws nothing.
pub struct WallBanner<'a> {
    pub t: &'a Words,
    pub mark: Mark,
    pub title: Option<String>,
}

/// Region `mode` (set): what the wall is told to do. Its root carries `data-layout`, `data-held`, `data-cleared`.
pub struct WallMode<'a> {
    pub t: &'a Words,
    /// `flow`, `spotlight`, `board`, `consensus`.
    pub layout: &'static str,
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

/// Item of region `posts`: one card. The wall's pacing puts it into a slot that it fits whole.
pub struct WallPost<'a> {
    pub t: &'a Words,
    pub post: Post,
    /// A facilitator featured it: it stands until released. `data-featured`.
    pub featured: bool,
}
