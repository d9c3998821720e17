//! X, formerly Twitter: its filtered stream, with everything that X asks of those who show its posts.
//!
//! Three things run beside each other: the stream is followed, a gap is filled by search, and X is asked which posts are
//! gone. They share a [`Desk`]. Reading costs money, so a cap stops them all, and says so.

mod api;
mod book;
mod desk;
mod fields;
mod fill;
pub(super) mod id;
mod lines;
pub(super) mod map;
mod meter;
mod recheck;
mod retry;
mod rules;
mod settings;
mod stream;
pub(super) mod text;
pub(super) mod thing;
mod token;
mod trouble;

use std::time::Duration;

use futures_util::future::BoxFuture;

use self::{api::Api, desk::Desk, meter::Reached, trouble::Trouble};
use super::{Outlet, Source};
use crate::domain::{Network, health::Condition};

pub use settings::{Caps, Settings, Waits};
pub use token::Token;

/// How often a capped source looks whether the hour is over.
const HOUR_CHECK: Duration = Duration::from_secs(1);

/// Brings posts from X.
pub struct X {
    settings: Settings,
}

impl X {
    #[must_use]
    pub fn new(settings: Settings) -> Self {
        Self { settings }
    }
}

impl Source for X {
    fn name(&self) -> String {
        Network::X.to_owned()
    }

    fn network(&self) -> &'static str {
        Network::X
    }

    fn run(self: Box<Self>, outlet: Outlet) -> BoxFuture<'static, ()> {
        Box::pin(run(self.settings, outlet))
    }
}

async fn run(settings: Settings, outlet: Outlet) {
    let wanted = rules::wanted(outlet.tags());
    if wanted.is_empty() {
        let why = "X can only be followed by hashtag; name one for this conference".to_owned();
        return outlet.is(Condition::Refused { why });
    }
    let desk = Desk::new(settings, outlet);
    while is_within_caps(&desk).await {
        let Err(trouble) = tokio::select! {
            ended = stream::follow(&desk, &wanted) => ended,
            ended = recheck::recheck(&desk) => ended,
        };
        match trouble {
            Trouble::Refused(why) | Trouble::Invalid(why) => {
                return desk.outlet.is(Condition::Refused { why });
            }
            Trouble::Stopped => return,
            // The cap is told about at the head of the loop; all else was tried again already.
            _ => {}
        }
    }
}

/// Waits until the hour allows more posts; `false` when nothing but a higher cap does.
async fn is_within_caps(desk: &Desk) -> bool {
    let Some(reached) = desk.reached().await else { return true };
    let caps = desk.settings.caps;
    let Reached::Hour { until } = reached else {
        desk.outlet.is(Condition::Capped {
            why: format!(
                "the spending cap of {} posts from X is reached: nothing more is read, and posts that are deleted on X \
                 are no longer noticed; raise the cap and restart the server",
                caps.in_all
            ),
        });
        return false;
    };
    desk.outlet.is(Condition::Capped {
        why: format!(
            "the spending cap of {} posts from X in an hour is reached: reading goes on at {until}, unless you raise the \
             cap and restart the server",
            caps.an_hour
        ),
    });
    while desk.outlet.now() < until {
        tokio::time::sleep(HOUR_CHECK).await;
    }
    true
}

/// Whether X accepts the key, in plain words. It reads no post, so it costs nothing.
///
/// # Errors
/// Says what a person has to mend.
pub async fn diagnose(settings: &Settings) -> Result<String, String> {
    match rules::count(&Api::new(settings), &settings.rule_tag).await {
        Ok((all, ours)) => Ok(format!("the key works; {all} rules stand, {ours} of them this conference's")),
        Err(trouble) => Err(trouble.why()),
    }
}
