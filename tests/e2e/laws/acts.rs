//! What people do, with fields picked at random.

use backchannel::screens::commands::Command;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{
    conference::{CALLERS, SESSIONS, session},
    steps::{IDS, Step, key, post_of},
};

/// What a chair does with a pin, mostly to discuss it.
const REVIEWS: [&str; 6] = ["waiting", "parked", "discussing", "discussed", "sent_back", "discussing"];

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
pub fn network() -> impl Strategy<Value = usize> {
    prop_oneof![5 => Just(0usize), 1 => Just(1usize)]
}

pub fn command() -> impl Strategy<Value = Step> {
    let often = &["start-theme", "gather-post", "pin-theme", "review-pin", "review-pin", "feature-post"][..];
    let name = prop_oneof![3 => prop::sample::select(Command::NAMES), 2 => prop::sample::select(often)];
    // Mostly people who may, so that most commands do something.
    let by = prop_oneof![6 => Just(0usize), 1 => 1..CALLERS];
    let session = prop_oneof![3 => Just(1usize), 1 => 0..SESSIONS.len()];
    let picks = (network(), 0..IDS, session, 1..4u32, 0..REVIEWS.len())
        .prop_map(|(network, id, session, theme, choice)| Picks { network, id, session, theme, choice });
    (by, name, picks).prop_map(|(by, name, picks)| Step::Command { by, name, picks })
}

impl Picks {
    /// The command of this name, as number `n` of its run.
    pub fn command(&self, name: &'static str, n: usize) -> Command {
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
        let titled = pick(&["Consent", "Tools", "Learners", "Anonymity", "Reach"]);
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
            "review-pin" => json!({ "theme": theme, "review": pick(&REVIEWS), "words": "Say more." }),
            "write-conclusion" => json!({ "theme": theme, "text": titled }),
            "announce" => json!({ "session": session, "text": titled }),
            "block-domain" => json!({ "domain": pick(&["spam.example", "news.example"]) }),
            "choose-tags" => json!({ "rule": pick(&["#summit14", "#summit14 OR #ethics"]) }),
            "opt-out" => json!({ "network": by.network.as_str(), "handle": by.author.handle }),
            "confirm-opt-out" => json!({ "author": by.author_key() }),
            "set-author-cap" => json!({ "session": session, "cap": self.choice + 1 }),
            "set-languages" => json!({ "languages": some(&["en", "fr"]) }),
            "set-word-list" => json!({ "words": some(&["corrected", "badword"]) }),
            "withdraw-mine" => json!({ "token": format!("form-{}", self.id * 4 + self.choice) }),
            "set-policy" => json!({ "session": session, "policy": pick(&["open", "reviewed"]) }),
            "submit-post" => json!({ "session": session, "text": "From the room", "table": self.choice + 1 }),
            "invite" => json!({ "name": "Sunniva", "role": "facilitator", "session": session }),
            "clear-wall" | "show-wall" | "hold-wall" | "release-wall" | "end-announcement" => {
                json!({ "session": session })
            }
            unknown => panic!("the laws do not know the command {unknown} yet: say here what its fields are"),
        }
    }
}
