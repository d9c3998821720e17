//! The open-access board: `/board/{session}` and `/board/{session}/posts`. Regions `question themes posts conclusions`.

use askama::Template;

use crate::{
    Words,
    parts::{Moment, People, Post, SessionHead, Shell, ThemeState, Weight},
};

/// Style sheets of everything that holds posts, beside those of every page.
pub const POST_STYLES: [&str; 5] = ["post", "feed", "board-theme", "conclusion", "pager"];

/// What can become of one's own words: the fate's name, its message, the pill's class and icon.
const FATES: [(&str, &str, &str, &str); 5] = [
    ("waiting", "board-mine-waiting", "pill--now", "clock"),
    ("shown", "board-mine-shown", "pill--ok", "check"),
    ("not-shown", "board-mine-not-shown", "", "x"),
    ("in-theme", "board-mine-in-theme", "pill--ok", "layers"),
    ("concluded", "board-mine-concluded", "pill--ok", "check"),
];

/// Style sheets of the board, beside those of every page.
pub const STYLES: [&str; 12] = [
    "board",
    "say",
    "sent",
    "yours",
    "field",
    "feed",
    "post",
    "board-theme",
    "conclusion",
    "resources",
    "arrival",
    "sections",
];

/// `/board/{session}`: reads without script.
#[derive(Template)]
#[template(path = "board.html")]
pub struct BoardPage<'a> {
    pub shell: Shell<'a>,
    pub session: SessionHead,
    /// All sessions of the conference, for the navigation.
    pub sessions: Vec<SessionHead>,
    pub stream: String,
    pub question: String,
    pub themes: String,
    pub posts: String,
    pub conclusions: String,
    pub theme_count: u32,
    pub post_count: u32,
    pub people: People,
    /// The table a short link named, kept in the form.
    pub table: Option<u16>,
    /// What became of the form that this page answers.
    pub sent: Option<Sent>,
    pub resources: Vec<Resource>,
}

impl BoardPage<'_> {
    /// Whether this page answers a form whose words are saved.
    fn received(&self) -> bool {
        matches!(self.sent, Some(Sent::Received { .. }))
    }

    /// The words that were saved; a script fills them in where it sent the form itself.
    fn received_text(&self) -> &str {
        match &self.sent {
            Some(Sent::Received { text, .. }) => text,
            _ => "",
        }
    }

    /// How many wait before the words that were saved.
    fn before(&self) -> Option<u32> {
        match self.sent {
            Some(Sent::Received { before, .. }) => Some(before),
            _ => None,
        }
    }

    /// What was typed and why it is not saved.
    fn failed(&self) -> Option<(&str, &str)> {
        match &self.sent {
            Some(Sent::Failed { text, why }) => Some((text, why)),
            _ => None,
        }
    }
}

/// The answer to a sent form.
pub enum Sent {
    /// Saved, and waiting for review; it was number `before` + 1 in the queue.
    Received { text: String, before: u32 },
    /// Not saved, with the words that were typed and why.
    Failed { text: String, why: String },
}

/// Something to read before or during the session.
pub struct Resource {
    pub title: String,
    pub about: String,
    pub url: Option<String>,
}

/// `/board/{session}/posts`: every post shown in the room, newest first, 50 a page.
#[derive(Template)]
#[template(path = "board-posts.html")]
pub struct BoardPostsPage<'a> {
    pub shell: Shell<'a>,
    pub session: SessionHead,
    pub sessions: Vec<SessionHead>,
    pub posts: String,
    pub post_count: u32,
    /// Path and query of the older and newer page.
    pub older: Option<String>,
    pub newer: Option<String>,
}

/// Region `question` (set): the question of the moment; `None` draws the invitation to say something.
#[derive(Template)]
#[template(path = "board-question.html")]
pub struct BoardQuestion<'a> {
    pub t: &'a Words,
    pub question: Option<String>,
}

/// Item of region `themes`, id `theme-{id}`.
#[derive(Template)]
#[template(path = "board-theme.html")]
pub struct BoardTheme<'a> {
    pub t: &'a Words,
    /// `ethics-3`.
    pub id: String,
    pub order: String,
    pub title: String,
    pub summary: Option<String>,
    pub state: ThemeState,
    pub weight: Weight,
    /// Two at most.
    pub posts: Vec<BoardPost<'a>>,
}

/// Item of region `posts`, and inside a theme. In a theme it has no id of its own.
#[derive(Template)]
#[template(path = "board-post.html")]
pub struct BoardPost<'a> {
    pub t: &'a Words,
    pub post: Post,
    pub inside_theme: bool,
}

/// Item of region `conclusions`, id `conclusion-{id}`.
#[derive(Template)]
#[template(path = "board-conclusion.html")]
pub struct BoardConclusion<'a> {
    pub t: &'a Words,
    /// The theme it concludes: `ethics-3`.
    pub id: String,
    pub order: String,
    pub text: String,
    pub at: Moment,
    pub by: String,
    pub weight: Weight,
}
