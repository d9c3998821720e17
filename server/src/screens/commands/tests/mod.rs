//! The commands at a small conference: who may give them, and what they answer.

mod answers;
mod texts;
mod who;

use serde_json::{Value, json};

use super::{Caller, Command};
use crate::{
    domain::{Actor, At, Draft, Entry, Event, Login, PersonId, PostKey, Refusal, Role, Seq, SessionId},
    projections::State,
};

/// Who asks: nobody signed in, or a role and the session they work in.
type Who = Option<(Role, Option<&'static str>)>;

const ORGANISER: Who = Some((Role::Organiser, None));
const EVERYBODY: [Who; 8] = [
    None,
    Some((Role::Participant, None)),
    Some((Role::Technician, None)),
    Some((Role::Facilitator, Some("teaching"))),
    Some((Role::Chair, Some("teaching"))),
    Some((Role::Facilitator, Some("ethics"))),
    Some((Role::Chair, Some("ethics"))),
    ORGANISER,
];

fn caller(who: Who) -> Caller {
    let login = who.map(|(role, session)| Login {
        person: PersonId(Seq(1)),
        name: "Ingrid".into(),
        role,
        sessions: session.into_iter().map(slug).collect(),
    });
    Caller { login, at: At(1_000) }
}

fn slug(id: &str) -> SessionId {
    id.parse().unwrap()
}

fn waiting() -> PostKey {
    PostKey::of("x", "1")
}

fn shown() -> PostKey {
    PostKey::of("x", "2")
}

fn happened(state: &mut State, event: Event) {
    let draft = Draft { at: At(1_000), actor: Actor::System, key: None, event };
    state.apply(&Entry::new(state.head.next(), draft));
}

fn event(json: Value) -> Event {
    serde_json::from_value(json).unwrap()
}

/// Two sessions; a post that waits and one that is shown; a theme that is pinned and a draft; a form's post `form-1`; a
/// request to be left out.
fn conference() -> State {
    let mut state = State::default();
    for id in ["ethics", "teaching"] {
        let scheduled =
            json!({ "SessionScheduled": { "id": id, "name": id, "mark": "circle", "rooms": [] } });
        happened(&mut state, event(scheduled));
    }
    for (network, id, verdict) in
        [("x", "1", json!({ "held": "new" })), ("x", "2", json!("shown")), ("room", "form-1", json!("shown"))]
    {
        let author = json!({ "handle": format!("author{id}"), "name": "Amara" });
        let post = json!({ "network": network, "id": id, "kind": "post", "author": author, "text": "Consent", "created_at": 1 });
        happened(
            &mut state,
            event(json!({ "PostArrived": { "post": post, "verdict": verdict, "sessions": ["ethics"] } })),
        );
    }
    for theme in ["ethics-1", "ethics-2"] {
        happened(&mut state, event(json!({ "ThemeStarted": { "theme": theme, "title": "Consent" } })));
    }
    happened(&mut state, event(json!({ "ThemePinned": { "theme": "ethics-1" } })));
    decided(&mut state, "opt-out", json!({ "network": "x", "handle": "author2" }));
    state
}

fn ask(state: &State, who: Who, name: &str, fields: Value) -> Result<Event, Refusal> {
    Command::read(name, fields).unwrap_or_else(|why| panic!("{name}: {why}")).decide(state, &caller(who))
}

/// An organiser does this.
fn decided(state: &mut State, name: &str, fields: Value) {
    let event = ask(state, ORGANISER, name, fields).unwrap_or_else(|why| panic!("{name}: {why}"));
    happened(state, event);
}

/// Who may, in the columns of [`EVERYBODY`].
#[derive(Clone, Copy)]
enum May {
    All = 0b1111_1111,
    Moderate = 0b1010_1000,
    Facilitate = 0b1010_0000,
    Chair = 0b1100_0000,
    Run = 0b1110_0000,
    Organise = 0b1000_0000,
}

/// Each command as it is done once: its fields, who may, and whether a second time there is nothing left to do.
fn table() -> Vec<(&'static str, Value, May, bool)> {
    let here = || json!({ "session": "ethics" });
    let of = |post: PostKey| json!({ "post": post });
    let in_session = |post: PostKey| json!({ "session": "ethics", "post": post });
    let author = conference().content.posts.get(shown()).unwrap().post.author_key();
    vec![
        ("announce", json!({ "session": "ethics", "text": "Coffee" }), May::Run, false),
        ("block-author", of(waiting()), May::Moderate, true),
        ("block-domain", json!({ "domain": "spam.example" }), May::Moderate, true),
        ("choose-tags", json!({ "rule": "#some AND #summit" }), May::Organise, true),
        ("clear-wall", here(), May::Run, true),
        ("confirm-opt-out", json!({ "author": author }), May::Moderate, false),
        ("edit-theme", json!({ "theme": "ethics-1", "title": "Assent" }), May::Facilitate, true),
        ("end-announcement", here(), May::Run, true),
        ("feature-post", in_session(waiting()), May::Facilitate, true),
        ("gather-post", json!({ "theme": "ethics-1", "post": waiting() }), May::Facilitate, true),
        ("hide-post", of(waiting()), May::Moderate, true),
        ("hold-wall", here(), May::Run, true),
        ("invite", json!({ "name": "Sunniva", "role": "chair" }), May::Organise, false),
        ("opt-out", json!({ "network": "x", "handle": "somebody" }), May::All, true),
        ("pin-theme", json!({ "theme": "ethics-2" }), May::Facilitate, true),
        ("release-wall", here(), May::Run, true),
        ("review-pin", json!({ "theme": "ethics-1", "review": "discussing" }), May::Chair, true),
        ("route-post", json!({ "post": waiting(), "sessions": ["teaching"] }), May::Moderate, true),
        ("set-author-cap", json!({ "session": "ethics", "cap": 7 }), May::Facilitate, true),
        ("set-languages", json!({ "languages": ["en"] }), May::Organise, true),
        ("set-policy", json!({ "session": "ethics", "policy": "open" }), May::Facilitate, true),
        ("set-word-list", json!({ "words": ["spamword"] }), May::Moderate, true),
        ("show-post", of(waiting()), May::Moderate, true),
        ("show-wall", here(), May::Run, true),
        ("start-theme", json!({ "session": "ethics", "title": "Tools" }), May::Facilitate, false),
        ("stash-post", in_session(waiting()), May::Facilitate, true),
        ("submit-post", json!({ "session": "ethics", "text": "From table 6" }), May::All, false),
        ("trust-author", of(waiting()), May::Moderate, true),
        ("unfeature-post", in_session(shown()), May::Facilitate, true),
        ("unstash-post", in_session(shown()), May::Facilitate, true),
        ("withdraw-mine", json!({ "token": "form-1" }), May::All, false),
        ("write-conclusion", json!({ "theme": "ethics-1", "text": "We ask first." }), May::Run, true),
    ]
}

/// What undoes it must have something to undo.
fn before(state: &mut State, name: &str) {
    let opposite = match name {
        "end-announcement" => ("announce", json!({ "session": "ethics", "text": "Lunch" })),
        "release-wall" => ("hold-wall", json!({ "session": "ethics" })),
        "show-wall" => ("clear-wall", json!({ "session": "ethics" })),
        "unfeature-post" => ("feature-post", json!({ "session": "ethics", "post": shown() })),
        "unstash-post" => ("stash-post", json!({ "session": "ethics", "post": shown() })),
        _ => return,
    };
    decided(state, opposite.0, opposite.1);
}

/// The table's fields with one of them replaced.
fn with(fields: &Value, field: &str, value: Value) -> Option<Value> {
    let mut fields = fields.clone();
    *fields.get_mut(field)? = value;
    Some(fields)
}
