//! When to try again, as X asks of its clients.

use std::time::Duration;

use super::{settings::Waits, trouble::Trouble};
use crate::{clock::jitter, domain::At, sources::backoff::Backoff};

/// Grows with each failure of a kind.
pub(super) struct Retry {
    network: Backoff,
    server: Backoff,
    rate: Backoff,
    /// The first attempt after a good connection comes at once.
    at_once: bool,
}

impl Retry {
    pub(super) fn new(waits: &Waits) -> Self {
        Self {
            network: Backoff::linear(waits.network.0, waits.network.1),
            server: Backoff::exponential(waits.server.0, waits.server.1),
            rate: Backoff::exponential(waits.rate.0, waits.rate.1),
            at_once: true,
        }
    }

    /// The connection was a good one.
    pub(super) fn reset(&mut self) {
        [&mut self.network, &mut self.server, &mut self.rate].into_iter().for_each(Backoff::reset);
        self.at_once = true;
    }

    /// How long to wait. `None`: there is no use in trying again.
    pub(super) fn after(&mut self, trouble: &Trouble, now: At) -> Option<Duration> {
        let at_once = std::mem::take(&mut self.at_once);
        Some(match trouble {
            Trouble::Network(_) if at_once => Duration::ZERO,
            Trouble::Network(_) => jitter(self.network.failed()),
            // Rules were set anew meanwhile; X needs a moment to see them.
            Trouble::NoRules | Trouble::Server(_) => jitter(self.server.failed()),
            Trouble::RateLimited { until } => {
                let grown = self.rate.failed();
                let told = until.map(|until| Duration::from_millis(until.since(now).max(0).unsigned_abs()));
                told.unwrap_or(grown) + jitter(grown / 10)
            }
            Trouble::Invalid(_) | Trouble::Refused(_) | Trouble::Capped | Trouble::Stopped => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: At = At(1_782_475_920_000);

    fn longest(trouble: &Trouble, times: u32) -> Vec<Duration> {
        let mut retry = Retry::new(&Waits::default());
        (0..times).map(|_| retry.after(trouble, NOW).unwrap()).collect()
    }

    #[test]
    fn a_broken_connection_is_tried_again_at_once_and_then_ever_later() {
        let waits = longest(&Trouble::Network(String::new()), 100);
        assert_eq!(waits[0], Duration::ZERO);
        for (step, wait) in (0..).zip(waits) {
            assert!(wait <= Duration::from_millis(250 * step).min(Duration::from_secs(16)));
        }
    }

    #[test]
    fn an_error_of_the_server_doubles_the_wait() {
        for (step, wait) in (0..).zip(longest(&Trouble::Server(String::new()), 20)) {
            assert!(wait <= Duration::from_secs(5 * 2_u64.pow(step)).min(Duration::from_secs(320)));
        }
    }

    #[test]
    fn too_many_requests_waits_as_long_as_x_says_else_a_minute() {
        let wait = longest(&Trouble::RateLimited { until: Some(NOW.plus(200_000)) }, 1)[0];
        assert!((200..=206).contains(&wait.as_secs()), "{wait:?}");
        let waits = longest(&Trouble::RateLimited { until: None }, 2);
        assert!(
            (60..=66).contains(&waits[0].as_secs()) && (120..=132).contains(&waits[1].as_secs()),
            "{waits:?}"
        );
    }

    #[test]
    fn what_only_a_person_can_mend_is_not_tried_again() {
        let mut retry = Retry::new(&Waits::default());
        for trouble in [Trouble::Refused(String::new()), Trouble::Capped, Trouble::Stopped] {
            assert_eq!(retry.after(&trouble, NOW), None);
        }
    }
}
