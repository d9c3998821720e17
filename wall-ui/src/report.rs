//! The report: `/report`. Interim while sessions run; every number opens what is behind it.

use crate::parts::{Moment, SessionHead, Shell, Source, ThemeState, Weight};

pub struct ReportPage<'a> {
    pub shell: Shell<'a>,
    pub drawn_at: Moment,
    pub conclusions: Vec<ReportConclusion>,
    pub numbers: Numbers,
    /// Posts per ten minutes over the day of the conference, and the sessions below the bars.
    pub day: Option<Day>,
    pub themes: Vec<ReportTheme>,
    pub sources: Vec<ReportSource>,
    pub hidden: u32,
    pub blocked: u32,
}

pub struct ReportConclusion {
    pub session: SessionHead,
    pub text: String,
    pub by: String,
    pub at: Moment,
    pub weight: Weight,
    /// Path of the theme behind it.
    pub theme: String,
    pub accepted: bool,
}

pub struct Numbers {
    pub posts: u64,
    pub reposts: u64,
    pub participants: u64,
    pub impressions: u64,
    pub followers_known: u64,
    /// People registered in the rooms, where known.
    pub registered: Option<u32>,
}

/// Bars of equal width; the page draws them to scale.
pub struct Day {
    /// Posts per ten minutes, first bar at `from`.
    pub bars: Vec<u32>,
    pub from: Moment,
    /// Hours under the bars: index of the bar and the clock, `09:00`.
    pub hours: Vec<(usize, String)>,
    /// Index of the highest bar and when it was.
    pub peak: (usize, Moment),
    /// Sessions as spans of bars: head, first and end index, lane (0 or 1).
    pub sessions: Vec<(SessionHead, usize, usize, usize)>,
}

/// The strongest theme of a session.
pub struct ReportTheme {
    pub session: SessionHead,
    pub title: String,
    pub state: ThemeState,
    pub weight: Weight,
    /// Text, source and byline of its first post, where it has one.
    pub quote: Option<Quote>,
    pub path: String,
}

pub struct Quote {
    pub text: String,
    pub lang: Option<String>,
    pub source: Source,
    pub by: String,
    pub at: Moment,
}

pub struct ReportSource {
    pub source: Source,
    pub posts: u64,
}
