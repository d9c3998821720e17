//! What facilitators do with each post: show, hide or stash it, and feature a few.

use super::{
    Act, StaffAct, Step,
    beats::{is_chatter, session_of},
    pictured::Fate,
    programme::{self, session_id},
    random::Dice,
    writing::Told,
};
use crate::domain::{At, Kind};

const HIDDEN: usize = 38;
const STASHED: f64 = 0.05;
/// Words of a post that a wall holds in its largest place.
const FEATURED_CHARS: usize = 110;
const BETWEEN_FEATURED: i64 = 4 * At::MINUTE;
const WHY_HIDDEN: [&str; 4] =
    ["Not about the session", "For the help desk, not for the wall", "Off topic", "House matters"];

/// A post that somebody dealt with.
pub struct Handled<'a> {
    pub told: &'a Told,
    /// Where it was dealt with; `None` outside of sessions.
    pub session: Option<&'static str>,
    pub by: &'static str,
    pub at: At,
    pub fate: Fate,
}

/// The posts that facilitators deal with, in the order in which they came.
pub fn handled<'a>(day: &'a [Told], dice: &mut Dice) -> Vec<Handled<'a>> {
    let hidden = hidden(day);
    let mut handled = Vec::new();
    for (number, told) in day.iter().enumerate().filter(|(_, told)| told.post.kind != Kind::Repost) {
        let session = session_at_work(told);
        let fate = match told.fate {
            Fate::Shown if hidden.contains(&number) => Fate::Hidden,
            Fate::Shown if may_be_stashed(told) && dice.chance(STASHED) => Fate::Stashed,
            fate => fate,
        };
        let seconds = told.acted_after.unwrap_or_else(|| patience(told, dice));
        let by = *dice
            .pick(session.map_or(&["Dag Rønning", "Noor Haddad", "Felix Braun"], programme::facilitators));
        if session.is_some() || fate == Fate::Hidden {
            let at = told.post.created_at.plus(seconds * At::SECOND);
            handled.push(Handled { told, session, by, at, fate });
        }
    }
    handled
}

/// Tables sit in the room: they are answered first.
fn patience(told: &Told, dice: &mut Dice) -> i64 {
    if told.post.network.is_room() { dice.between(20, 60) } else { dice.between(20, 180) }
}

/// Only what is addressed to one session: the other would go on waiting for it.
fn may_be_stashed(told: &Told) -> bool {
    !told.pictured && !told.post.network.is_room() && addressed(told).is_some()
}

/// The session whose tag stands on the post.
fn addressed(told: &Told) -> Option<&'static str> {
    session_of(&told.subject).filter(|own| told.post.hashtags.iter().any(|tag| tag == own))
}

/// The session whose facilitators see the post: the one it speaks of, else the first that runs, else the one it is
/// addressed to.
fn session_at_work(told: &Told) -> Option<&'static str> {
    let running = programme::running(told.post.created_at);
    session_of(&told.subject)
        .filter(|own| running.contains(own))
        .or_else(|| running.first().copied())
        .or_else(|| addressed(told))
}

/// Numbers of the posts that are hidden: chatter, evenly over the day.
fn hidden(day: &[Told]) -> Vec<usize> {
    let pictured = day.iter().filter(|told| told.fate == Fate::Hidden).count();
    let chatter = (0..day.len()).filter(|&n| {
        let told = &day[n];
        is_chatter(&told.subject) && told.post.kind == Kind::Post && told.fate == Fate::Shown
    });
    evenly(chatter.collect(), HIDDEN - pictured)
}

/// So many of the items, spread over all of them.
pub fn evenly<T>(items: Vec<T>, count: usize) -> Vec<T> {
    let all = items.len();
    let keep = move |&(n, _): &(usize, T)| count >= all || (n * count) % all < count;
    items.into_iter().enumerate().filter(keep).map(|(_, item)| item).collect()
}

pub fn steps(handled: &[Handled]) -> Vec<Step> {
    let mut steps: Vec<Step> = handled.iter().map(first_act).collect();
    for session in ["opening", "learning", "scholarship", "platforms", "ethics", "closing"] {
        steps.extend(featured(session, handled));
    }
    steps
}

fn first_act(handled: &Handled) -> Step {
    let post = handled.told.post.key();
    let does = match (handled.fate, handled.session) {
        (Fate::Hidden, _) => StaffAct::Hide { post, why: why_hidden(handled.told).into() },
        (Fate::Stashed, Some(session)) => StaffAct::Stash { session: session_id(session), post },
        _ => StaffAct::Show { post },
    };
    staff_step(handled.at, handled.by, does)
}

fn why_hidden(told: &Told) -> &'static str {
    WHY_HIDDEN[told.post.text.len() % WHY_HIDDEN.len()]
}

pub fn staff_step(at: At, who: &str, does: StaffAct) -> Step {
    Step { at, act: Act::Staff { who: who.into(), does } }
}

/// One post at a time on the session's walls: those that must be, and short ones in between.
fn featured(session: &str, handled: &[Handled]) -> Vec<Step> {
    let mut posts: Vec<&Handled> = handled.iter().filter(|post| post.session == Some(session)).collect();
    posts.sort_by_key(|post| post.at);
    let chosen: Vec<At> =
        posts.iter().filter(|post| post.fate == Fate::Featured).map(|post| post.at).collect();
    let near = |at: At| chosen.iter().any(|chosen| chosen.since(at).abs() < BETWEEN_FEATURED);
    let mut steps = Vec::new();
    let mut last: Option<&Handled> = None;
    for post in posts {
        let due = last.is_none_or(|last| post.at.since(last.at) >= BETWEEN_FEATURED);
        if post.fate == Fate::Featured || due && !near(post.at) && suits_a_wall(post) {
            steps.extend(last.map(|last| unfeature(session, last, post.at)));
            let does = StaffAct::Feature { session: session_id(session), post: post.told.post.key() };
            steps.push(staff_step(post.at.plus(6 * At::SECOND), post.by, does));
            last = Some(post);
        }
    }
    steps.extend(last.map(|last| unfeature(session, last, last.at.plus(BETWEEN_FEATURED))));
    steps
}

fn suits_a_wall(post: &Handled) -> bool {
    post.fate == Fate::Shown
        && post.told.post.kind == Kind::Post
        && !is_chatter(&post.told.subject)
        && post.told.post.text.chars().count() <= FEATURED_CHARS
}

fn unfeature(session: &str, post: &Handled, at: At) -> Step {
    let does = StaffAct::Unfeature { session: session_id(session), post: post.told.post.key() };
    staff_step(at.plus(5 * At::SECOND), post.by, does)
}
