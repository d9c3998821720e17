//! The facilitator's console: `/console/{session}`. Regions `stream themes screens`.

use wall_ui::{
    Words,
    parts::{Author, Moment, Post, SessionHead, Shell, Source, ThemeState, Weight},
};

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

/// First paint of what the note `counts` keeps up to date.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Posts of the session that wait for a verdict, the same for everyone.
    pub waiting: u32,
    pub all: u32,
    /// Seconds that the oldest of them has waited.
    pub oldest: Option<u32>,
}

pub struct SourceHealth {
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
            Self::HeldComment => "held-comment",
            Self::Shown => "shown",
            Self::Hidden => "hidden",
        }
    }

    #[must_use]
    pub fn waits(self) -> bool {
        !matches!(self, Self::Shown | Self::Hidden)
    }
}

/// Item of region `stream`, id `post-{key}`, `data-verdict`, `data-theme` (id of its theme or absent).
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

/// Item of region `themes`, id `theme-{id}`, `data-number`, `data-state`, `data-version`.
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

pub struct Exemplar {
    pub author: Author,
    /// One line.
    pub text: String,
    pub lang: Option<String>,
}

/// Region `screens` (set): what the session's walls show and are told.
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
