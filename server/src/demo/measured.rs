//! How a conference's posts come, as measured over seven conferences of 2017 to 2019. Aggregates only: each row
//! holds the median of the seven at the same quantile.

const SHARES: [f64; 8] = [0.05, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1.0];

/// A measured distribution: its values at 5, 25, 50, 75, 90, 95, 99 and 100 %.
pub struct Measured([f64; 8]);

/// Seconds from one post to the next in the busy hours.
pub const GAP_SECONDS: Measured = Measured([1.0, 8.0, 24.0, 71.0, 197.0, 355.0, 1273.0, 1800.0]);
pub const POSTS_PER_AUTHOR: Measured = Measured([1.0, 1.0, 1.0, 3.0, 9.0, 22.0, 67.0, 164.0]);
pub const FOLLOWERS: Measured = Measured([18.0, 101.0, 343.0, 1087.0, 2743.0, 4340.0, 18_558.0, 50_917.0]);
pub const TEXT_CHARS: Measured = Measured([65.0, 105.0, 127.0, 134.0, 163.0, 194.0, 247.0, 304.0]);

impl Measured {
    /// The value below which a share of the measurements lies; between the quantiles along a geometric line.
    pub fn at(&self, share: f64) -> f64 {
        let upper = SHARES.iter().position(|s| share <= *s).unwrap_or(SHARES.len() - 1);
        let Some(lower) = upper.checked_sub(1) else { return self.0[0] };
        let way = (share - SHARES[lower]) / (SHARES[upper] - SHARES[lower]);
        self.0[lower] * (self.0[upper] / self.0[lower]).powf(way)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lie_on_the_quantiles_and_between_them() {
        assert!((FOLLOWERS.at(0.5) - 343.0).abs() < 1e-9);
        assert!((FOLLOWERS.at(0.0) - 18.0).abs() < 1e-9);
        assert!((343.0..1087.0).contains(&FOLLOWERS.at(0.6)));
    }
}
