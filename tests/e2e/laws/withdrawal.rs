//! Removal reaches everything: after a withdrawal no entry, no message and no page holds the words.
//!
//! Two things are outside what is promised. A repost that names nothing is known by its words alone: one that came
//! before the post it repeats is a post of its own, and stays. And what staff write in their own name, such as a
//! theme's title, is theirs.

use backchannel::{
    domain::{Network, PostKey, Seq},
    hub::Message,
    screens::{
        frames::{RingKey, resets},
        views::post_id,
    },
};
use proptest::prelude::*;

use super::{
    cases,
    conference::word,
    pages::rings,
    run::Run,
    steps::{IDS, Names, ORIGINALS, Step, steps},
};

/// Posts whose words are withdrawn in a run: the word, and the entry that took it back.
pub fn taken_back(run: &Run, steps: &[Step]) -> Vec<(String, Seq)> {
    let networks = [Network::from(Network::X), Network::from(Network::MASTODON)];
    let posts = networks.iter().flat_map(|network| (0..IDS).map(move |id| (network, id)));
    let withdrawn =
        |key: PostKey| run.owed.iter().find(|(posts, ..)| posts.contains(&key)).map(|(_, seq, _)| *seq);
    posts
        .filter(|post| post.1 < ORIGINALS && !repeats_by_words(steps, *post))
        .filter_map(|(network, id)| {
            let seq = withdrawn(PostKey::of(network.as_str(), &id.to_string()))?;
            Some((word(network, id), seq))
        })
        .collect()
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn withdrawn_words_stand_nowhere(steps in steps(50)) {
        let rings = rings("en");
        let run = Run::watched(rings.clone()).then(&steps);
        let log = serde_json::to_string(&run.redacted()).expect("entries are plain values");
        for (word, withdrawn) in taken_back(&run, &steps) {
            prop_assert!(!log.contains(&word), "an entry holds {}", word);
            for ring in &rings {
                let now = resets(ring, run.state());
                prop_assert!(!holds(&now, &word), "the page of {:?} holds {}", ring, word);
                for message in &run.messages[ring] {
                    // The hub drops messages up to the last that names what left.
                    let dropped = dropped(&run, ring, withdrawn) >= Some(message.seq);
                    prop_assert!(dropped || !holds(&message.bytes, &word), "a message of {:?} holds {}", ring, word);
                }
            }
        }
    }
}

#[test]
fn what_was_said_in_a_rehearsal_can_be_taken_back_after_it() {
    let post = Step::Post { network: 0, id: 0, version: 0, followers: 0, keyword: None, reply: false };
    let withdrawal = Step::Withdrawal { network: 0, id: 0 };
    let run = Run::of(&[Step::RehearsalStarted, post, Step::RehearsalEnded, withdrawal]);
    let log = serde_json::to_string(&run.redacted()).expect("entries are plain values");
    assert!(!log.contains(&word(&Network::from(Network::X), 0)));
}

/// The last message that the hub let go of, by the time of this withdrawal: it forgets what names a post that left.
fn dropped(run: &Run, ring: &RingKey, withdrawn: Seq) -> Option<Seq> {
    let forgotten = |message: &&Message| {
        let left = run.owed.iter().filter(|(_, seq, _)| message.seq < *seq && *seq <= withdrawn);
        left.flat_map(|(posts, ..)| posts).any(|post| holds(&message.bytes, &post_id(*post)))
    };
    run.messages[ring].iter().filter(forgotten).map(|message| message.seq).max()
}

pub fn holds(bytes: &[u8], word: &str) -> bool {
    std::str::from_utf8(bytes).expect("messages are text").contains(word)
}

/// Whether a repost without an id repeats this post.
fn repeats_by_words(steps: &[Step], of: (&Network, usize)) -> bool {
    let networks = [Network::X, Network::MASTODON];
    steps.iter().any(|step| match step {
        Step::Repost { network, names: Names::Words(original), .. } => {
            (networks[*network], *original) == (of.0.as_str(), of.1)
        }
        _ => false,
    })
}
