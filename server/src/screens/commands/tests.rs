//! Who may do what, and what each command answers when there is nothing to do.

use serde_json::{Value, json};

use super::{Caller, Command};
use crate::{
    domain::{
        Act, Actor, At, Draft, Entry, Event, Login, PersonId, PostKey, Refusal, Role, Seq, SessionId, Verdict,
        present::{Present as _, Standing},
    },
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
        let scheduled = json!({ "SessionScheduled": { "id": id, "name": id, "mark": "circle", "rooms": [] } });
        happened(&mut state, event(scheduled));
    }
    for (network, id, verdict) in [("x", "1", json!({ "held": "new" })), ("x", "2", json!("shown")), ("room", "form-1", json!("shown"))] {
        let author = json!({ "handle": format!("author{id}"), "name": "Amara" });
        let post = json!({ "network": network, "id": id, "kind": "post", "author": author, "text": "Consent", "created_at": 1 });
        happened(&mut state, event(json!({ "PostArrived": { "post": post, "verdict": verdict, "sessions": ["ethics"] } })));
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
        ("choose-tags", json!({ "rule": "some AND summit" }), May::Organise, true),
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

#[test]
fn every_command_stands_in_the_table() {
    let names: Vec<_> = table().into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, Command::NAMES);
}

#[test]
fn each_command_is_for_the_roles_that_it_is_for() {
    for (name, fields, may, _) in table() {
        let mut state = conference();
        before(&mut state, name);
        for (column, who) in EVERYBODY.into_iter().enumerate() {
            let answer = ask(&state, who, name, fields.clone());
            let allowed = may as u8 >> column & 1 == 1;
            assert_eq!(answer.is_ok(), allowed, "{name} by {who:?}: {answer:?}");
            assert!(allowed || matches!(answer, Err(Refusal::NotAllowed(_))), "{name} by {who:?}: {answer:?}");
        }
    }
}

#[test]
fn what_is_done_already_is_answered_with_who_did_it() {
    for (name, fields, _, once) in table() {
        let mut state = conference();
        before(&mut state, name);
        decided(&mut state, name, fields.clone());
        let again = ask(&state, ORGANISER, name, fields);
        assert_eq!(matches!(again, Err(Refusal::Already(Act { .. }))), once, "{name}: {again:?}");
    }
}

#[test]
fn a_text_written_against_an_older_version_is_refused_and_says_who_was_faster() {
    for (name, field) in [("edit-theme", "title"), ("write-conclusion", "text")] {
        let mut state = conference();
        let written = state.content.boards.theme(&"ethics-1".parse().unwrap()).unwrap().written().seq.0;
        decided(&mut state, name, json!({ "theme": "ethics-1", field: "First", "expect": written }));
        let late = ask(&state, ORGANISER, name, json!({ "theme": "ethics-1", field: "Second", "expect": written }));
        assert!(matches!(&late, Err(Refusal::Moved(act)) if act.seq == state.head), "{name}: {late:?}");
        decided(&mut state, name, json!({ "theme": "ethics-1", field: "Second", "expect": state.head }));
    }
}

/// The table's fields with one of them replaced.
fn with(fields: &Value, field: &str, value: Value) -> Option<Value> {
    let mut fields = fields.clone();
    *fields.get_mut(field)? = value;
    Some(fields)
}

#[test]
fn what_is_unknown_is_said_to_be() {
    let nobody = PostKey::of("x", "never");
    let unknown = [("post", json!(nobody)), ("session", json!("nowhere")), ("theme", json!("ethics-99"))];
    for (name, fields, ..) in table() {
        for (field, value) in &unknown {
            let Some(fields) = with(&fields, field, value.clone()) else { continue };
            let mut state = conference();
            before(&mut state, name);
            let answer = ask(&state, ORGANISER, name, fields);
            let quiet = *field == "session" && name.starts_with("un");
            assert!(quiet || matches!(answer, Err(Refusal::Unknown { .. })), "{name} with {field}: {answer:?}");
        }
    }
}

