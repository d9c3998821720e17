//! Messages equal resets: for every ring, the page from the resets at S plus the messages to the head equals the page
//! from the resets at the head, for every S.
//!
//! It is enough that it holds from each S to the next entry: what follows depends on the page alone.

use backchannel::{
    domain::Seq,
    hub::Message,
    projections::State,
    screens::{
        frames::{RingKey, resets},
        regions::Audience,
    },
};
use proptest::prelude::*;

use super::{
    cases,
    conference::{SESSIONS, session},
    page::Page,
    run::Run,
    steps::{Names, ORIGINALS, Step, key, steps},
};

/// A ring of each audience and session, in one language.
pub fn rings(lang: &'static str) -> Vec<RingKey> {
    let sessions = || (0..SESSIONS.len()).map(session);
    let ring = |audience| sessions().map(move |session| RingKey { audience, session, lang });
    Audience::ALL.into_iter().flat_map(ring).collect()
}

pub fn page(ring: &RingKey, state: &State) -> Page {
    let mut page = Page::default();
    page.take(&resets(ring, state));
    page
}

fn message(messages: &[Message], seq: Seq) -> Option<&Message> {
    let mut found = messages.iter().filter(|message| message.seq == seq);
    let message = found.next();
    assert!(found.next().is_none(), "an entry is at most one message a ring");
    message
}

/// Compares the two ways to each state of a run.
pub fn holds(run: &Run, ring: &RingKey) -> Result<(), TestCaseError> {
    let messages = &run.messages[ring];
    let mut here = page(ring, &run.states[0]);
    for (entry, state) in run.entries.iter().zip(&run.states[1..]) {
        if let Some(message) = message(messages, entry.seq) {
            prop_assert_eq!(here.take(&message.bytes), entry.seq.0);
        }
        let there = page(ring, state);
        prop_assert_eq!(&here, &there, "{:?} after {:?}", ring, entry);
        here = there;
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn the_page_of_a_reset_and_its_messages_is_the_page_of_the_next_reset(
        steps in steps(40),
        lang in prop::sample::select(vec!["en", "fr"]),
    ) {
        let rings = rings(lang);
        let run = Run::watched(rings.clone()).then(&steps);
        for ring in &rings {
            holds(&run, ring)?;
        }
    }
}

#[test]
fn a_repost_that_moves_to_its_original_is_no_longer_counted_where_it_was() {
    let repost = |id, names| Step::Repost { network: 0, id, names };
    let open = Step::Session { n: 1, open: true };
    let post = Step::Post { network: 0, id: 0, version: 0, followers: 0, keyword: None, reply: false };
    let rings = rings("en");
    let steps = [open, repost(ORIGINALS, Names::Words(0)), repost(ORIGINALS + 1, Names::Original(0)), post];
    let run = Run::watched(rings.clone()).then(&steps);
    assert_eq!(run.state().content.posts.reposts(key(0, 0)), 1);
    rings.iter().for_each(|ring| holds(&run, ring).expect("messages equal resets"));
}
