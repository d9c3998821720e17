//! The chair's regions.

use facilitator_ui::chair::{ChairNow, ChairStatement, ChairTheme};

use super::{Brush, Order, theme, wall::draw};
use crate::projections::{Theme, boards::Pin};

impl Brush<'_> {
    /// A pinned theme, whole.
    #[must_use]
    pub fn chair_theme(&self, found: &Theme) -> Option<String> {
        let pin = found.pin.as_ref()?;
        Some(draw(&ChairTheme {
            t: self.t,
            id: found.id.to_string(),
            session: self.head(),
            order: queue_order(found, pin).to_string(),
            version: found.written().seq.0,
            title: found.title.clone(),
            summary: found.summary.clone(),
            state: theme::state(found),
            since: self.moment(pin.since.at),
            weight: self.weight(found),
            posts: self.posts_of(found).map(|placed| self.post(placed)).collect(),
            conclusion: found.conclusion.as_ref().map(|conclusion| conclusion.text.clone()),
        }))
    }

    #[must_use]
    pub fn chair_now(&self) -> String {
        let mode = self.state.content.walls.wall(self.session).mode;
        draw(&ChairNow {
            t: self.t,
            discussing: self.state.content.boards.discussing(self.session).map(|theme| theme.title.clone()),
            cleared: mode.cleared.map(|act| (act.by.to_string(), self.moment(act.at))),
            held: mode.held.is_some(),
        })
    }

    #[must_use]
    pub fn chair_statement(&self) -> String {
        draw(&ChairStatement { t: self.t })
    }
}

/// What is discussed stands first, then what has waited longest, then the rest, the newest turn first.
#[must_use]
pub fn queue_order(found: &Theme, pin: &Pin) -> Order {
    use wall_ui::parts::ThemeState as S;
    let since = pin.since.seq;
    match theme::state(found) {
        S::Discussing => Order::newest(9, since),
        S::Waiting => Order::oldest(7, since.0),
        S::Discussed => Order::newest(5, since),
        S::Parked => Order::newest(3, since),
        S::Draft | S::SentBack => Order::newest(1, since),
    }
}
