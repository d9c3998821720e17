//! What may happen at a conference, one step at a time.

use backchannel::{
    domain::{AuthorKey, At, Event, Kind, Network, Policy, Post, PostKey},
    pipeline::Input,
    screens::commands::Command,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::conference::{SESSIONS, caller, post, scheduled, session};

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

/// What the fields of a command are picked with.
#[derive(Clone, Copy, Debug)]
pub struct Picks {
    pub network: usize,
    pub id: usize,
    pub session: usize,
    pub theme: u32,
    pub choice: usize,
}

/// Mostly the same one, so that things meet.
fn network() -> impl Strategy<Value = usize> {
    prop_oneof![5 => Just(0usize), 1 => Just(1usize)]
}

pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec(step(), 1..most)
}

pub fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => a_post(),
        5 => a_repost(),
        2 => withdrawal(),
        12 => command(),
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
        |(network, id, version, followers, keyword, reply)| Step::Post { network, id, version, followers, keyword, reply },
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

pub fn command() -> impl Strategy<Value = Step> {
    let often = &["start-theme", "gather-post", "pin-theme", "review-pin", "feature-post"][..];
    let name = prop_oneof![3 => prop::sample::select(Command::NAMES), 2 => prop::sample::select(often)];
    // Mostly people who may, so that most commands do something.
    let by = prop_oneof![6 => Just(0usize), 1 => 1..super::conference::CALLERS];
    let session = prop_oneof![3 => Just(1usize), 1 => 0..SESSIONS.len()];
    let picks = (network(), 0..IDS, session, 1..4u32, 0..5usize).prop_map(
        |(network, id, session, theme, choice)| Picks { network, id, session, theme, choice },
    );
    (by, name, picks).prop_map(|(by, name, picks)| Step::Command { by, name, picks })
}

impl Step {
    /// The input that brings this step about at `at`, as number `n` of its run. Time alone is no input.
    pub fn input(&self, n: usize, at: At) -> Option<Input> {
        Some(match self {
            Self::Post { .. } | Self::Repost { .. } => Input::Post(Box::new(self.post(at)?)),
            Self::Withdrawal { network, id } => Input::Withdrawal(key(*network, *id)),
            Self::Command { by, name, picks } => Input::Command(Box::new(picks.command(name, n)), caller(*by, at)),
            Self::Session { n, open } => {
                let policy = if *open { Policy::Open } else { Policy::Reviewed };
                fact(Event::SessionScheduled(scheduled(*n, policy)))
            }
            Self::Trusted { network, author } => fact(Event::AuthorTrusted { author: author_key(*network, *author) }),
            Self::OptedOut { network, author } => fact(Event::AuthorOptedOut { author: author_key(*network, *author) }),
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

fn post_of(network: usize, id: usize) -> Post {
    post(network, id, At(0))
}

fn author_key(network: usize, author: usize) -> AuthorKey {
    post_of(network, author).author_key()
}

fn fact(event: Event) -> Input {
    Input::Fact(Box::new(event))
}

impl Picks {
    fn command(&self, name: &'static str, n: usize) -> Command {
        let mut command = Command::read(name, self.fields(name)).expect("the fields fit the command");
        match &mut command {
            Command::SubmitPost(post) => post.numbered(format!("form-{n}")),
            Command::Invite(invite) => invite.sealed(format!("secret-{n}")),
            _ => {}
        }
        command
    }

    fn fields(&self, name: &str) -> Value {
        let (post, session) = (key(self.network, self.id), session(self.session));
        let theme = format!("{session}-{}", self.theme);
        let by = post_of(self.network, self.id);
        let pick = |of: &[&'static str]| of[self.choice % of.len()];
        let some = |of: &[&'static str]| of[..self.choice.min(of.len())].to_vec();
        let titled = ["Consent", "Tools", "Learners", "Anonymity", "Reach"][self.choice];
        match name {
            "show-post" | "hide-post" | "block-author" | "trust-author" => json!({ "post": post }),
            "stash-post" | "unstash-post" | "feature-post" | "unfeature-post" => {
                json!({ "session": session, "post": post })
            }
            "route-post" => json!({ "post": post, "sessions": some(&SESSIONS) }),
            "start-theme" if self.choice < 2 => json!({ "session": session, "title": titled }),
            "start-theme" => json!({ "session": session, "title": titled, "post": post }),
            "gather-post" => json!({ "theme": theme, "post": post }),
            "edit-theme" => json!({ "theme": theme, "title": titled, "summary": "In short." }),
            "pin-theme" => json!({ "theme": theme }),
            "review-pin" => json!({ "theme": theme, "review": self.review(), "words": "Say more." }),
            "write-conclusion" => json!({ "theme": theme, "text": titled }),
            "announce" => json!({ "session": session, "text": titled }),
            "block-domain" => json!({ "domain": pick(&["spam.example", "news.example"]) }),
            "choose-tags" => json!({ "rule": pick(&["summit14", "summit14 OR ethics"]) }),
            "opt-out" => json!({ "network": by.network.as_str(), "handle": by.author.handle }),
            "confirm-opt-out" => json!({ "author": by.author_key() }),
            "set-author-cap" => json!({ "session": session, "cap": self.choice + 1 }),
            "set-languages" => json!({ "languages": some(&["en", "fr"]) }),
            "set-word-list" => json!({ "words": some(&["corrected", "badword"]) }),
            "withdraw-mine" => json!({ "token": format!("form-{}", self.id * 4 + self.choice) }),
            "set-policy" => json!({ "session": session, "policy": pick(&["open", "reviewed"]) }),
            "submit-post" => json!({ "session": session, "text": "From the room", "table": self.choice + 1 }),
            "invite" => json!({ "name": "Sunniva", "role": "facilitator", "session": session }),
            "clear-wall" | "show-wall" | "hold-wall" | "release-wall" | "end-announcement" => json!({ "session": session }),
            unknown => panic!("the laws do not know the command {unknown} yet: say here what its fields are"),
        }
    }

    fn review(&self) -> &'static str {
        ["waiting", "discussing", "discussed", "parked", "sent_back"][self.choice]
    }
}

/// Whether a post's network and id are those of a repost without an id, whose words alone say what it repeats.
pub fn repeats_by_words(steps: &[Step], of: (&Network, usize)) -> bool {
    let networks = [Network::X, Network::MASTODON];
    steps.iter().any(|step| match step {
        Step::Repost { network, names: Names::Words(original), .. } => (networks[*network], *original) == (of.0.as_str(), of.1),
        _ => false,
    })
}
