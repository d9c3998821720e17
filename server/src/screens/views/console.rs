//! The console's regions.

use facilitator_ui::console::{Exemplar, QueueRow, ScreensStrip, ThemeCard, Verdict};

use super::{
    Brush, Order, theme,
    wall::{draw, layout},
};
use crate::{
    domain::{Act, HoldReason, text::clean_line, verdict},
    projections::{Placed, Theme},
};

/// The newest rows that a console holds.
pub const WINDOW: usize = 200;
/// Rows beside them that have waited longest, and as many that were put aside: none is out of reach while it waits.
pub const BACKLOG: usize = 100;
const EXEMPLARS: usize = 3;

impl Brush<'_> {
    #[must_use]
    pub fn queue_row(&self, placed: &Placed) -> String {
        let content = &self.state.content;
        let theme = content.boards.theme_of(self.session, placed.key());
        draw(&QueueRow {
            t: self.t,
            post: self.post(placed),
            verdict: named(placed.verdict),
            by: placed.decided.as_ref().map(|act| act.by.to_string()),
            stashed: placed.stashed.contains(self.session),
            featured: content.walls.features(self.session, placed.key()),
            theme: theme.map(|theme| (theme.id.number, theme.id.to_string())),
        })
    }

    #[must_use]
    pub fn theme_card(&self, found: &Theme) -> String {
        draw(&ThemeCard {
            t: self.t,
            id: found.id.to_string(),
            number: found.id.number,
            order: card_order(found).to_string(),
            version: found.written().seq.0,
            title: found.title.clone(),
            summary: found.summary.clone(),
            state: theme::state(found),
            words: found.pin.as_ref().and_then(|pin| pin.words.clone()),
            concluded: found.conclusion.is_some(),
            weight: self.weight(found),
            exemplars: self.posts_of(found).take(EXEMPLARS).map(|placed| self.exemplar(placed)).collect(),
        })
    }

    #[must_use]
    pub fn screens_strip(&self) -> String {
        let mode = self.state.content.walls.wall(self.session).mode;
        let told = |act: Act| (act.by.to_string(), self.moment(act.at));
        draw(&ScreensStrip {
            t: self.t,
            session: self.head(),
            wall: format!("/wall/{}", self.session),
            layout: layout(mode.layout),
            held: mode.held.map(told),
            cleared: mode.cleared.map(told),
        })
    }

    fn exemplar(&self, placed: &Placed) -> Exemplar {
        Exemplar {
            key: placed.key().to_string(),
            author: self.author(&placed.post),
            text: clean_line(&placed.post.text),
            lang: placed.post.lang.clone(),
        }
    }
}

/// Cards stand by their number, the lowest first: regions show the greatest order first.
#[must_use]
pub fn card_order(found: &Theme) -> Order {
    Order::oldest(0, found.id.number.into())
}

fn named(verdict: verdict::Verdict) -> Verdict {
    match verdict {
        verdict::Verdict::Shown => Verdict::Shown,
        verdict::Verdict::Hidden => Verdict::Hidden,
        verdict::Verdict::Held(reason) => match reason {
            HoldReason::New => Verdict::Waiting,
            HoldReason::Word => Verdict::HeldWord,
            HoldReason::Sensitive => Verdict::HeldSensitive,
            HoldReason::Edited => Verdict::HeldEdited,
            HoldReason::Label => Verdict::HeldLabel,
            HoldReason::Language => Verdict::HeldLanguage,
            HoldReason::FirstComment => Verdict::HeldComment,
        },
    }
}
