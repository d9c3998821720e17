//! How far a Jetstream was read, and where to go on.

use std::{fmt, str::FromStr};

use super::wire::Micros;

const SECOND: Micros = 1_000_000;
/// What is read again from the same server: it delivers at least once, and a cut may lose what was on its way.
const REWIND: Micros = 5 * SECOND;
/// Servers keep time each for itself, and one may be behind another.
const REWIND_ELSEWHERE: Micros = 300 * SECOND;

/// A server and its time, written `jetstream.example 1782475920000001`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub host: String,
    pub at: Micros,
}

impl Place {
    /// The cursor from which a server brings everything that may be missing.
    pub fn cursor(&self, host: &str) -> Micros {
        let rewind = if self.host == host { REWIND } else { REWIND_ELSEWHERE };
        self.at.saturating_sub(rewind)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.host, self.at)
    }
}

impl FromStr for Place {
    type Err = NoPlace;

    fn from_str(written: &str) -> Result<Self, NoPlace> {
        let (host, at) = written.split_once(' ').ok_or(NoPlace)?;
        Ok(Self { host: host.to_owned(), at: at.parse().map_err(|_| NoPlace)? })
    }
}

/// Another program's place, or an older version's.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct NoPlace;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_server_is_rewound_further() {
        let place: Place = "one.example 1782475920000000".parse().unwrap();
        assert_eq!(place.cursor("one.example"), 1_782_475_915_000_000);
        assert_eq!(place.cursor("two.example"), 1_782_475_620_000_000);
        assert_eq!(place.to_string().parse(), Ok(place));
        assert_eq!("1782475920000000".parse::<Place>(), Err(NoPlace));
    }
}
