//! The board's regions.

use wall_ui::board::{BoardConclusion, BoardPost, BoardQuestion, BoardTheme};

use super::{Brush, Order, theme, wall::draw};
use crate::{
    domain::Seq,
    projections::{Placed, Theme},
};

/// Posts that the board shows below its themes.
pub const LATEST: usize = 5;
/// Posts that stand in a theme's card.
const QUOTED: usize = 2;

impl Brush<'_> {
    #[must_use]
    pub fn board_question(&self) -> String {
        let question =
            self.state.programme.session(self.session).and_then(|session| session.question.clone());
        draw(&BoardQuestion { t: self.t, question })
    }

    #[must_use]
    pub fn board_post(&self, placed: &Placed, inside_theme: bool) -> BoardPost<'static> {
        BoardPost { t: self.t, post: self.post(placed), inside_theme }
    }

    #[must_use]
    pub fn board_theme(&self, found: &Theme) -> String {
        draw(&BoardTheme {
            t: self.t,
            id: found.id.to_string(),
            order: board_order(found).to_string(),
            title: found.title.clone(),
            summary: found.summary.clone(),
            state: theme::state(found),
            weight: self.weight(found),
            posts: self.posts_of(found).take(QUOTED).map(|placed| self.board_post(placed, true)).collect(),
        })
    }

    #[must_use]
    pub fn board_conclusion(&self, found: &Theme) -> Option<String> {
        let conclusion = found.conclusion.as_ref()?;
        Some(draw(&BoardConclusion {
            t: self.t,
            id: found.id.to_string(),
            order: conclusion_order(found).to_string(),
            text: conclusion.text.clone(),
            at: self.moment(conclusion.by.at),
            by: conclusion.by.by.to_string(),
            weight: self.weight(found),
        }))
    }
}

/// What is discussed stands first, then what waits, what was discussed, what is parked; the newest turn first.
#[must_use]
pub fn board_order(found: &Theme) -> Order {
    use wall_ui::parts::ThemeState as S;
    let rank = match theme::state(found) {
        S::Discussing => 9,
        S::Waiting => 7,
        S::Discussed => 5,
        S::Parked => 3,
        S::Draft | S::SentBack => 1,
    };
    Order::newest(rank, found.pin.as_ref().map_or(Seq(0), |pin| pin.since.seq))
}

/// The newest conclusion first.
#[must_use]
pub fn conclusion_order(found: &Theme) -> Order {
    Order::newest(0, found.conclusion.as_ref().map_or(Seq(0), |conclusion| conclusion.by.seq))
}
