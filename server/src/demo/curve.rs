//! When posts arrive: the day's curve, filled with bursts.

use super::{measured::GAP_SECONDS, random::Dice, times::local};
use crate::domain::At;

/// Posts in each ten minutes from 08:00 to 18:00.
#[rustfmt::skip]
const TEN_MINUTES: [usize; 60] = [
    7, 7, 8, 6, 8, 9,         15, 41, 55, 61, 31, 18,
    24, 43, 50, 64, 76, 71,   48, 41, 67, 67, 91, 52,
    25, 11, 7, 7, 4, 5,       5, 6, 18, 62, 74, 82,
    86, 106, 62, 48, 44, 55,   76, 107, 70, 30, 12, 9,
    14, 27, 52, 56, 44, 28,   12, 8, 7, 6, 8, 8,
];

/// The demo opens inside this stretch of ten minutes, and so much of it is then over.
const OPENING_STRETCH: usize = 37;
const POSTS_BEFORE_OPENING: usize = 34;

struct Stretch {
    from: At,
    to: At,
    posts: usize,
}

/// The times of all posts that have no fixed time, in order.
pub fn arrivals(fixed: &[At], dice: &mut Dice) -> Vec<At> {
    stretches().iter().flat_map(|stretch| fill(stretch, fixed, dice)).collect()
}

fn stretches() -> Vec<Stretch> {
    let opens = super::opens_at();
    let mut stretches = Vec::new();
    let mut from = super::starts_at();
    for (number, &posts) in TEN_MINUTES.iter().enumerate() {
        let to = from.plus(10 * At::MINUTE);
        if number == OPENING_STRETCH {
            stretches.push(Stretch { from, to: opens, posts: POSTS_BEFORE_OPENING });
            stretches.push(Stretch { from: opens, to, posts: posts - POSTS_BEFORE_OPENING });
        } else {
            stretches.push(Stretch { from, to, posts });
        }
        from = to;
    }
    debug_assert_eq!(from, local("18:00"));
    stretches
}

fn fill(stretch: &Stretch, fixed: &[At], dice: &mut Dice) -> Vec<At> {
    let taken = fixed.iter().filter(|at| (stretch.from..stretch.to).contains(*at)).count();
    let posts = stretch.posts - taken;
    let gaps: Vec<f64> = (0..=posts).map(|_| GAP_SECONDS.at(dice.unit())).collect();
    let whole: f64 = gaps.iter().sum();
    let mut passed = 0.0;
    let times = gaps.iter().take(posts).map(|gap| {
        passed += gap / whole;
        stretch.from.plus(part_of(stretch.to.since(stretch.from), passed))
    });
    times.collect()
}

#[expect(clippy::cast_possible_truncation, reason = "a part of ten minutes in milliseconds")]
#[expect(clippy::cast_precision_loss, reason = "ten minutes in milliseconds are exact")]
fn part_of(millis: i64, share: f64) -> i64 {
    (millis as f64 * share) as i64
}
