//! What may happen at a conference, one step at a time.

use backchannel::{
    domain::{At, AuthorKey, Event, Kind, Policy, Post, PostKey},
    pipeline::Input,
};
use proptest::prelude::*;

use super::{
    acts::{Picks, command, network},
    conference::{SESSIONS, caller, post, scheduled},
};

/// Posts of their own have these ids, reposts those from here to [`IDS`].
pub const ORIGINALS: usize = 4;
pub const IDS: usize = 7;

#[derive(Clone, Debug)]
pub enum Step {
    Post { network: usize, id: usize, version: usize, followers: u64, keyword: Option<usize>, reply: bool },
    Repost { network: usize, id: usize, names: Names },
    Withdrawal { network: usize, id: usize },
    Command { by: usize, name: &'static str, picks: Picks },
    Session { n: usize, open: bool },
    Trusted { network: usize, author: usize },
    OptedOut { network: usize, author: usize },
    AuthorGone { network: usize, author: usize },
    RehearsalStarted,
    RehearsalEnded,
    TimePasses { minutes: i64 },
}

/// How a repost says what it repeats.
#[derive(Clone, Copy, Debug)]
pub enum Names {
    Original(usize),
    Itself,
    /// No id: only the words are the same.
    Words(usize),
}

/// From nothing, or in the middle of a lively session.
pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let from_nothing = prop::collection::vec(step(), 1..most);
    let later = prop::collection::vec(step(), 1..most).prop_map(|steps| [lively(), steps].concat());
    prop_oneof![from_nothing, later]
}

/// Posts, reposts whose originals may still come, and two themes on the board: whatever happens next meets something.
fn lively() -> Vec<Step> {
    let post = |id| Step::Post { network: 0, id, version: 0, followers: 0, keyword: Some(1), reply: false };
    let repost = |id, original| Step::Repost { network: 0, id, names: Names::Original(original) };
    let act = |name, id, theme| {
        let picks = Picks { network: 0, id, session: 1, theme, choice: 2 };
        Step::Command { by: 0, name, picks }
    };
    vec![
        post(0),
        repost(ORIGINALS, 2),
        repost(ORIGINALS + 1, 3),
        repost(ORIGINALS + 2, 0),
        act("start-theme", 0, 1),
        act("start-theme", ORIGINALS, 2),
        act("feature-post", ORIGINALS + 1, 1),
        act("pin-theme", 0, 1),
        act("pin-theme", 0, 2),
        act("review-pin", 0, 1),
    ]
}

pub fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => a_post(),
        5 => a_repost(),
        2 => withdrawal(),
        20 => command(),
        1 => (0..SESSIONS.len(), any::<bool>()).prop_map(|(n, open)| Step::Session { n, open }),
        1 => (0..2usize, 0..3usize).prop_map(|(network, author)| Step::Trusted { network, author }),
        1 => (0..2usize, 0..3usize).prop_map(|(network, author)| Step::OptedOut { network, author }),
        1 => (0..2usize, 0..3usize).prop_map(|(network, author)| Step::AuthorGone { network, author }),
        1 => Just(Step::RehearsalStarted),
        1 => Just(Step::RehearsalEnded),
        1 => (1..40i64).prop_map(|minutes| Step::TimePasses { minutes }),
    ]
}

pub fn a_post() -> impl Strategy<Value = Step> {
    let keyword = prop::option::weighted(0.3, 0..SESSIONS.len());
    (network(), 0..ORIGINALS, 0..3usize, 0..3u64, keyword, any::<bool>()).prop_map(
        |(network, id, version, followers, keyword, reply)| Step::Post {
            network,
            id,
            version,
            followers,
            keyword,
            reply,
        },
    )
}

pub fn a_repost() -> impl Strategy<Value = Step> {
    let names = prop_oneof![
        6 => (0..IDS).prop_map(Names::Original),
        1 => Just(Names::Itself),
        2 => (0..ORIGINALS).prop_map(Names::Words),
    ];
    (network(), ORIGINALS..IDS, names).prop_map(|(network, id, names)| Step::Repost { network, id, names })
}

pub fn withdrawal() -> impl Strategy<Value = Step> {
    (network(), 0..IDS).prop_map(|(network, id)| Step::Withdrawal { network, id })
}

impl Step {
    /// The input that brings this step about at `at`, as number `n` of its run. Time alone is no input.
    pub fn input(&self, n: usize, at: At) -> Option<Input> {
        Some(match self {
            Self::Post { .. } | Self::Repost { .. } => Input::Post(Box::new(self.post(at)?)),
            Self::Withdrawal { network, id } => Input::Withdrawal(key(*network, *id)),
            Self::Command { by, name, picks } => {
                Input::Command(Box::new(picks.command(name, n)), caller(*by, at))
            }
            Self::Session { n, open } => {
                let policy = if *open { Policy::Open } else { Policy::Reviewed };
                fact(Event::SessionScheduled(scheduled(*n, policy)))
            }
            Self::Trusted { network, author } => {
                fact(Event::AuthorTrusted { author: author_key(*network, *author) })
            }
            Self::OptedOut { network, author } => {
                fact(Event::AuthorOptedOut { author: author_key(*network, *author) })
            }
            Self::AuthorGone { network, author } => Input::AuthorGone(author_key(*network, *author)),
            Self::RehearsalStarted => fact(Event::RehearsalStarted),
            Self::RehearsalEnded => fact(Event::RehearsalEnded),
            Self::TimePasses { .. } => return None,
        })
    }

    /// The post that this step brings.
    pub fn post(&self, at: At) -> Option<Post> {
        match self {
            Self::Post { network, id, version, followers, keyword, reply } => {
                let mut post = post(*network, *id, at);
                post.text += ["", " Corrected.", " See https://spam.example/more"][*version];
                post.author.followers = post.author.followers.map(|some| some + followers);
                post.hashtags.extend(keyword.map(|n| SESSIONS[n].to_owned()));
                if *reply {
                    post.kind = Kind::Reply;
                }
                Some(post)
            }
            Self::Repost { network, id, names } => Some(repost(*network, *id, *names, at)),
            _ => None,
        }
    }

    /// How long it takes until the next.
    pub fn minutes(&self) -> i64 {
        if let Self::TimePasses { minutes } = self { *minutes } else { 1 }
    }
}

fn repost(network: usize, id: usize, names: Names, at: At) -> Post {
    let of = |original| (post(network, original, at).text, Some(original.to_string()));
    let (text, repost_of) = match names {
        Names::Original(original) => of(original),
        Names::Itself => of(id),
        Names::Words(original) => (of(original).0, None),
    };
    Post { kind: Kind::Repost, text: format!("RT @somebody: {text}"), repost_of, ..post(network, id, at) }
}

pub fn key(network: usize, id: usize) -> PostKey {
    post_of(network, id).key()
}

pub fn post_of(network: usize, id: usize) -> Post {
    post(network, id, At(0))
}

fn author_key(network: usize, author: usize) -> AuthorKey {
    post_of(network, author).author_key()
}

fn fact(event: Event) -> Input {
    Input::Fact(Box::new(event))
}
