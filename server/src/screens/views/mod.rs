//! From the domain to what a template draws. Everything a card shows follows from the state at one entry.

pub mod board;
pub mod chair;
pub mod console;
pub mod health;
mod order;
mod page;
pub mod post;
mod report;
mod setup;
mod theme;
pub mod wall;

pub use order::Order;
pub use page::{Frame, shell};
pub use post::dom_id as post_id;
pub use report::report;
pub use setup::{SetupFacts, setup};

use wall_ui::{
    Words,
    parts::{self, Moment, SessionHead},
};

use crate::{
    domain::{At, Mark, Session, SessionId},
    projections::State,
};

/// Draws one session's things from one state, in one language.
pub struct Brush<'a> {
    pub state: &'a State,
    pub session: &'a SessionId,
    /// The audience's and the staff's messages.
    pub t: &'static Words,
    pub zone: jiff::tz::TimeZone,
}

impl<'a> Brush<'a> {
    #[must_use]
    pub fn new(state: &'a State, session: &'a SessionId, lang: &str) -> Self {
        Self { state, session, t: facilitator_ui::words::words(lang), zone: state.programme.zone() }
    }

    #[must_use]
    pub fn moment(&self, at: At) -> Moment {
        moment(at, &self.zone, self.t)
    }

    /// The head of the brush's session.
    #[must_use]
    pub fn head(&self) -> SessionHead {
        match self.state.programme.session(self.session) {
            Some(session) => self.head_of(session),
            None => SessionHead { id: self.session.to_string(), ..SessionHead::default() },
        }
    }

    #[must_use]
    pub fn head_of(&self, session: &Session) -> SessionHead {
        let rooms = session.rooms.iter().filter_map(|room| self.state.programme.room(room));
        SessionHead {
            id: session.id.to_string(),
            name: session.name.clone(),
            mark: mark(session.mark),
            room: rooms.map(|room| room.name.as_str()).collect::<Vec<_>>().join(", "),
            from: session.times.map(|(from, _)| self.moment(from)),
            until: session.times.map(|(_, until)| self.moment(until)),
            running: session.runs_at(self.state.at),
        }
    }

    /// All sessions in the order of the programme.
    #[must_use]
    pub fn heads(&self) -> Vec<SessionHead> {
        self.state.programme.in_order().into_iter().map(|session| self.head_of(session)).collect()
    }
}

/// A point in time as pages write it.
#[must_use]
pub fn moment(at: At, zone: &jiff::tz::TimeZone, t: &Words) -> Moment {
    let weekday = t.say(&format!("weekday-{}", at.zoned(zone, "%u")));
    let month = t.say(&format!("month-{}", at.zoned(zone, "%-m")));
    let day = t.with_all("day", &[("weekday", &weekday), ("day", &at.zoned(zone, "%-d")), ("month", &month)]);
    Moment { iso: at.to_string(), clock: at.clock(zone), day }
}

/// The hashtag that stands for the conference, else its name.
#[must_use]
pub fn hashtag(state: &State) -> String {
    let conference = state.programme.conference();
    conference.tags.first().map_or_else(|| conference.name.clone(), |tag| format!("#{tag}"))
}

fn mark(mark: Mark) -> parts::Mark {
    match mark {
        Mark::Circle => parts::Mark::Circle,
        Mark::Square => parts::Mark::Square,
        Mark::Triangle => parts::Mark::Triangle,
        Mark::Diamond => parts::Mark::Diamond,
        Mark::None => parts::Mark::None,
    }
}

/// A count as views hold it. Nothing that is drawn comes near the limit.
pub(in crate::screens) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
