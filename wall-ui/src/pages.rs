//! The small pages: programme, permanent addresses, joining, about, and the page that says what went wrong.

use crate::parts::{Moment, SessionHead, Shell};

/// `/`: now, next, boards.
pub struct ProgrammePage<'a> {
    pub shell: Shell<'a>,
    pub now: Vec<SessionHead>,
    pub next: Vec<SessionHead>,
    pub earlier: Vec<SessionHead>,
}

/// `/post/{key}`: the post and what became of it.
pub struct PostPage<'a> {
    pub shell: Shell<'a>,
    /// A finished `BoardPost`.
    pub post: String,
    pub sessions: Vec<SessionHead>,
    /// Themes it stands in: path and title.
    pub themes: Vec<(String, String)>,
}

/// `/theme/{id}`: the theme with all its posts.
pub struct ThemePage<'a> {
    pub shell: Shell<'a>,
    pub session: SessionHead,
    /// A finished `BoardTheme`, and its posts as finished `BoardPost`s.
    pub theme: String,
    pub posts: String,
    pub conclusion: Option<String>,
    /// What happened to it, oldest first: when and the finished sentence.
    pub history: Vec<(Moment, String)>,
}

/// `/join/{token}`: names what the link is for and shows one button, a form that posts to the same address.
pub struct JoinPage<'a> {
    pub shell: Shell<'a>,
    pub name: String,
    /// `organiser`, `facilitator`, `chair`, `technician`, `participant`: message `role-…`.
    pub role: &'static str,
    pub sessions: Vec<SessionHead>,
}

/// `/about`: what is shown, the house rules, how to opt out or be erased.
pub struct AboutPage<'a> {
    pub shell: Shell<'a>,
    /// Networks that posts are taken from, as people say them.
    pub sources: Vec<String>,
}

/// Any answer that is not the thing that was asked for, in words a person can act on.
pub struct ProblemPage<'a> {
    pub shell: Shell<'a>,
    pub status: u16,
    /// `Not found`, …
    pub heading: String,
    pub detail: String,
    /// Where to go from here: path and words.
    pub way_out: Option<(String, String)>,
}