#[test]
fn a_withdrawn_post_is_said_to_be() {
    let mut state = conference();
    happened(&mut state, Event::PostWithdrawn { post: waiting() });
    for (name, fields, ..) in table() {
        let Some(fields) = with(&fields, "post", json!(waiting())) else { continue };
        let answer = ask(&state, ORGANISER, name, fields);
        assert!(matches!(answer, Err(Refusal::Withdrawn { .. })), "{name}: {answer:?}");
    }
}

#[test]
fn a_repost_leads_to_its_original_and_leaves_with_it() {
    let mut state = conference();
    let author = json!({ "handle": "rana", "name": "Rana" });
    let post = json!({ "network": "x", "id": "3", "kind": "repost", "author": author, "text": "", "created_at": 1 });
    let arrival = json!({ "post": post, "verdict": "shown", "sessions": ["ethics"], "into": waiting() });
    happened(&mut state, event(json!({ "PostArrived": arrival })));
    let show = |state: &State| ask(state, ORGANISER, "show-post", json!({ "post": PostKey::of("x", "3") }));
    assert_eq!(show(&state), Ok(Event::PostShown { post: waiting() }));
    happened(&mut state, Event::PostWithdrawn { post: waiting() });
    assert!(matches!(show(&state), Err(Refusal::Unknown { .. })));
}

#[test]
fn texts_have_a_limit_and_must_say_something() {
    let reviewed = json!({ "theme": "ethics-1", "review": "parked", "words": "" });
    let summary = json!({ "theme": "ethics-1", "title": "Assent", "summary": "" });
    let why = json!({ "post": waiting(), "why": "" });
    let limits = [
        ("announce", "text", 140, None),
        ("block-author", "why", 200, Some(why.clone())),
        ("edit-theme", "summary", 600, Some(summary)),
        ("edit-theme", "title", 120, None),
        ("hide-post", "why", 200, Some(why)),
        ("invite", "name", 80, None),
        ("review-pin", "words", 200, Some(reviewed)),
        ("start-theme", "title", 120, None),
        ("submit-post", "text", 500, None),
        ("write-conclusion", "text", 400, None),
    ];
    for (name, field, limit, fields) in limits {
        let usual = || table().into_iter().find(|(other, ..)| *other == name).map(|(_, fields, ..)| fields);
        let fields = fields.or_else(usual).unwrap();
        let answer = |text: String| ask(&conference(), ORGANISER, name, with(&fields, field, json!(text)).unwrap());
        assert!(answer("é".repeat(limit)).is_ok(), "{name} {field} of {limit}");
        for text in ["é".repeat(limit + 1), " \n".into()] {
            let refused = answer(text);
            assert!(matches!(&refused, Err(Refusal::Invalid { field: at, .. }) if *at == field), "{name}: {refused:?}");
        }
    }
}

#[test]
fn a_pin_is_sent_back_only_with_a_word_and_a_draft_is_not_reviewed() {
    let review = |theme, review| ask(&conference(), ORGANISER, "review-pin", json!({ "theme": theme, "review": review }));
    assert!(matches!(review("ethics-1", "sent_back"), Err(Refusal::Invalid { field: "words", .. })));
    assert!(matches!(review("ethics-2", "discussing"), Err(Refusal::Invalid { field: "theme", .. })));
}

#[test]
fn what_a_blocked_table_says_is_hidden() {
    let mut state = conference();
    let said = json!({ "session": "ethics", "text": "Hello", "table": 6 });
    let Ok(Event::PostArrived(first)) = ask(&state, None, "submit-post", said.clone()) else { panic!("it arrives") };
    happened(&mut state, Event::AuthorBlocked { author: first.post.author_key(), why: None });
    assert_eq!(state.standing(first.post.author_key()), Standing::Blocked);
    let Ok(Event::PostArrived(next)) = ask(&state, None, "submit-post", said) else { panic!("it arrives") };
    assert_eq!(next.verdict, Verdict::Hidden);
}
