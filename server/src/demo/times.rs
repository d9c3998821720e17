//! The one day that the demo plays: Thursday 26 June 2014 in Oslo.

use crate::domain::At;

/// 00:00 in Oslo, which is 22:00 of the day before in UTC.
const MIDNIGHT: At = At(1_403_733_600_000);

/// A reading of the conference's clock, as `14:12` or `14:12:30`.
pub fn local(clock: &str) -> At {
    let units = [At::HOUR, At::MINUTE, At::SECOND];
    let parts = clock.split(':').map(|part| part.parse::<i64>().expect("times of the demo are numbers"));
    MIDNIGHT.plus(parts.zip(units).map(|(count, unit)| count * unit).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_is_that_of_oslo() {
        assert_eq!(local("14:12:30").to_string(), "2014-06-26T12:12:30Z");
    }
}
