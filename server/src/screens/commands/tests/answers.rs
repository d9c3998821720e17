//! What a command answers where it cannot do what was asked.

use serde_json::json;

use super::{ORGANISER, ask, before, conference, decided, event, happened, table, waiting, with};
use crate::{
    domain::{Act, Event, PostKey, Refusal},
    projections::State,
};

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
        let late =
            ask(&state, ORGANISER, name, json!({ "theme": "ethics-1", field: "Second", "expect": written }));
        assert!(matches!(&late, Err(Refusal::Moved(act)) if act.seq == state.head), "{name}: {late:?}");
        let seen = state.head;
        decided(&mut state, name, json!({ "theme": "ethics-1", field: "Second", "expect": seen }));
    }
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
            assert!(
                quiet || matches!(answer, Err(Refusal::Unknown { .. })),
                "{name} with {field}: {answer:?}"
            );
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
    let post =
        json!({ "network": "x", "id": "3", "kind": "repost", "author": author, "text": "", "created_at": 1 });
    let arrival = json!({ "post": post, "verdict": "shown", "sessions": ["ethics"], "into": waiting() });
    happened(&mut state, event(json!({ "PostArrived": arrival })));
    let show = |state: &State| ask(state, ORGANISER, "show-post", json!({ "post": PostKey::of("x", "3") }));
    assert_eq!(show(&state), Ok(Event::PostShown { post: waiting() }));
    happened(&mut state, Event::PostWithdrawn { post: waiting() });
    assert!(matches!(show(&state), Err(Refusal::Unknown { .. })));
}
