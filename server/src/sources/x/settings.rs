//! What the source needs to know.

use std::time::Duration;

use super::Token;

/// X as a source, for one conference.
#[derive(Clone, Debug)]
pub struct Settings {
    pub token: Token,
    /// Where X is. Somewhere else for tests.
    pub base_url: String,
    /// Marks our rules among those of the same X app. Two conferences that share an app need two marks.
    pub rule_tag: String,
    pub caps: Caps,
    /// How many posts at most are fetched again for one gap.
    pub backfill: usize,
    /// How often X is asked which posts are gone.
    pub recheck_every: Duration,
    /// Ids of posts on X that the conference held when it started, in any order: they are asked after, too.
    pub held: Vec<String>,
    pub waits: Waits,
}

/// How many posts may be read, since X charges for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caps {
    pub an_hour: u64,
    /// Over the whole conference.
    pub in_all: u64,
}

/// How long the source waits, and for what.
#[derive(Clone, Debug)]
pub struct Waits {
    /// X sends at least a line break in this time; after it the silence is logged.
    pub silence: Duration,
    /// A connection that was silent for so long is dead.
    pub dead: Duration,
    /// An answer takes no longer.
    pub answer: Duration,
    /// A connection that lasted so long was a good one: the next attempt comes at once.
    pub settled: Duration,
    /// After a broken connection: grows by the first, up to the second.
    pub network: (Duration, Duration),
    /// After an error of X's servers: doubles from the first, up to the second.
    pub server: (Duration, Duration),
    /// After "too many requests", when X does not say until when: doubles from the first, up to the second.
    pub rate: (Duration, Duration),
}

impl Settings {
    /// X itself, with the usual limits.
    #[must_use]
    pub fn new(token: Token) -> Self {
        Self {
            token,
            base_url: "https://api.x.com".into(),
            rule_tag: "backchannel".into(),
            caps: Caps { an_hour: 3_000, in_all: 20_000 },
            backfill: 500,
            recheck_every: Duration::from_secs(30 * 60),
            held: Vec::new(),
            waits: Waits::default(),
        }
    }
}

impl Default for Waits {
    /// As X's documentation asks.
    fn default() -> Self {
        Self {
            silence: Duration::from_secs(20),
            dead: Duration::from_secs(30),
            answer: Duration::from_secs(30),
            settled: Duration::from_secs(60),
            network: (Duration::from_millis(250), Duration::from_secs(16)),
            server: (Duration::from_secs(5), Duration::from_secs(320)),
            rate: (Duration::from_secs(60), Duration::from_secs(15 * 60)),
        }
    }
}
