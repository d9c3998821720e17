//! What people write, and what is made of it.

use serde_json::json;

use super::{ORGANISER, ask, conference, happened, table, waiting, with};
use crate::domain::{
    Event, Refusal, Verdict,
    present::{Present as _, Standing},
};

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
        let answer =
            |text: String| ask(&conference(), ORGANISER, name, with(&fields, field, json!(text)).unwrap());
        assert!(answer("é".repeat(limit)).is_ok(), "{name} {field} of {limit}");
        for text in ["é".repeat(limit + 1), " \n".into()] {
            let refused = answer(text);
            assert!(
                matches!(&refused, Err(Refusal::Invalid { field: at, .. }) if *at == field),
                "{name}: {refused:?}"
            );
        }
    }
}

#[test]
fn a_pin_is_sent_back_only_with_a_word_and_a_draft_is_not_reviewed() {
    let review = |theme, review| {
        ask(&conference(), ORGANISER, "review-pin", json!({ "theme": theme, "review": review }))
    };
    assert!(matches!(review("ethics-1", "sent_back"), Err(Refusal::Invalid { field: "words", .. })));
    assert!(matches!(review("ethics-2", "discussing"), Err(Refusal::Invalid { field: "theme", .. })));
}

#[test]
fn what_a_blocked_table_says_is_hidden() {
    let mut state = conference();
    let said = json!({ "session": "ethics", "text": "Hello", "table": 6 });
    let Ok(Event::PostArrived(first)) = ask(&state, None, "submit-post", said.clone()) else {
        panic!("it arrives")
    };
    happened(&mut state, Event::AuthorBlocked { author: first.post.author_key(), why: None });
    assert_eq!(state.standing(first.post.author_key()), Standing::Blocked);
    let Ok(Event::PostArrived(next)) = ask(&state, None, "submit-post", said) else { panic!("it arrives") };
    assert_eq!(next.verdict, Verdict::Hidden);
}
