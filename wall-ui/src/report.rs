//! The report: `/report`. Interim while sessions run; every number opens what is behind it.

use askama::Template;

use crate::{
    Words, numbers,
    parts::{Moment, SessionHead, Shell, Source, ThemeState, Weight},
};

/// The report's style sheets. The page's own comes last: on paper it places the parts.
pub const STYLES: [&str; 9] =
    ["skip", "pill", "session-label", "concluded", "numbers", "day-chart", "strongest", "evidence", "report"];

/// What the methods speak of, in this order: message `report-method-…` and `report-method-…-text`.
const METHODS: [&str; 8] =
    ["who", "collected", "review", "grouping", "conclusions", "counting", "impressions", "removal"];

/// `/report`.
#[derive(Template)]
#[template(path = "report.html")]
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

impl ReportPage<'_> {
    /// What and how, in the page's language.
    fn methods(&self) -> Vec<(String, String)> {
        let words = |name: &str| {
            let what = format!("report-method-{name}");
            let how = self.shell.t.with(&format!("{what}-text"), "hashtag", &self.shell.hashtag);
            (self.shell.t.say(&what), how)
        };
        METHODS.into_iter().map(words).collect()
    }

    fn moderation(&self) -> String {
        let t = self.shell.t;
        let hidden = t.count("report-hidden", self.hidden);
        let blocked = t.count("report-blocked", self.blocked);
        t.with_all("report-moderation", &[("hidden", &hidden), ("blocked", &blocked)])
    }
}

/// What a session decided, and from what.
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

/// The day in figures.
pub struct Numbers {
    pub posts: u64,
    pub reposts: u64,
    pub participants: u64,
    pub impressions: u64,
    pub followers_known: u64,
    /// People registered in the rooms, where known.
    pub registered: Option<u32>,
}

/// A number with what it counts and what it leaves out.
pub struct Shown {
    pub value: String,
    pub what: String,
    pub limit: String,
}

impl Numbers {
    /// As the page shows them, each with its limits.
    #[must_use]
    pub fn shown(&self, t: &Words) -> Vec<Shown> {
        let shown = |what: &str, value: String, limit: String| Shown { value, what: t.say(what), limit };
        let whole = |n| numbers::whole(t.lang(), n);
        let known = [("known", &*whole(self.followers_known)), ("all", &*whole(self.participants))];
        let mut all = vec![
            shown("report-posts", whole(self.posts), t.with("report-reposts", "n", &whole(self.reposts))),
            shown("report-participants", whole(self.participants), t.say("report-participants-note")),
        ];
        all.extend(
            self.registered.map(|people| {
                shown("report-registered", whole(people.into()), t.say("report-registered-note"))
            }),
        );
        let reach = numbers::short(t.lang(), self.impressions);
        all.push(shown("report-impressions", reach, t.with_all("report-impressions-note", &known)));
        all
    }
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

impl Day {
    /// The drawing in one sentence.
    #[must_use]
    pub fn summary(&self, t: &Words) -> String {
        let posts = self.peak_posts().to_string();
        let values = [("from", &*self.from.clock), ("peak", &*self.peak.1.clock), ("posts", &*posts)];
        t.with_all("report-day-summary", &values)
    }

    /// The words beside the highest bar.
    #[must_use]
    pub fn peak_words(&self, t: &Words) -> String {
        let posts = self.peak_posts().to_string();
        t.with_all("report-day-peak", &[("time", &self.peak.1.clock), ("posts", &posts)])
    }

    /// The drawing as rows: when ten minutes began, and their posts.
    #[must_use]
    pub fn rows(&self) -> Vec<(String, u32)> {
        let start = minutes(&self.from.clock);
        self.bars.iter().zip((start..).step_by(10)).map(|(posts, minute)| (clock(minute), *posts)).collect()
    }
}

/// Minutes of the day that a clock shows.
fn minutes(clock: &str) -> u32 {
    let mut figures = clock.split(':').map(|figure| figure.parse().unwrap_or(0));
    figures.next().unwrap_or(0) * 60 + figures.next().unwrap_or(0)
}

fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
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

/// A post, in the report.
pub struct Quote {
    pub text: String,
    pub lang: Option<String>,
    pub source: Source,
    pub by: String,
    pub at: Moment,
}

/// How much a source brought.
pub struct ReportSource {
    pub source: Source,
    pub posts: u64,
}

impl ReportSource {
    /// What this source could not show us.
    #[must_use]
    pub fn limit(&self, t: &Words) -> String {
        t.say(&format!("report-source-{}", self.source.symbol))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_pass_midnight() {
        let from = Moment { clock: "23:50".to_owned(), ..Moment::default() };
        let day =
            Day { bars: vec![3, 4], peak: (1, Moment::default()), from, hours: vec![], sessions: vec![] };
        assert_eq!(day.rows(), [("23:50".to_owned(), 3), ("00:00".to_owned(), 4)]);
    }

    #[test]
    fn numbers_carry_their_limits() {
        let numbers = Numbers {
            posts: 2_241,
            reposts: 612,
            participants: 291,
            impressions: 5_238_114,
            followers_known: 289,
            registered: None,
        };
        let shown = numbers.shown(Words::of("en"));
        let values: Vec<&str> = shown.iter().map(|number| number.value.as_str()).collect();
        assert_eq!(values, ["2,241", "291", "5.2\u{a0}M"]);
        assert_eq!(shown[2].limit, "followers known for 289 of 291; an upper bound, not readers");
    }
}
