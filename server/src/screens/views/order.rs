//! Where an item stands in its region.

use std::fmt;

use crate::domain::Seq;

/// The greatest stands first. Written, it sorts as text the way it sorts as numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Order {
    rank: u8,
    place: u64,
}

/// More entries than a log will ever have, and no more digits than a page can bear.
const LAST: u64 = 999_999_999_999;

impl Order {
    /// The newest first.
    #[must_use]
    pub fn newest(rank: u8, seq: Seq) -> Self {
        Self { rank, place: seq.0.min(LAST) }
    }

    /// The oldest, or the lowest number, first.
    #[must_use]
    pub fn oldest(rank: u8, number: u64) -> Self {
        Self { rank, place: LAST - number.min(LAST) }
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:012}", self.rank, self.place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_sort_as_text_the_way_they_sort_as_numbers() {
        let mut orders =
            [Order::newest(3, Seq(9)), Order::newest(3, Seq(10)), Order::oldest(7, 9), Order::oldest(7, 10)];
        orders.sort_by(|one, other| other.cmp(one));
        let written: Vec<_> = orders.iter().map(Order::to_string).collect();
        let mut as_text = written.clone();
        as_text.sort_by(|one, other| other.cmp(one));
        assert_eq!(written, as_text);
        assert_eq!(orders[0], Order::oldest(7, 9));
    }
}
