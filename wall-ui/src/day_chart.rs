//! Geometry of "The day in posts": bars to scale, a grid with round numbers, sessions in lanes below.

use crate::{parts::SessionHead, report::Day};

/// The drawing's units, as in its `viewBox`.
pub const WIDTH: f64 = 1104.0;
const LEFT: f64 = 36.0;
const BASE: f64 = 166.0;
const TALLEST: f64 = 140.0;
const GAP: f64 = 3.0;
const LANE_TOP: f64 = 194.0;
const LANE: f64 = 26.0;
const BAND: f64 = 22.0;
/// Room that the words at the peak need.
const PEAK_WORDS: f64 = 270.0;

/// A bar, from its upper edge to the base line.
pub struct Bar {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    pub peak: bool,
}

/// A line of the grid.
pub struct Line {
    pub y: f64,
    pub value: u32,
}

/// A session below the bars.
pub struct Band<'a> {
    pub session: &'a SessionHead,
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Band<'_> {
    /// Where the name stands, from the band's upper edge.
    #[must_use]
    pub fn middle(&self) -> f64 {
        self.height / 2.0 + 4.5
    }
}

/// Where the words at the peak stand: above the bar, towards the side with room.
pub struct PeakLabel {
    pub x: f64,
    pub y: f64,
    pub anchor: &'static str,
}

impl Day {
    #[must_use]
    pub fn drawn_bars(&self) -> Vec<Bar> {
        let width = self.step() - GAP;
        self.bars.iter().enumerate().map(|(index, posts)| self.bar(index, *posts, width)).collect()
    }

    #[must_use]
    pub fn grid(&self) -> Vec<Line> {
        let step = round_step(self.most());
        (0..=self.most() / step).map(|line| Line { y: self.y(line * step), value: line * step }).collect()
    }

    /// Hours, at the left edge of their bars.
    #[must_use]
    pub fn hour_marks(&self) -> Vec<(f64, &str)> {
        self.hours.iter().map(|(index, clock)| (self.x(*index), clock.as_str())).collect()
    }

    #[must_use]
    pub fn peak_label(&self) -> PeakLabel {
        let (bar, y) = (self.peak.0, self.y(self.peak_posts()) - 6.0);
        if self.x(bar) + PEAK_WORDS > WIDTH {
            return PeakLabel { x: self.x(bar + 1) - GAP, y, anchor: "end" };
        }
        PeakLabel { x: self.x(bar) + GAP / 2.0, y, anchor: "start" }
    }

    /// Posts in the ten minutes of the peak.
    #[must_use]
    pub fn peak_posts(&self) -> u32 {
        self.bars.get(self.peak.0).copied().unwrap_or_default()
    }

    /// One that has both lanes to itself fills both.
    #[must_use]
    pub fn bands(&self) -> Vec<Band<'_>> {
        self.sessions
            .iter()
            .map(|(session, first, end, lane)| self.band(session, *first..*end, *lane))
            .collect()
    }

    fn band<'a>(&'a self, session: &'a SessionHead, bars: std::ops::Range<usize>, lane: usize) -> Band<'a> {
        let meets = |from: usize, until: usize| from < bars.end && bars.start < until;
        let alone = self.sessions.iter().filter(|(_, from, until, _)| meets(*from, *until)).count() < 2;
        let below = if alone { 0.0 } else { f64::from(u8::from(lane > 0)) };
        Band {
            session,
            x: self.x(bars.start),
            y: LANE_TOP + below * LANE,
            width: self.x(bars.end) - self.x(bars.start) - GAP,
            height: if alone { LANE + BAND } else { BAND },
        }
    }

    fn bar(&self, index: usize, posts: u32, width: f64) -> Bar {
        let y = self.y(posts);
        Bar { x: self.x(index) + GAP / 2.0, y, width, height: BASE - y, peak: index == self.peak.0 }
    }

    fn most(&self) -> u32 {
        self.bars.iter().copied().max().unwrap_or_default().max(1)
    }

    fn step(&self) -> f64 {
        (WIDTH - LEFT) / count(self.bars.len().max(1))
    }

    fn x(&self, index: usize) -> f64 {
        LEFT + count(index) * self.step()
    }

    fn y(&self, posts: u32) -> f64 {
        BASE - TALLEST * f64::from(posts) / f64::from(self.most())
    }
}

/// A day has a few hundred bars at most.
fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// The largest of 1, 2, 5, 10, 20, 50 … that gives the grid two lines above its base, or one where that is all.
fn round_step(most: u32) -> u32 {
    let tens = 10_u32.pow(most.ilog10());
    [5 * tens, 2 * tens, tens, tens / 2, tens / 5]
        .into_iter()
        .find(|step| *step > 0 && most / step >= 2)
        .unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::Moment;

    fn day(bars: Vec<u32>, peak: usize, sessions: Vec<(SessionHead, usize, usize, usize)>) -> Day {
        Day { bars, from: Moment::default(), hours: vec![], peak: (peak, Moment::default()), sessions }
    }

    #[test]
    fn the_tallest_bar_fills_the_height() {
        let bars = day(vec![10, 107, 0], 1, vec![]).drawn_bars();
        assert!((bars[1].height - TALLEST).abs() < 1e-9 && bars[1].peak);
        assert!(bars[2].height.abs() < 1e-9);
    }

    #[test]
    fn the_grid_has_round_numbers() {
        for (most, step) in [(107, 50), (250, 100), (9, 2), (3, 1), (1, 1), (40, 20)] {
            assert_eq!(round_step(most), step, "{most} posts");
        }
    }

    #[test]
    fn a_session_without_a_neighbour_fills_both_lanes() {
        let head = SessionHead::default;
        let day = day(vec![1; 12], 0, vec![(head(), 0, 3, 0), (head(), 4, 9, 0), (head(), 5, 9, 1)]);
        let heights: Vec<f64> = day.bands().iter().map(|band| band.height).collect();
        assert_eq!(heights, [48.0, 22.0, 22.0]);
    }

    #[test]
    fn words_at_a_late_peak_stand_to_its_left() {
        let mut bars = vec![1; 60];
        bars[58] = 9;
        assert_eq!(day(bars, 58, vec![]).peak_label().anchor, "end");
    }

    #[test]
    fn an_empty_day_draws_nothing() {
        let day = day(vec![], 0, vec![]);
        assert!(day.drawn_bars().is_empty());
        assert_eq!(day.peak_posts(), 0);
    }
}
