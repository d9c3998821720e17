//! Points in time, to the millisecond.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Milliseconds since 1970-01-01T00:00:00Z. The domain never asks what time it is: it is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct At(pub i64);

impl At {
    pub const SECOND: i64 = 1_000;
    pub const MINUTE: i64 = 60 * Self::SECOND;
    pub const HOUR: i64 = 60 * Self::MINUTE;
    pub const DAY: i64 = 24 * Self::HOUR;

    /// This time moved by `millis`, earlier when negative.
    #[must_use]
    pub fn plus(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// Milliseconds from `earlier` to this time, negative if it lies after.
    #[must_use]
    pub fn since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0)
    }

    /// The wall-clock reading in a time zone, as `14:12`.
    #[must_use]
    pub fn clock(self, zone: &jiff::tz::TimeZone) -> String {
        self.zoned(zone, "%H:%M")
    }

    /// This time in a zone, written with strftime's letters. Empty when the time is outside jiff's years.
    #[must_use]
    pub fn zoned(self, zone: &jiff::tz::TimeZone, format: &str) -> String {
        jiff::Timestamp::from_millisecond(self.0)
            .map(|t| t.to_zoned_datetime(zone.clone()).strftime(format).to_string())
            .unwrap_or_default()
    }
}

impl fmt::Display for At {
    /// RFC 3339 in UTC, as in `2014-06-26T14:12:00Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_millisecond(self.0) {
            Ok(t) => write!(f, "{t}"),
            Err(_) => write!(f, "{} ms", self.0),
        }
    }
}

impl FromStr for At {
    type Err = jiff::Error;

    /// Reads RFC 3339 with any offset.
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        s.parse::<jiff::Timestamp>().map(|t| Self(t.as_millisecond()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_reads_what_it_writes() {
        let at: At = "2014-06-26T14:12:00+02:00".parse().unwrap();
        assert_eq!(at.to_string(), "2014-06-26T12:12:00Z");
        assert_eq!(at.to_string().parse::<At>().unwrap(), at);
    }
}
