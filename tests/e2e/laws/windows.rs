//! Windows: never more than the newest posts, and those that were put beside them.

use backchannel::{
    domain::{PostKey, Seq},
    projections::{Placed, State},
    screens::{frames::RingKey, regions::Audience, views::post_id},
};
use proptest::prelude::*;

use super::{
    acts::{Picks, command},
    cases,
    conference::session,
    pages::{holds, page},
    run::Run,
    steps::{ORIGINALS, Step, key, step},
};

const NEWEST: usize = 200;
const WAITING: usize = 100;
const ON_BOARD: usize = 5;
/// Acts that are looked at one by one.
const LATE: usize = 12;

/// The session that always runs, where all these posts go.
const PLENARY: usize = 1;

fn ring(audience: Audience) -> RingKey {
    RingKey { audience, session: session(PLENARY), lang: "en" }
}

/// Posts of the plenary that stand for themselves, newest first, found the long way.
fn listed(state: &State, which: impl Fn(&Placed) -> bool) -> Vec<(Seq, PostKey)> {
    let here = session(PLENARY);
    let posts = state.content.posts.iter();
    let listed =
        posts.filter(|placed| placed.into.is_none() && placed.sessions.contains(&here) && which(placed));
    let mut listed: Vec<_> = listed.map(|placed| (placed.seq, placed.key())).collect();
    listed.sort();
    listed.reverse();
    listed
}

fn visible(state: &State) -> Vec<(Seq, PostKey)> {
    let policy = state.programme.policy(&session(PLENARY));
    listed(state, move |placed| placed.verdict.visible(policy))
}

fn ids(posts: impl IntoIterator<Item = (Seq, PostKey)>) -> Vec<String> {
    posts.into_iter().map(|(_, post)| post_id(post)).collect()
}

fn on_wall(state: &State) -> Vec<String> {
    let features = |post| state.content.walls.features(&session(PLENARY), post);
    let posts = visible(state).into_iter().enumerate();
    ids(posts.filter(|(n, (_, post))| *n < NEWEST || features(*post)).map(|(_, post)| post))
}

fn oldest(state: &State, which: impl Fn(&Placed) -> bool) -> Vec<(Seq, PostKey)> {
    listed(state, which).into_iter().rev().take(WAITING).collect()
}

fn on_console(state: &State) -> Vec<String> {
    let all = listed(state, |_| true);
    let stashed = |placed: &Placed| placed.stashed.contains(&session(PLENARY));
    let waiting = oldest(state, |placed| placed.verdict.waits() && !stashed(placed));
    let aside = oldest(state, |placed| placed.verdict.waits() && stashed(placed));
    ids(all
        .into_iter()
        .enumerate()
        .filter(|(n, post)| *n < NEWEST || waiting.contains(post) || aside.contains(post))
        .map(|(_, post)| post))
}

/// More posts than a window holds, then acts on the oldest and the newest.
fn crowded() -> impl Strategy<Value = Vec<Step>> {
    let flood = (190..230usize).prop_map(|many| (0..many).map(|n| many_posts(n + 100)).collect::<Vec<_>>());
    let acts = prop::collection::vec(prop_oneof![2 => command(), 1 => step()], LATE);
    let old = (0..ORIGINALS).map(|id| Step::Post {
        network: 0,
        id,
        version: 0,
        followers: 0,
        keyword: Some(PLENARY),
        reply: false,
    });
    let old: Vec<Step> = old.collect();
    let open = Step::Session { n: PLENARY, open: true };
    (acts.clone(), flood, acts)
        .prop_map(move |(early, flood, late)| [vec![open.clone()], old.clone(), early, flood, late].concat())
}

fn many_posts(id: usize) -> Step {
    Step::Post { network: 1, id, version: 0, followers: 0, keyword: Some(PLENARY), reply: false }
}

fn shown(audience: Audience, region: &str, state: &State) -> Vec<String> {
    page(&ring(audience), state).ids(region).into_iter().map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn a_window_holds_what_a_naive_count_gives(steps in crowded()) {
        let audiences = [Audience::Wall, Audience::Console, Audience::Board];
        let (before, watched) = steps.split_at(steps.len() - LATE);
        let run = Run::of(before).watching(audiences.map(ring).to_vec()).then(watched);
        for state in &run.states {
            prop_assert_eq!(shown(Audience::Wall, "posts", state), on_wall(state));
            prop_assert_eq!(shown(Audience::Console, "stream", state), on_console(state));
            let newest = visible(state).into_iter().take(ON_BOARD);
            prop_assert_eq!(shown(Audience::Board, "posts", state), ids(newest));
        }
        for audience in audiences {
            holds(&run, &ring(audience))?;
        }
    }
}

#[test]
fn a_featured_post_stays_when_two_hundred_newer_ones_have_come() {
    let feature = |name| Step::Command {
        by: 0,
        name,
        picks: Picks { network: 0, id: 0, session: PLENARY, theme: 1, choice: 0 },
    };
    let old =
        Step::Post { network: 0, id: 0, version: 0, followers: 0, keyword: Some(PLENARY), reply: false };
    let open = Step::Session { n: PLENARY, open: true };
    let flood: Vec<Step> = (0..NEWEST).map(|n| many_posts(n + 100)).collect();
    let run = Run::of(&[open, old, feature("feature-post")]).then(&flood);
    let wall = |run: &Run| shown(Audience::Wall, "posts", run.state());
    assert_eq!(wall(&run).len(), NEWEST + 1);
    assert_eq!(wall(&run).last(), Some(&post_id(key(0, 0))));
    let run = run.then(&[feature("unfeature-post")]);
    assert_eq!(wall(&run).len(), NEWEST);
}
