//! The chair's tablet: `/chair/{session}`. Regions `queue theme statement`.

use askama::Template;
use wall_ui::{
    Words,
    parts::{Moment, Post, SessionHead, Shell, ThemeState, Weight},
};

/// Style sheets of the chair's page beside the shared ones.
pub const STYLES: [&str; 12] = [
    "staff",
    "button",
    "pill",
    "key",
    "chair",
    "desk-theme",
    "desk-post",
    "dock",
    "desk-side",
    "preview",
    "ask",
    "toast",
];

#[derive(Template)]
#[template(path = "staff-chair.html")]
pub struct ChairPage<'a> {
    pub shell: Shell<'a>,
    pub session: SessionHead,
    pub me: String,
    /// `/stream/chair/ethics`.
    pub stream_path: String,
    pub queue: String,
    pub theme: String,
    pub statement: String,
    /// `/wall/ethics`, for the picture of what the wall shows.
    pub wall: String,
}

/// Item of region `queue`, id `theme-{id}`: a pinned theme, whole. The page shows one at a time.
/// `data-state`, `data-version`.
#[derive(Template)]
#[template(path = "staff-chair-theme.html")]
pub struct ChairTheme<'a> {
    pub t: &'a Words,
    pub id: String,
    pub session: SessionHead,
    /// Discussing first, then waiting, then the rest.
    pub order: String,
    pub version: u64,
    pub title: String,
    pub summary: Option<String>,
    pub state: ThemeState,
    /// Since when it is in that state.
    pub since: Moment,
    pub weight: Weight,
    /// All of them, oldest first.
    pub posts: Vec<Post>,
    pub conclusion: Option<String>,
}

impl ChairTheme<'_> {
    fn state_icon(&self) -> &'static str {
        match self.state {
            ThemeState::Draft => "pencil",
            ThemeState::Waiting => "clock",
            ThemeState::Discussing => "mic",
            ThemeState::Discussed => "check",
            ThemeState::Parked => "park",
            ThemeState::SentBack => "back",
        }
    }
}

/// Region `theme` (set): what is being discussed and whether the wall is cleared or held.
#[derive(Template)]
#[template(path = "staff-chair-now.html")]
pub struct ChairNow<'a> {
    pub t: &'a Words,
    /// Title of the theme being discussed.
    pub discussing: Option<String>,
    pub cleared: Option<(String, Moment)>,
    pub held: bool,
}

/// Region `statement` (set): statements are rated in rounds; none is open.
#[derive(Template)]
#[template(path = "staff-chair-statement.html")]
pub struct ChairStatement<'a> {
    pub t: &'a Words,
}
