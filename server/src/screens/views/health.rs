//! A source's condition, in the words that staff read.

use wall_ui::{Words, parts::Source};

use super::Brush;
use crate::domain::{
    At,
    health::{Condition, SourceHealth},
};

/// A source that is this far behind its upstream says so, in milliseconds.
const LATE: i64 = 30 * At::SECOND;
/// A source that has brought nothing for so long deserves a look, in milliseconds.
const QUIET: i64 = 10 * At::MINUTE;

/// A source, and how it is doing.
pub struct Line {
    pub name: String,
    pub source: Source,
    /// `ok`, `slow`, `lost`, `ready`.
    pub state: &'static str,
    /// What is wrong, where something is.
    pub trouble: Option<String>,
    /// When its last post came.
    pub last: Option<String>,
}

impl Brush<'_> {
    #[must_use]
    pub fn health(&self, health: &SourceHealth, now: At) -> Line {
        let (state, trouble) = self.condition(health, now);
        let last =
            health.last_post.map(|last| self.t.with("setup-source-last", "time", &self.moment(last).clock));
        Line { name: health.name.clone(), source: self.source(&health.network), state, trouble, last }
    }

    fn condition(&self, health: &SourceHealth, now: At) -> (&'static str, Option<String>) {
        let t: &Words = self.t;
        match &health.condition {
            Condition::Starting => ("ready", None),
            Condition::Finished => ("ok", Some(t.say("health-finished"))),
            Condition::Refused { why } | Condition::Capped { why } => ("lost", Some(why.clone())),
            Condition::Reconnecting { at, why } => {
                let at = self.moment(*at).clock;
                ("lost", Some(t.with_all("health-reconnecting", &[("why", why), ("time", &at)])))
            }
            Condition::Receiving => match (health.lag, health.last_post) {
                (_, Some(last)) if now.since(last) > QUIET => {
                    ("slow", Some(t.with("health-quiet", "time", &self.moment(last).clock)))
                }
                (Some(lag), _) if lag > LATE => ("slow", Some(t.count("health-late", lag / At::SECOND))),
                _ => ("ok", None),
            },
        }
    }
}
