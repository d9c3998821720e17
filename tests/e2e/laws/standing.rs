//! What is gathered or featured stands for itself, and in one theme of a session at most.

use std::collections::BTreeSet;

use backchannel::{domain::PostKey, projections::State};
use proptest::prelude::*;

use super::{
    cases,
    conference::{SESSIONS, session},
    run::Run,
    steps::steps,
};

fn stands(state: &State, post: PostKey) -> bool {
    state.content.posts.get(post).is_some_and(|placed| placed.into.is_none())
}

fn gathered(state: &State, n: usize) -> Vec<PostKey> {
    state.content.boards.themes(&session(n)).flat_map(|theme| theme.posts.iter().copied()).collect()
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn themes_and_walls_hold_posts_that_stand_for_themselves(steps in steps(60)) {
        let run = Run::of(&steps);
        for (state, n) in run.states.iter().flat_map(|state| (0..SESSIONS.len()).map(move |n| (state, n))) {
            let (gathered, featured) = (gathered(state, n), state.content.walls.wall(&session(n)).featured);
            prop_assert!(gathered.iter().chain(&featured).all(|post| stands(state, *post)));
            prop_assert_eq!(gathered.iter().collect::<BTreeSet<_>>().len(), gathered.len());
            prop_assert_eq!(featured.iter().collect::<BTreeSet<_>>().len(), featured.len());
        }
    }
}
