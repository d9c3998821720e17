//! The way that always works: asking for posts after the last one, again and again. Beside a stream it finds what the
//! stream left out.

use std::{convert::Infallible, sync::Arc, time::Duration};

use tokio::{sync::Notify, time::Instant};

use super::{
    super::{Found, Stopped, backoff::Backoff},
    Pace,
    bringing::{Bringing, Seen},
    paging::{Page, Part},
    places::Places,
    recheck::Recheck,
    rest::Api,
    standing::{self, Standing},
    trouble::Trouble,
};
use crate::{clock::jitter, domain::At};

/// Pages of older posts that the first reading goes back: 200 posts.
const BACK: usize = 5;
/// Pages read in one go before other hashtags have their turn.
const AT_ONCE: usize = 50;
/// A shorter page is the last one. Other servers than Mastodon give 20 posts where 40 were asked for.
const SHORT: usize = 20;

/// Asks one server.
pub(super) struct Asking {
    pub api: Arc<Api>,
    pub bringing: Arc<Bringing>,
    pub standing: Arc<Standing>,
    /// Told when a stream has opened: what came before it must be asked for.
    pub opened: Arc<Notify>,
    pub tags: Vec<String>,
    pub places: Places,
    pub pace: Pace,
    /// Why it asks without the token.
    pub without: Option<String>,
}

/// Why asking stops for now.
pub(super) enum Halt {
    Stopped,
    Trouble(Trouble),
}

impl From<Trouble> for Halt {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<Stopped> for Halt {
    fn from(Stopped: Stopped) -> Self {
        Self::Stopped
    }
}

impl Asking {
    /// Asks until the conference takes nothing more.
    pub(super) async fn run(mut self) -> Result<Infallible, Stopped> {
        let mut backoff = Backoff::exponential(self.pace.retry, self.pace.retry_limit);
        let mut recheck = Recheck::default();
        let mut rechecks_at = Instant::now() + self.pace.recheck;
        loop {
            let wait = match self.turn(&mut recheck, &mut rechecks_at).await {
                Ok(()) => {
                    backoff.reset();
                    if self.api.shows_token() {
                        self.without = None;
                    }
                    self.standing.asking(standing::Asking::Works { without: self.without.clone() });
                    self.until_next_turn(&recheck)
                }
                Err(Halt::Stopped) => return Err(Stopped),
                Err(Halt::Trouble(trouble)) => self.trouble(trouble, &mut backoff),
            };
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = self.opened.notified() => {}
            }
        }
    }

    fn until_next_turn(&self, recheck: &Recheck) -> Duration {
        let is_told = self.standing.open_since().is_some() && recheck.is_done();
        if is_told { self.pace.beside_stream } else { self.pace.between }
    }

    /// Says what is wrong and how long to leave the server alone.
    fn trouble(&mut self, trouble: Trouble, backoff: &mut Backoff) -> Duration {
        let (wait, why) = match trouble {
            Trouble::Denied(why) if self.api.shows_token() => {
                self.api.show_token(false);
                self.without = Some(format!("the server refused the token ({why}); make a new one"));
                return Duration::ZERO;
            }
            Trouble::Denied(why) => {
                let refused =
                    self.without.as_ref().map(|without| format!("{without}; and ")).unwrap_or_default();
                let why = format!("{refused}{} ({why})", super::CLOSED);
                self.api.show_token(true);
                self.standing.asking(standing::Asking::Refused { why });
                return self.pace.refused;
            }
            Trouble::Busy(wait) => (wait, "the server asks for a pause: it was asked too often".to_owned()),
            Trouble::Missing => (jitter(backoff.failed()), "the server knows no hashtags".to_owned()),
            Trouble::Failed(why) => (jitter(backoff.failed()), why),
        };
        self.standing.asking(standing::Asking::Broken { again: self.after(wait), why });
        wait
    }

    fn after(&self, wait: Duration) -> At {
        self.bringing.now().plus(i64::try_from(wait.as_millis()).unwrap_or(i64::MAX))
    }

    async fn turn(&mut self, recheck: &mut Recheck, rechecks_at: &mut Instant) -> Result<(), Halt> {
        let mut missed = 0;
        for tag in self.tags.clone() {
            missed += self.catch_up(&tag).await?;
        }
        if missed > 0 {
            self.standing.missed(missed, self.after(self.pace.between));
        }
        if Instant::now() >= *rechecks_at {
            *rechecks_at = Instant::now() + self.pace.recheck;
            self.api.show_token(true);
            for tag in &self.tags {
                self.bring(&self.api.tag(tag, Part::Newest).await?, None).await?;
            }
            recheck.fill(&self.bringing);
        }
        recheck.step(&self.api, &self.bringing).await
    }

    /// Reads a hashtag to its newest post. Says how many posts the stream should have brought.
    async fn catch_up(&mut self, tag: &str) -> Result<usize, Halt> {
        let mut missed = 0;
        for _ in 0..AT_ONCE {
            let Some(place) = self.places.of(tag) else { return self.first(tag).await };
            let page = self.api.tag(tag, Part::After(place)).await?;
            let place = page.newest().and_then(|newest| self.places.reach(tag, &newest));
            let is_last = page.len() < SHORT || place.is_none();
            missed += self.bring(&page, place).await?;
            if is_last {
                break;
            }
        }
        Ok(missed)
    }

    /// Reads a hashtag for the first time, from its newest post some pages back. Says how many posts were missed.
    async fn first(&mut self, tag: &str) -> Result<usize, Halt> {
        let mut page = self.api.tag(tag, Part::Newest).await?;
        let newest = page.newest();
        let mut missed = 0;
        for _ in 1..BACK {
            let Some(oldest) = page.oldest() else { break };
            missed += self.bring(&page, None).await?;
            page = self.api.tag(tag, Part::Before(&oldest)).await?;
        }
        let place = newest.and_then(|newest| self.places.reach(tag, &newest));
        Ok(missed + self.bring(&page, place).await?)
    }

    async fn bring(&self, page: &Page, place: Option<String>) -> Result<usize, Halt> {
        let seen: Vec<Seen> = page.oldest_first().map(|status| self.bringing.read(status)).collect();
        let missed = seen.iter().filter(|seen| self.is_missed(seen)).count();
        let found: Vec<Found> = seen.into_iter().filter_map(|seen| seen.found).collect();
        self.bringing.bring(found, place).await?;
        Ok(missed)
    }

    /// Whether a post was written while the stream was open, and long enough ago to have come through it.
    fn is_missed(&self, seen: &Seen) -> bool {
        let lag = i64::try_from(self.pace.stream_lag.as_millis()).unwrap_or(i64::MAX);
        let (Some(open), Some(written)) = (self.standing.open_since(), seen.new_since) else { return false };
        written >= open.plus(lag) && written.plus(lag) <= self.bringing.now()
    }
}
