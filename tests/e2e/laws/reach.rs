//! Reach equals a recount: every post that arrived and was not taken back, whatever was decided about it.

use std::collections::{BTreeMap, BTreeSet};

use backchannel::{
    domain::{At, Entry, Event, Kind, Post, PostKey},
    projections::{Reach, reach::BAR},
};
use proptest::prelude::*;

use super::{
    cases,
    run::Run,
    steps::{Step, steps},
};

/// A post that arrived, as it arrived.
struct Arrived<'a> {
    post: &'a Post,
    at: At,
    into: Option<PostKey>,
}

impl Arrived<'_> {
    fn names_none_but(&self, posts: &[PostKey]) -> bool {
        self.post.original_key().is_none_or(|original| posts.contains(&original))
    }

    fn counts_towards(&self, posts: &[PostKey]) -> bool {
        self.into.is_some_and(|into| posts.contains(&into)) && self.names_none_but(posts)
    }

    fn names(&self, posts: &[PostKey]) -> bool {
        self.post.original_key().is_some() && self.names_none_but(posts)
    }
}

/// What is left of a log without rehearsals.
fn left(entries: &[Entry]) -> Vec<(&Post, At)> {
    let mut here: Vec<Arrived> = Vec::new();
    for entry in entries {
        if let Event::PostArrived(arrival) = &entry.event {
            let key = arrival.post.key();
            let stand_ins: Vec<PostKey> = arrival.absorbs.iter().copied().chain([key]).collect();
            let joins = |one: &&mut Arrived| one.names(&[key]) || one.counts_towards(&stand_ins);
            for repost in here.iter_mut().filter(joins).filter(|_| arrival.post.kind != Kind::Repost) {
                repost.into = Some(key);
            }
            here.push(Arrived { post: &arrival.post, at: entry.at, into: arrival.into });
        }
        let mut gone = entry.event.withdraws().to_vec();
        gone.extend(here.iter().filter(|one| one.names(&gone)).map(|one| one.post.key()).collect::<Vec<_>>());
        here.retain(|one| !gone.contains(&one.post.key()) && !one.counts_towards(&gone));
    }
    here.into_iter().map(|one| (one.post, one.at)).collect()
}

fn counts(entries: &[Entry], reach: &Reach) -> Result<(), TestCaseError> {
    let posts = left(entries);
    let authors: BTreeSet<_> = posts.iter().map(|(post, _)| post.author_key()).collect();
    let followed = posts.iter().filter(|(post, _)| post.author.followers.is_some());
    let followed: BTreeSet<_> = followed.map(|(post, _)| post.author_key()).collect();
    let (mut networks, mut bars) = (BTreeMap::new(), BTreeMap::new());
    for (post, at) in &posts {
        *networks.entry(post.network.clone()).or_insert(0) += 1;
        *bars.entry(at.0.div_euclid(BAR)).or_insert(0) += 1;
    }
    prop_assert_eq!(reach.posts, posts.len() as u64);
    prop_assert_eq!(reach.reposts, posts.iter().filter(|(post, _)| post.kind == Kind::Repost).count() as u64);
    prop_assert_eq!(
        reach.impressions,
        posts.iter().filter_map(|(post, _)| post.author.followers).sum::<u64>()
    );
    prop_assert_eq!(reach.participants(), authors.len());
    prop_assert_eq!(reach.followers_known(), followed.len());
    prop_assert_eq!(
        reach.networks.iter().map(|(name, posts)| (name.clone(), *posts)).collect::<BTreeMap<_, _>>(),
        networks
    );
    prop_assert_eq!(reach.bars.iter().map(|(bar, posts)| (*bar, *posts)).collect::<BTreeMap<_, _>>(), bars);
    Ok(())
}

fn rehearses(step: &Step) -> bool {
    matches!(step, Step::RehearsalStarted | Step::RehearsalEnded)
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn every_number_is_what_a_recount_gives(mut steps in steps(60)) {
        steps.retain(|step| !rehearses(step));
        let run = Run::of(&steps);
        counts(&run.entries, &run.state().content.reach)?;
    }
}
