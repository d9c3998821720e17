//! How a server stands, from the two ways on which its posts come: it tells by itself, or it is asked.

use std::sync::Mutex;

use super::super::Outlet;
use crate::domain::{At, health::Condition};

/// The way on which the server tells by itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Stream {
    /// There is no token, or it is no server of which we know how it streams.
    Unused,
    Opening,
    Open {
        since: At,
    },
    /// It is open and brings nothing, while posts are written.
    Silent {
        missed: usize,
        asks_at: At,
    },
    Broken {
        again: At,
        why: String,
    },
    Refused {
        why: String,
    },
}

/// The way on which it is asked.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Asking {
    NotYet,
    /// `without`: why the token is not used for it, where there is one.
    Works {
        without: Option<String>,
    },
    Broken {
        again: At,
        why: String,
    },
    Refused {
        why: String,
    },
}

/// Both ways, and whoever is told of changes.
pub(super) struct Standing {
    outlet: Outlet,
    ways: Mutex<(Stream, Asking)>,
}

impl Standing {
    pub(super) fn new(outlet: Outlet) -> Self {
        Self { outlet, ways: Mutex::new((Stream::Unused, Asking::NotYet)) }
    }

    pub(super) fn stream(&self, stream: Stream) {
        self.change(|ways| ways.0 = stream);
    }

    pub(super) fn asking(&self, asking: Asking) {
        self.change(|ways| ways.1 = asking);
    }

    /// Posts came by asking that should have come through the stream.
    pub(super) fn missed(&self, missed: usize, asks_at: At) {
        self.change(|ways| ways.0 = Stream::Silent { missed, asks_at });
    }

    /// The stream brought something.
    pub(super) fn heard(&self) {
        let since = self.outlet.now();
        self.change(|ways| {
            if !matches!(ways.0, Stream::Open { .. }) {
                ways.0 = Stream::Open { since };
            }
        });
    }

    /// Since when the stream is open and brings posts.
    pub(super) fn open_since(&self) -> Option<At> {
        match self.ways().0 {
            Stream::Open { since } => Some(since),
            _ => None,
        }
    }

    fn ways(&self) -> std::sync::MutexGuard<'_, (Stream, Asking)> {
        self.ways.lock().expect("nothing panics while it holds the lock")
    }

    fn change(&self, change: impl FnOnce(&mut (Stream, Asking))) {
        let mut ways = self.ways();
        let before = ways.clone();
        change(&mut ways);
        if *ways != before {
            self.outlet.is(condition(&ways.0, &ways.1));
        }
    }
}

/// Both ways in one word.
fn condition(stream: &Stream, asking: &Asking) -> Condition {
    match (stream, asking) {
        (Stream::Open { .. }, _) => Condition::Receiving,
        (Stream::Refused { why }, Asking::Works { .. }) | (_, Asking::Works { without: Some(why) }) => {
            Condition::Refused { why: format!("{why}; until then posts come by asking, without it") }
        }
        (Stream::Refused { why }, Asking::Refused { why: also }) => {
            Condition::Refused { why: format!("{why}; and {also}") }
        }
        (Stream::Refused { why }, _) | (_, Asking::Refused { why }) => {
            Condition::Refused { why: why.clone() }
        }
        (_, Asking::Broken { again, why }) => Condition::Reconnecting { at: *again, why: why.clone() },
        (Stream::Broken { again, why }, Asking::Works { .. }) => {
            Condition::Reconnecting { at: *again, why: format!("{why}; until then posts come by asking") }
        }
        (Stream::Broken { again, why }, Asking::NotYet) => {
            Condition::Reconnecting { at: *again, why: why.clone() }
        }
        (Stream::Silent { missed, asks_at }, _) => {
            Condition::Reconnecting { at: *asks_at, why: silent(*missed) }
        }
        (_, Asking::Works { .. }) => Condition::Receiving,
        (_, Asking::NotYet) => Condition::Starting,
    }
}

fn silent(missed: usize) -> String {
    let posts = if missed == 1 { "a post" } else { "posts" };
    format!(
        "{posts} came only by asking ({missed}): the stream is open but brings nothing, as happens while the \
         server's Redis is down or when the token's account leaves languages or people out; until it speaks again \
         posts come by asking"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORKS: Asking = Asking::Works { without: None };

    fn broken() -> Stream {
        Stream::Broken { again: At(5), why: "the stream broke off".into() }
    }

    #[test]
    fn posts_that_come_by_asking_do_not_hide_what_is_broken() {
        let Condition::Reconnecting { at: At(5), why } = condition(&broken(), &WORKS) else { panic!() };
        assert!(why.contains("come by asking"));
        let refused = Stream::Refused { why: "the token was refused".into() };
        let Condition::Refused { why } = condition(&refused, &WORKS) else { panic!() };
        assert!(why.contains("without it"));
        let without = Asking::Works { without: Some("the token was refused".into()) };
        assert!(matches!(condition(&Stream::Unused, &without), Condition::Refused { .. }));
        let silent = Stream::Silent { missed: 3, asks_at: At(9) };
        let Condition::Reconnecting { why, .. } = condition(&silent, &WORKS) else { panic!() };
        assert!(why.contains("Redis"));
    }

    #[test]
    fn one_way_that_works_is_enough() {
        let down = Asking::Broken { again: At(1), why: "w".into() };
        assert_eq!(condition(&Stream::Open { since: At(0) }, &down), Condition::Receiving);
        assert_eq!(condition(&Stream::Unused, &WORKS), Condition::Receiving);
        assert_eq!(condition(&Stream::Opening, &Asking::NotYet), Condition::Starting);
    }
}
