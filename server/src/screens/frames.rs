//! What an entry changes on the screens. For every log and ring: the page from the resets at S plus the messages to the
//! head equals the page from the resets at the head. A property test holds this up.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
};

use bytes::Bytes;

use super::{
    regions::{Audience, Item, Kind, Region, Thing},
    touched::Touched,
    views::Brush,
    wire::{Frame, message},
};
use crate::{
    domain::{Entry, SessionId},
    hub::Message,
    projections::State,
};

/// What tells rings apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RingKey {
    pub audience: Audience,
    pub session: SessionId,
    /// One of [`wall_ui::words::LANGUAGES`].
    pub lang: &'static str,
}

impl RingKey {
    /// Draws this ring's things.
    #[must_use]
    pub fn brush<'a>(&'a self, state: &'a State) -> Brush<'a> {
        Brush::new(state, &self.session, self.lang)
    }
}

/// The messages of a batch, by ring.
#[derive(Debug)]
pub struct Messages(HashMap<RingKey, Vec<Message>>);

impl Messages {
    /// Nothing yet, for the rings that somebody reads.
    #[must_use]
    pub fn for_rings(rings: Vec<RingKey>) -> Self {
        Self(rings.into_iter().map(|ring| (ring, Vec::new())).collect())
    }

    #[must_use]
    pub fn is_wanted(&self) -> bool {
        !self.0.is_empty()
    }

    /// Adds what an entry changed between two states, at most one message a ring.
    pub fn add(&mut self, entry: &Entry, before: &State, after: &State) {
        let touched = Touched::by(&entry.event, before, after);
        if touched.is_nothing() {
            return;
        }
        for (ring, messages) in &mut self.0 {
            let frames = frames(&touched, &ring.brush(before), &ring.brush(after), ring.audience);
            if !frames.is_empty() {
                messages.push(Message { seq: entry.seq, bytes: Bytes::from(message(&frames)) });
            }
        }
    }

    #[must_use]
    pub fn into_batch(self) -> HashMap<RingKey, Vec<Message>> {
        self.0
    }
}

/// The whole picture of a ring, as one message.
#[must_use]
pub fn resets(ring: &RingKey, state: &State) -> Bytes {
    let brush = ring.brush(state);
    let regions = ring.audience.regions().iter();
    let frames: Vec<_> = regions.map(|region| reset(region, &brush)).collect();
    Bytes::from(message(&frames))
}

/// What stands inside a region.
#[must_use]
pub fn inside(region: &Region, brush: &Brush) -> String {
    match region.kind {
        Kind::Set(draw) => draw(brush),
        Kind::List { window, draw } => {
            let mut items = window(brush);
            items.sort_by_key(|item| Reverse(item.order));
            items.into_iter().filter_map(|item| draw(brush, item.thing)).collect()
        }
    }
}

fn reset(region: &Region, brush: &Brush) -> Frame {
    Frame::Reset { seq: brush.state.head.0, into: region.name, html: inside(region, brush) }
}

fn frames(touched: &Touched, before: &Brush, after: &Brush, audience: Audience) -> Vec<Frame> {
    let regions = audience.regions().iter();
    if touched.whole {
        return regions.map(|region| reset(region, after)).collect();
    }
    if !touched.sessions.contains(after.session) {
        return Vec::new();
    }
    regions.flat_map(|region| changes(region, touched, before, after)).collect()
}

fn changes(region: &Region, touched: &Touched, before: &Brush, after: &Brush) -> Vec<Frame> {
    match region.kind {
        Kind::Set(draw) => {
            if !touched.rules {
                return Vec::new();
            }
            let html = draw(after);
            let news = html != draw(before);
            news.then_some(Frame::Set { seq: after.state.head.0, into: region.name, html })
                .into_iter()
                .collect()
        }
        Kind::List { window, draw } => {
            moves(region.name, &touched.things(after.session), &window(before), &window(after), after, draw)
        }
    }
}

/// Items that left the window are removed; those that came in, moved or were touched are put.
fn moves(
    into: &'static str,
    touched: &BTreeSet<Thing>,
    before: &[Item],
    after: &[Item],
    brush: &Brush,
    draw: fn(&Brush, Thing) -> Option<String>,
) -> Vec<Frame> {
    let seq = brush.state.head.0;
    let (stood, stands) = (sorted(before), sorted(after));
    let missing = stood.iter().filter(|item| stands.binary_search(item).is_err());
    let gone = missing.filter(|item| after.iter().all(|other| other.thing != item.thing));
    let mut frames: Vec<Frame> =
        gone.map(|item| Frame::Remove { seq, into, id: item.thing.id(brush) }).collect();
    let is_news = |item: &&Item| stood.binary_search(item).is_err() || touched.contains(&item.thing);
    for item in after.iter().filter(is_news) {
        if let Some(html) = draw(brush, item.thing) {
            frames.push(Frame::Put {
                seq,
                into,
                id: item.thing.id(brush),
                order: item.order.to_string(),
                html,
            });
        }
    }
    frames
}

fn sorted(items: &[Item]) -> Vec<Item> {
    let mut items = items.to_vec();
    items.sort_unstable();
    items
}
