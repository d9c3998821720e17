//! Facilitators gather posts into themes and pin them; chairs review and conclude them.

use super::{
    StaffAct, Step,
    acts::{Handled, evenly, staff_step},
    pictured::Fate,
    plans::{PLANS, Plan},
    programme::{chair, session_id},
    random::Dice,
    times::local,
};
use crate::domain::{At, ThemeId};

/// All that happens to the day's themes.
pub fn steps(handled: &[Handled], dice: &mut Dice) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut last: Option<(&str, u32, At)> = None;
    for plan in &PLANS {
        let earlier = last.filter(|(session, ..)| *session == plan.session);
        let number = earlier.map_or(1, |(_, number, _)| number + 1);
        let posts = chosen(plan, handled);
        let first = posts.first().expect("each theme finds posts");
        let earliest = earlier.map_or(first.at, |(.., started)| started.max(first.at));
        let started = local(plan.starts).max(earliest.plus(12 * At::SECOND));
        let theme = ThemeId { session: session_id(plan.session), number };
        steps.push(start(plan, first, started));
        steps.extend(gathering(plan, &theme, &posts[1..], started, dice));
        steps.extend(on_the_board(plan, &theme));
        last = Some((plan.session, number, started));
    }
    steps
}

/// The posts that the theme gathers: those with their own minute, some of tables, the others evenly.
fn chosen<'a>(plan: &Plan, handled: &'a [Handled<'a>]) -> Vec<&'a Handled<'a>> {
    let fits = |post: &&Handled| {
        post.told.subject == plan.subject
            && post.session == Some(plan.session)
            && matches!(post.fate, Fate::Shown | Fate::Featured)
    };
    let opens = super::opens_at();
    let (early, late): (Vec<_>, Vec<_>) =
        handled.iter().filter(fits).partition(|post| post.at.plus(10 * At::SECOND) < opens);
    let (before, after) = plan.posts;
    let tables_after = if before == 0 { plan.tables } else { 0 };
    let mut posts = spread(early, before, plan.tables);
    posts.extend(spread(late, after, tables_after));
    posts.sort_by_key(|post| post.at);
    posts
}

fn spread<'a>(posts: Vec<&'a Handled<'a>>, count: usize, from_tables: usize) -> Vec<&'a Handled<'a>> {
    let (tables, people): (Vec<_>, Vec<_>) =
        posts.into_iter().partition(|post| post.told.post.network.is_room());
    let mut chosen = pictured_first(tables, from_tables.min(count));
    let rest = count - chosen.len();
    chosen.extend(pictured_first(people, rest));
    chosen
}

fn pictured_first<'a>(posts: Vec<&'a Handled<'a>>, count: usize) -> Vec<&'a Handled<'a>> {
    let (mut chosen, others): (Vec<_>, Vec<_>) = posts.into_iter().partition(|post| post.told.pictured);
    chosen.truncate(count);
    let rest = count - chosen.len();
    chosen.extend(evenly(others, rest));
    chosen
}

fn start(plan: &Plan, first: &Handled, at: At) -> Step {
    let does = StaffAct::StartTheme {
        session: session_id(plan.session),
        title: plan.title.into(),
        summary: plan.summary.map(Into::into),
        post: Some(first.told.post.key()),
    };
    staff_step(at, plan.by, does)
}

/// What came before the theme was started is gathered soon after, the rest as it comes.
fn gathering(plan: &Plan, theme: &ThemeId, posts: &[&Handled], started: At, dice: &mut Dice) -> Vec<Step> {
    let opens = super::opens_at();
    let mut next = started;
    let steps = posts.iter().map(|post| {
        next = next.plus(dice.between(5, 12) * At::SECOND);
        let soon = next.max(post.at.plus(dice.between(4, 50) * At::SECOND));
        let at = if post.at.plus(10 * At::SECOND) < opens { soon.min(opens.plus(-At::SECOND)) } else { soon };
        staff_step(at, plan.by, StaffAct::Gather { theme: theme.clone(), post: post.told.post.key() })
    });
    steps.collect()
}

fn on_the_board(plan: &Plan, theme: &ThemeId) -> Vec<Step> {
    let chair = chair(plan.session);
    let mut steps = vec![staff_step(local(plan.pinned), plan.by, StaffAct::Pin { theme: theme.clone() })];
    steps.extend(plan.reviews.iter().map(|&(at, review, words)| {
        let does = StaffAct::Review { theme: theme.clone(), review, words: words.map(Into::into) };
        staff_step(local(at), chair, does)
    }));
    steps.extend(plan.conclusion.map(|(at, text)| {
        staff_step(local(at), chair, StaffAct::Conclude { theme: theme.clone(), text: text.into() })
    }));
    steps
}
