//! How long to wait before the next attempt: pure growth. Whoever waits adds the jitter.

use std::time::Duration;

/// Grows with every failure up to a limit, and starts anew after a success.
#[derive(Clone, Debug)]
pub struct Backoff {
    growth: Growth,
    limit: Duration,
    failures: u32,
}

#[derive(Clone, Copy, Debug)]
enum Growth {
    Linear(Duration),
    Exponential(Duration),
}

impl Backoff {
    /// `step`, then twice and three times that, up to `limit`.
    #[must_use]
    pub fn linear(step: Duration, limit: Duration) -> Self {
        Self { growth: Growth::Linear(step), limit, failures: 0 }
    }

    /// `first`, then doubled each time, up to `limit`.
    #[must_use]
    pub fn exponential(first: Duration, limit: Duration) -> Self {
        Self { growth: Growth::Exponential(first), limit, failures: 0 }
    }

    /// Counts a failure; says how long to wait at most.
    #[must_use]
    pub fn failed(&mut self) -> Duration {
        let wait = match self.growth {
            Growth::Linear(step) => step.saturating_mul(self.failures.saturating_add(1)),
            Growth::Exponential(first) => first.saturating_mul(2_u32.saturating_pow(self.failures)),
        };
        self.failures = self.failures.saturating_add(1);
        wait.min(self.limit)
    }

    /// It worked: the next failure waits as the first did.
    pub fn reset(&mut self) {
        self.failures = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seconds(mut backoff: Backoff, times: usize) -> Vec<u64> {
        (0..times).map(|_| backoff.failed().as_secs()).collect()
    }

    #[test]
    fn it_grows_to_its_limit_and_stays() {
        let (second, limit) = (Duration::from_secs(1), Duration::from_secs(16));
        assert_eq!(seconds(Backoff::exponential(second, limit), 7), [1, 2, 4, 8, 16, 16, 16]);
        assert_eq!(seconds(Backoff::linear(second * 5, limit), 5), [5, 10, 15, 16, 16]);
    }

    #[test]
    fn it_never_overflows() {
        let mut backoff = Backoff::exponential(Duration::from_secs(5), Duration::from_secs(320));
        for _ in 0..1_000 {
            let _ = backoff.failed();
        }
        assert_eq!(backoff.failed(), Duration::from_secs(320));
    }

    #[test]
    fn a_success_starts_it_anew() {
        let mut backoff = Backoff::exponential(Duration::from_secs(1), Duration::from_secs(16));
        for _ in 0..5 {
            let _ = backoff.failed();
        }
        backoff.reset();
        assert_eq!(backoff.failed(), Duration::from_secs(1));
    }
}
