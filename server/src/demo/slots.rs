//! The day's places for posts: when, on which network, by whom, and whether it is a repost.

use super::{
    cast::{self, Person},
    curve,
    pictured::Pictured,
    programme,
    random::Dice,
};
use crate::domain::{At, Network};

/// Posts of each network, and how many of them are reposts.
const POSTS: [(&str, usize, usize); 3] =
    [(Network::X, 1_204, 430), (Network::MASTODON, 611, 130), (Network::BLUESKY, 338, 52)];
const FROM_TABLES: usize = 88;
/// So many posts come before the first repost, so that there is something to repost.
const BEFORE_REPOSTS: usize = 40;

/// One place for a post that has no fixed minute.
pub struct Slot {
    pub at: At,
    /// A place in the cast.
    pub author: usize,
    pub reposts: bool,
}

#[derive(Clone, Copy, PartialEq)]
struct Lot {
    network: &'static str,
    reposts: bool,
}

/// All places that the pictured posts leave free, in the order of their time.
pub fn free(people: &[Person], pictured: &[Pictured], dice: &mut Dice) -> Vec<Slot> {
    let fixed: Vec<At> = pictured.iter().map(Pictured::at).collect();
    let times = curve::arrivals(&fixed, dice);
    let lots = lots(&times, pictured, dice);
    let mut turns = turns(people, &lots, dice);
    let slots = times.iter().zip(&lots).map(|(&at, lot)| {
        let turn = turns.iter_mut().find(|(network, _)| *network == lot.network);
        let author = turn.and_then(|(_, turns)| turns.pop()).expect("each post has an author");
        Slot { at, author, reposts: lot.reposts }
    });
    slots.collect()
}

fn lots(times: &[At], pictured: &[Pictured], dice: &mut Dice) -> Vec<Lot> {
    let mut lots: Vec<Option<Lot>> = vec![None; times.len()];
    let in_session = (0..times.len()).filter(|&n| !programme::running(times[n]).is_empty()).collect();
    let tables = left(pictured, Network::ROOM, false, FROM_TABLES);
    deal(&mut lots, in_session, vec![Lot { network: Network::ROOM, reposts: false }; tables], dice);
    for reposts in [true, false] {
        let first = if reposts { BEFORE_REPOSTS } else { 0 };
        let open = (first..lots.len()).filter(|&n| lots[n].is_none()).collect();
        deal(&mut lots, open, networks(pictured, reposts), dice);
    }
    lots.into_iter().map(|lot| lot.expect("the networks fill the day")).collect()
}

fn networks(pictured: &[Pictured], reposts: bool) -> Vec<Lot> {
    let lots = POSTS.iter().flat_map(|&(network, posts, of_them)| {
        let count = if reposts { of_them } else { posts - of_them };
        std::iter::repeat_n(Lot { network, reposts }, left(pictured, network, reposts, count))
    });
    lots.collect()
}

/// How many of a network's posts have no fixed minute.
fn left(pictured: &[Pictured], network: &str, reposts: bool, of: usize) -> usize {
    let same = |post: &&Pictured| post.by.starts_with(network) && post.reposts.is_some() == reposts;
    of - pictured.iter().filter(same).count()
}

fn deal(lots: &mut [Option<Lot>], mut places: Vec<usize>, deck: Vec<Lot>, dice: &mut Dice) {
    dice.shuffle(&mut places);
    for (place, lot) in places.into_iter().zip(deck) {
        lots[place] = Some(lot);
    }
}

fn turns(people: &[Person], lots: &[Lot], dice: &mut Dice) -> Vec<(&'static str, Vec<usize>)> {
    let networks = [Network::X, Network::MASTODON, Network::BLUESKY, Network::ROOM];
    let turns = networks.map(|network| {
        let posts = lots.iter().filter(|lot| lot.network == network).count();
        (network, cast::turns(people, network, posts, dice))
    });
    turns.into()
}
