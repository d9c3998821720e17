//! The small pages: programme, permanent addresses, joining, about, and the page that says what went wrong.

use askama::Template;

use crate::parts::{Moment, SessionHead, Shell};

/// Style sheets of every page for the public but the report.
pub const STYLES: [&str; 13] = [
    "skip",
    "masthead",
    "button",
    "card",
    "pill",
    "notice",
    "section-head",
    "narrow",
    "facts",
    "prose",
    "field",
    "opt-out",
    "foot",
];

/// `/`: now, next, boards.
#[derive(Template)]
#[template(path = "programme.html")]
pub struct ProgrammePage<'a> {
    pub shell: Shell<'a>,
    pub now: Vec<SessionHead>,
    pub next: Vec<SessionHead>,
    pub earlier: Vec<SessionHead>,
}

impl ProgrammePage<'_> {
    fn nothing_planned(&self) -> bool {
        self.now.is_empty() && self.next.is_empty() && self.earlier.is_empty()
    }
}

/// `/mine/{token}`: what became of something that was said with the form.
#[derive(Template)]
#[template(path = "page-mine.html")]
pub struct MinePage<'a> {
    pub shell: Shell<'a>,
    pub session: SessionHead,
    pub name: String,
    pub unchecked: bool,
    pub text: String,
    pub at: Moment,
    pub fate: Fate,
    /// This page's own address, to be kept.
    pub link: String,
    pub token: String,
}

/// How far it has come.
pub enum Fate {
    /// It waits for review; so many wait before it.
    Waiting {
        before: u32,
    },
    /// A facilitator decided against showing it.
    NotShown,
    Shown {
        at: Moment,
    },
    /// Path and title of the theme it stands in.
    InTheme {
        path: String,
        title: String,
    },
    Concluded {
        path: String,
        text: String,
    },
}

impl Fate {
    /// The word that programs and scripts read, and the end of its message's key.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Waiting { .. } => "waiting",
            Self::NotShown => "not-shown",
            Self::Shown { .. } => "shown",
            Self::InTheme { .. } => "in-theme",
            Self::Concluded { .. } => "concluded",
        }
    }
}

/// `/post/{key}`: the post and what became of it.
#[derive(Template)]
#[template(path = "page-post.html")]
pub struct PostPage<'a> {
    pub shell: Shell<'a>,
    /// A finished `BoardPost`.
    pub post: String,
    pub sessions: Vec<SessionHead>,
    /// Themes it stands in: path and title.
    pub themes: Vec<(String, String)>,
}

/// `/theme/{id}`: the theme with all its posts.
#[derive(Template)]
#[template(path = "page-theme.html")]
pub struct ThemePage<'a> {
    pub shell: Shell<'a>,
    pub session: SessionHead,
    /// A finished `BoardTheme`, and its posts as finished `BoardPost`s.
    pub theme: String,
    pub posts: String,
    /// The conclusion's text.
    pub conclusion: Option<String>,
    /// What happened to it, oldest first: when and the finished sentence.
    pub history: Vec<(Moment, String)>,
}

/// `/join/{token}`: names what the link is for and shows one button, a form that posts to the same address.
#[derive(Template)]
#[template(path = "page-join.html")]
pub struct JoinPage<'a> {
    pub shell: Shell<'a>,
    pub name: String,
    /// `organiser`, `facilitator`, `chair`, `technician`, `participant`: message `role-…`.
    pub role: &'static str,
    pub sessions: Vec<SessionHead>,
}

impl JoinPage<'_> {
    fn role_words(&self) -> String {
        self.shell.t.say(&format!("role-{}", self.role))
    }
}

/// `/about`: what is shown, the house rules, how to opt out or be erased.
#[derive(Template)]
#[template(path = "page-about.html")]
pub struct AboutPage<'a> {
    pub shell: Shell<'a>,
    /// Networks that posts are taken from, as people say them.
    pub sources: Vec<String>,
    /// Networks that an account to be left out can be on: name in commands, and as people say it.
    pub networks: Vec<(String, String)>,
    /// A request to be left out has just come in.
    pub asked: bool,
}

/// Any answer that is not the thing that was asked for, in words a person can act on.
#[derive(Template)]
#[template(path = "page-problem.html")]
pub struct ProblemPage<'a> {
    pub shell: Shell<'a>,
    pub status: u16,
    /// `Not found`, …
    pub heading: String,
    pub detail: String,
    /// Where to go from here: path and words.
    pub way_out: Option<(String, String)>,
}

impl ProblemPage<'_> {
    /// The detail, or what the answer's number means where there is none.
    fn words(&self) -> String {
        let meaning = format!("page-problem-{}", self.status);
        match self.shell.t.has(&meaning) {
            true if self.detail.is_empty() => self.shell.t.say(&meaning),
            _ => self.detail.clone(),
        }
    }
}
