//! The only place that reads the time or draws random numbers.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use crate::domain::At;

/// What time it is for the conference.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's time.
    System,
    /// A rehearsal's time: it stood at `starts` when the machine's time was `began`, and runs `speed` times as fast.
    Rehearsal { starts: At, began: At, speed: f64 },
    /// A test's time, moved by hand.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// A rehearsal's clock that stands at `starts` now.
    #[must_use]
    pub fn rehearsal(starts: At, speed: f64) -> Self {
        Self::Rehearsal { starts, began: system_now(), speed }
    }

    #[must_use]
    pub fn manual(starts: At) -> Self {
        Self::Manual(Arc::new(AtomicI64::new(starts.0)))
    }

    #[must_use]
    pub fn now(&self) -> At {
        match self {
            Self::System => system_now(),
            Self::Rehearsal { starts, began, speed } => {
                #[expect(
                    clippy::cast_possible_truncation,
                    reason = "milliseconds of a rehearsal fit an f64 and an i64"
                )]
                let passed = (system_now().since(*began) as f64 * speed) as i64;
                starts.plus(passed)
            }
            Self::Manual(now) => At(now.load(Ordering::Relaxed)),
        }
    }

    /// How many seconds of the conference pass in a second of the machine.
    #[must_use]
    pub fn rate(&self) -> f64 {
        match self {
            Self::System => 1.0,
            Self::Rehearsal { speed, .. } => *speed,
            Self::Manual(_) => 0.0,
        }
    }

    /// How long to wait on this machine until the conference's time is `at`.
    #[must_use]
    pub fn until(&self, at: At) -> std::time::Duration {
        let left = at.since(self.now()).max(0);
        let left = std::time::Duration::from_millis(left.unsigned_abs());
        if self.rate() > 0.0 { left.div_f64(self.rate()) } else { left }
    }

    /// Moves a test's clock forward. Other clocks move by themselves.
    pub fn advance(&self, millis: i64) {
        if let Self::Manual(now) = self {
            now.fetch_add(millis, Ordering::Relaxed);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the place that reads the time")]
fn system_now() -> At {
    At(jiff::Timestamp::now().as_millisecond())
}

/// A secret of 128 random bits, as 26 characters that survive being read aloud and typed.
///
/// # Panics
/// If the operating system has no randomness to give, which no secret can do without.
#[must_use]
pub fn fresh_secret() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0u8; 26];
    #[expect(clippy::disallowed_methods, reason = "this is the place that draws random numbers")]
    getrandom::fill(&mut bytes).expect("the operating system gives random numbers");
    bytes.iter().map(|byte| LETTERS[usize::from(byte & 31)] as char).collect()
}

/// A random time from nothing up to `upto`, so that those who failed together do not come back together.
///
/// # Panics
/// If the operating system has no randomness to give.
#[must_use]
pub fn jitter(upto: std::time::Duration) -> std::time::Duration {
    let mut bytes = [0u8; 4];
    #[expect(clippy::disallowed_methods, reason = "this is the place that draws random numbers")]
    getrandom::fill(&mut bytes).expect("the operating system gives random numbers");
    upto.mul_f64(f64::from(u32::from_ne_bytes(bytes)) / f64::from(u32::MAX))
}

/// Milliseconds since the first call, on a clock that nobody sets: for what has nothing to do with the conference's time.
#[must_use]
pub fn steady() -> i64 {
    static START: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    i64::try_from(START.elapsed().as_millis()).unwrap_or(i64::MAX)
}
