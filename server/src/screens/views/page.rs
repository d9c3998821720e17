//! What every page knows.

use wall_ui::{Words, parts::Shell};

use super::{hashtag, moment};
use crate::{domain::At, projections::State};

/// What the server knows and the state does not.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// Where assets live: `/assets/1a2b3c4d`.
    pub assets: &'a str,
    /// The log's identity.
    pub log: &'a str,
    pub now: At,
    pub lang: &'a str,
}

/// The shell of a page over `state`.
#[must_use]
pub fn shell<'a>(frame: &Frame<'a>, state: &State, title: String) -> Shell<'a> {
    let t: &'static Words = facilitator_ui::words::words(frame.lang);
    let conference = state.programme.conference();
    Shell {
        t,
        assets: frame.assets,
        title,
        hashtag: hashtag(state),
        conference: conference.name.clone(),
        rehearsal: state.rehearses(),
        seq: state.head.0,
        log: frame.log.to_owned(),
        now: moment(frame.now, &state.programme.zone(), t),
        zone: conference.zone.clone(),
    }
}
