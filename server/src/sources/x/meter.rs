//! What was read so far, and how much more may be.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{id::Id, settings::Caps};
use crate::domain::At;

/// Posts read, as X charges them: each one once a UTC day, however often it comes. Posts that come along with another are
/// counted as well: X does not promise to give them for nothing.
#[derive(Debug, Default)]
pub(super) struct Meter {
    pub spent: Spent,
    day: i64,
    /// Those counted today. After a restart they may be counted again, which errs on the safe side.
    today: HashSet<Id>,
}

/// What a restart must not forget.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Spent {
    /// Hours since 1970.
    hour: i64,
    this_hour: u64,
    in_all: u64,
}

/// Which cap is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reached {
    /// Posts may be read again from this time.
    Hour {
        until: At,
    },
    Whole,
}

impl Meter {
    pub(super) fn resume(spent: Spent) -> Self {
        Self { spent, ..Self::default() }
    }

    /// Counts posts that X delivered.
    pub(super) fn count(&mut self, ids: impl IntoIterator<Item = Id>, now: At) {
        self.turn(now);
        for id in ids {
            if self.today.insert(id) {
                self.spent.this_hour += 1;
                self.spent.in_all += 1;
            }
        }
    }

    /// How many posts more may be read now.
    pub(super) fn left(&mut self, caps: Caps, now: At) -> u64 {
        self.turn(now);
        let hour = caps.an_hour.saturating_sub(self.spent.this_hour);
        hour.min(caps.in_all.saturating_sub(self.spent.in_all))
    }

    /// Whether X would charge for this post.
    pub(super) fn costs(&self, id: Id) -> bool {
        !self.today.contains(&id)
    }

    pub(super) fn reached(&mut self, caps: Caps, now: At) -> Option<Reached> {
        if self.left(caps, now) > 0 {
            return None;
        }
        let whole = self.spent.in_all >= caps.in_all;
        Some(if whole {
            Reached::Whole
        } else {
            Reached::Hour { until: At((self.spent.hour + 1) * At::HOUR) }
        })
    }

    fn turn(&mut self, now: At) {
        let (hour, day) = (now.0.div_euclid(At::HOUR), now.0.div_euclid(At::DAY));
        if hour > self.spent.hour {
            self.spent = Spent { hour, this_hour: 0, ..self.spent };
        }
        if day > self.day {
            self.day = day;
            self.today.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAPS: Caps = Caps { an_hour: 3, in_all: 5 };
    const NOON: At = At(1_782_475_200_000);

    #[test]
    fn a_post_counts_once_a_day() {
        let mut meter = Meter::default();
        meter.count([1, 2, 1], NOON);
        meter.count([2], NOON.plus(At::HOUR));
        assert_eq!((meter.left(CAPS, NOON.plus(At::HOUR)), meter.costs(2), meter.costs(3)), (3, false, true));
        meter.count([2], NOON.plus(At::DAY));
        assert_eq!(meter.spent.in_all, 3);
    }

    #[test]
    fn the_hour_ends_and_the_whole_does_not() {
        let mut meter = Meter::default();
        meter.count([1, 2, 3], NOON.plus(At::MINUTE));
        assert_eq!(meter.reached(CAPS, NOON), Some(Reached::Hour { until: NOON.plus(At::HOUR) }));
        assert_eq!(meter.reached(CAPS, NOON.plus(At::HOUR)), None);
        let mut meter = Meter::resume(meter.spent);
        meter.count([4, 5, 6], NOON.plus(At::HOUR));
        assert_eq!(meter.reached(CAPS, NOON.plus(9 * At::DAY)), Some(Reached::Whole));
    }

    #[test]
    fn a_clock_that_goes_back_gives_nothing_away() {
        let mut meter = Meter::default();
        meter.count([1, 2, 3], NOON);
        assert_eq!(meter.left(CAPS, NOON.plus(-At::DAY)), 0);
    }
}
