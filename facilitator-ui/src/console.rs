//! The facilitator's console: `/console/{session}`. Regions `stream themes screens`.

use askama::Template;
use wall_ui::{
    Words,
    parts::{Author, Moment, Post, SessionHead, Shell, Source, ThemeState, Weight},
};

/// Style sheets of the console beside the shared ones.
pub const STYLES: [&str; 22] = [
    "staff",
    "button",
    "pill",
    "key",
    "bar",
    "health",
    "switch",
    "console",
    "queue",
    "queue-row",
    "queue-acts",
    "screens",
    "preview",
    "clear",
    "themes",
    "theme-card",
    "picker",
    "ask",
    "help",
    "key-bar",
    "toast",
    "triage",
];

/// The columns of the theme board, each with its homes and their drawings.
const COLUMNS: [(&str, &[(&str, &str)]); 3] = [
    ("draft", &[("draft", "pencil")]),
    ("board", &[("board", "board")]),
    ("done", &[("discussed", "check"), ("parked", "park")]),
];

#[derive(Template)]
#[template(path = "staff-console.html")]
pub struct ConsolePage<'a> {
    pub shell: Shell<'a>,
    pub session: SessionHead,
    /// Sessions this person works in, for the switcher.
    pub sessions: Vec<SessionHead>,
    /// Who is signed in.
    pub me: String,
    pub stream: String,
    /// `/stream/console/ethics`.
    pub stream_path: String,
    pub themes: String,
    pub screens: String,
    pub counts: Counts,
    /// Posts a minute over the last fifteen minutes, oldest first.
    pub rates: Vec<u32>,
    pub sources: Vec<SourceHealth>,
}

impl ConsolePage<'_> {
    /// Posts in the last minute.
    fn rate(&self) -> u32 {
        self.rates.last().copied().unwrap_or_default()
    }

    /// `rates` for the attribute that the line is drawn from.
    fn rate_list(&self) -> String {
        self.rates.iter().map(u32::to_string).collect::<Vec<_>>().join(" ")
    }
}

/// First paint of what the note `counts` keeps up to date.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Posts of the session that wait for a verdict, the same for everyone.
    pub waiting: u32,
    pub all: u32,
    /// Seconds that the oldest of them has waited.
    pub oldest: Option<u32>,
}

impl Counts {
    /// How long the oldest has waited: `1:10`.
    fn waited(self) -> Option<String> {
        self.oldest.map(|seconds| format!("{}:{:02}", seconds / 60, seconds % 60))
    }
}

pub struct SourceHealth {
    /// Tells sources of one network apart: `mastodon meded.example`.
    pub name: String,
    pub source: Source,
    /// `ok`, `slow`, `lost`: message `source-ok` and so on.
    pub state: &'static str,
    /// What is wrong in words, where something is.
    pub detail: Option<String>,
}

/// A post's verdict, for classes (`verdict-waiting`) and messages (`verdict-waiting`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Held because it is new.
    Waiting,
    HeldWord,
    HeldSensitive,
    HeldEdited,
    HeldLabel,
    HeldLanguage,
    HeldComment,
    Shown,
    Hidden,
}

impl Verdict {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::HeldWord => "held-word",
            Self::HeldSensitive => "held-sensitive",
            Self::HeldEdited => "held-edited",
            Self::HeldLabel => "held-label",
            Self::HeldLanguage => "held-language",
            Self::HeldComment => "held-comment",
            Self::Shown => "shown",
            Self::Hidden => "hidden",
        }
    }

    #[must_use]
    pub fn waits(self) -> bool {
        !matches!(self, Self::Shown | Self::Hidden)
    }

    fn icon(self) -> &'static str {
        match self {
            Self::Waiting => "clock",
            Self::Shown => "check",
            Self::Hidden => "hide",
            _ => "warn",
        }
    }
}

/// Item of region `stream`, id `post-{key}`, `data-verdict`, `data-theme` (id of its theme or absent).
#[derive(Template)]
#[template(path = "staff-queue-row.html")]
pub struct QueueRow<'a> {
    pub t: &'a Words,
    pub post: Post,
    pub verdict: Verdict,
    /// Who decided, where somebody did.
    pub by: Option<String>,
    pub stashed: bool,
    pub featured: bool,
    /// Number and id of the theme it stands in, in this session.
    pub theme: Option<(u32, String)>,
}

impl QueueRow<'_> {
    /// Whether it is dealt to the next free hand: what is stashed was put aside on purpose.
    fn waits(&self) -> bool {
        self.verdict.waits() && !self.stashed
    }

    /// Who showed or hid it.
    fn judge(&self) -> Option<&str> {
        self.by.as_deref().filter(|_| !self.verdict.waits())
    }

    /// The post's language, where it is not the page's.
    fn foreign(&self) -> Option<String> {
        let lang = self.post.lang.as_deref()?.split('-').next()?;
        (lang != self.t.lang()).then(|| lang.to_uppercase())
    }
}

/// Item of region `themes`, id `theme-{id}`, `data-number`, `data-state`, `data-version`.
#[derive(Template)]
#[template(path = "staff-theme-card.html")]
pub struct ThemeCard<'a> {
    pub t: &'a Words,
    /// `ethics-3`.
    pub id: String,
    pub number: u32,
    pub order: String,
    /// The seq that last touched it.
    pub version: u64,
    pub title: String,
    pub summary: Option<String>,
    pub state: ThemeState,
    /// The chair's words, when sent back.
    pub words: Option<String>,
    pub concluded: bool,
    pub weight: Weight,
    /// Three at most.
    pub exemplars: Vec<Exemplar>,
}

impl ThemeCard<'_> {
    /// The column it stands in: `data-home-for`.
    fn home(&self) -> &'static str {
        match self.state {
            ThemeState::Draft => "draft",
            ThemeState::Waiting | ThemeState::Discussing | ThemeState::SentBack => "board",
            ThemeState::Discussed => "discussed",
            ThemeState::Parked => "parked",
        }
    }

    fn pinnable(&self) -> bool {
        matches!(self.state, ThemeState::Draft | ThemeState::SentBack)
    }
}

pub struct Exemplar {
    /// Of the post: what left is found by it.
    pub key: String,
    pub author: Author,
    /// One line.
    pub text: String,
    pub lang: Option<String>,
}

/// Region `screens` (set): what the session's walls show and are told.
#[derive(Template)]
#[template(path = "staff-screens.html")]
pub struct ScreensStrip<'a> {
    pub t: &'a Words,
    pub session: SessionHead,
    /// `/wall/ethics`.
    pub wall: String,
    pub layout: &'static str,
    /// Who holds it, and since when.
    pub held: Option<(String, Moment)>,
    pub cleared: Option<(String, Moment)>,
}
