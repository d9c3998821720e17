//! Any order of arrival gives the same: which posts stand, how often each is reposted, and all numbers.
//!
//! Promised for posts, reposts that name their original, duplicates and withdrawals. Not for edits, where the last
//! to arrive wins; not for reposts that name nothing, which count towards whatever had the same words when they came;
//! not for reposts of reposts, which no network sends. Where an original never comes its first repost stands in
//! for it, so then only the number of those who stand is the same, and only while none of them is withdrawn: the
//! others' words are not kept.

use std::collections::BTreeMap;

use backchannel::{
    domain::{Kind, PostKey},
    projections::State,
};
use proptest::prelude::*;

use super::{
    cases,
    run::Run,
    steps::{IDS, Names, ORIGINALS, Step, key},
};

/// The last original never comes.
const MISSING: usize = ORIGINALS - 1;

fn arrival() -> impl Strategy<Value = Step> {
    let post =
        |(network, id)| Step::Post { network, id, version: 0, followers: 0, keyword: None, reply: false };
    let repost = |(network, id, original)| Step::Repost { network, id, names: Names::Original(original) };
    prop_oneof![
        3 => (0..2usize, 0..MISSING).prop_map(post),
        4 => (0..2usize, ORIGINALS..IDS + 6, 0..ORIGINALS).prop_map(repost),
        2 => (0..2usize, 0..IDS + 6).prop_map(|(network, id)| Step::Withdrawal { network, id }),
    ]
}

/// Each repost id repeats one post for ever, and each post that is repeated comes, but for the missing one.
fn consistent(steps: Vec<Step>) -> Vec<Step> {
    let mut named = BTreeMap::new();
    let mut kept: Vec<Step> = Vec::new();
    for step in steps {
        match step {
            Step::Repost { network, id, names: Names::Original(original) } => {
                let original = *named.entry((network, id)).or_insert(original);
                kept.push(Step::Repost { network, id, names: Names::Original(original) });
                if original != MISSING {
                    kept.push(Step::Post {
                        network,
                        id: original,
                        version: 0,
                        followers: 0,
                        keyword: None,
                        reply: false,
                    });
                }
            }
            step => kept.push(step),
        }
    }
    let stands_in = |step: &Step| match step {
        Step::Withdrawal { network, id } => named.get(&(*network, *id)) == Some(&MISSING),
        _ => false,
    };
    kept.retain(|step| !stands_in(step));
    kept
}

fn orders() -> impl Strategy<Value = (Vec<Step>, Vec<Step>)> {
    let steps = prop::collection::vec(arrival(), 1..14).prop_map(consistent);
    steps.prop_flat_map(|steps| (Just(steps.clone()), Just(steps).prop_shuffle()))
}

/// All arrive at once: what is decided by the clock is no matter here.
fn arrived(steps: &[Step]) -> State {
    Run::of(&[Step::TimePasses { minutes: 1 }]).then(steps).state().clone()
}

/// Posts that stand with their reposts; for the missing original, whoever stands in.
fn standing(state: &State) -> BTreeMap<PostKey, Vec<usize>> {
    let posts = &state.content.posts;
    let mut standing: BTreeMap<PostKey, Vec<usize>> = BTreeMap::new();
    for placed in posts.iter().filter(|placed| placed.into.is_none()) {
        let as_what = if placed.post.kind == Kind::Repost { placed.post.original_key() } else { None };
        standing.entry(as_what.unwrap_or(placed.key())).or_default().push(posts.reposts(placed.key()));
    }
    standing
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_stands_does_not_depend_on_the_order((one, other) in orders()) {
        let (one, other) = (arrived(&one), arrived(&other));
        prop_assert_eq!(standing(&one), standing(&other));
        let reach = |state: &State| {
            let reach = &state.content.reach;
            (reach.posts, reach.reposts, reach.impressions, reach.participants(), reach.followers_known())
        };
        prop_assert_eq!(reach(&one), reach(&other));
        prop_assert_eq!(&one.content.reach.networks, &other.content.reach.networks);
    }
}

#[test]
fn an_original_takes_over_from_its_stand_ins_though_one_of_them_was_withdrawn() {
    let repost = |id| Step::Repost { network: 0, id, names: Names::Original(0) };
    let post = Step::Post { network: 0, id: 0, version: 0, followers: 0, keyword: None, reply: false };
    let state = arrived(&[repost(6), repost(7), Step::Withdrawal { network: 0, id: 6 }, post]);
    assert_eq!(state.content.posts.reposts(key(0, 0)), 1);
}
