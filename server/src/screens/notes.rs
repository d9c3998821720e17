//! Values that change without an entry, or too often for one: who speaks, how much waits, what time it is.

use std::collections::BTreeSet;

use super::{
    frames::RingKey,
    views::small,
    wire::{Frame, Note, SourceNote, message},
};
use crate::{
    clock::Clock,
    domain::{At, SessionId, health::SourceHealth},
    projections::{Placed, State},
};

/// Minutes in a mirror of people.
const MINUTES: usize = 10;
/// Minutes in the console's curve.
const CURVE: usize = 15;

/// Who takes part in a session: totals, and distinct people in each of the last ten minutes.
#[must_use]
pub fn people(state: &State, session: &SessionId, now: At) -> Note {
    let (room, online) = state.content.posts.voices(session);
    let mut speakers = vec![(BTreeSet::new(), BTreeSet::new()); MINUTES];
    for (placed, minute) in recent(state, session, now, MINUTES) {
        let (room, online) = &mut speakers[minute];
        let side = if placed.post.network.is_room() { room } else { online };
        side.insert(placed.post.author_key());
    }
    let bars = speakers.iter().map(|(room, online)| (small(room.len()), small(online.len()))).collect();
    Note::People { room, online, bars }
}

/// What a session's console has before it.
#[must_use]
pub fn counts(state: &State, session: &SessionId, now: At) -> Note {
    let posts = &state.content.posts;
    let mut rates = vec![0; CURVE];
    for (_, minute) in recent(state, session, now, CURVE) {
        rates[minute] += 1;
    }
    Note::Counts {
        waiting: posts.waiting_count(session),
        all: posts.listed_count(session),
        oldest: posts.oldest_waiting(session).map(|placed| placed.at.to_string()),
        rates,
    }
}

/// How each source is doing.
#[must_use]
pub fn sources(state: &State, ring: &RingKey, health: &[SourceHealth], now: At) -> Note {
    let brush = ring.brush(state);
    let lines = health.iter().map(|health| brush.health(health, now));
    let notes = lines.map(|line| SourceNote { name: line.name, state: line.state, trouble: line.trouble });
    Note::Sources { sources: notes.collect() }
}

#[must_use]
pub fn clock(clock: &Clock) -> Note {
    Note::Clock { now: clock.now().to_string(), rate: clock.rate() }
}

/// A note as a message. Its number is 0: it speaks of no entry, and moves no client past one that is still to come.
#[must_use]
pub fn note(note: Note) -> String {
    message(&[Frame::Note { seq: 0, note }])
}

/// Posts of the last minutes, each with the index of its minute, the oldest minute 0.
fn recent<'a>(
    state: &'a State,
    session: &'a SessionId,
    now: At,
    minutes: usize,
) -> impl Iterator<Item = (&'a Placed, usize)> {
    let posts = &state.content.posts;
    let placed = posts.listed(session).filter_map(|(_, post)| posts.get(post));
    placed.map_while(move |placed| {
        let ago = usize::try_from(now.since(placed.at).max(0) / At::MINUTE).ok()?;
        (ago < minutes).then(|| (placed, minutes - 1 - ago))
    })
}
