//! Nobody without the role may.

use backchannel::{domain::AuthorKey, screens::commands::Command};
use harness::{Person, Server, carrier::Carrier, line};
use serde_json::{Value, json};

/// Everybody who might try, on a summit with the sessions `ethics` and `methods`.
const PEOPLE: [&str; 8] = [
    "nobody",
    "participant",
    "technician",
    "facilitator of methods",
    "chair of methods",
    "facilitator of ethics",
    "chair of ethics",
    "organiser",
];

const NOBODY: &[&str] = &[];
const ORGANISERS: &[&str] = &["organiser"];
const MODERATORS: &[&str] = &["facilitator of methods", "facilitator of ethics", "organiser"];
const FACILITATORS: &[&str] = &["facilitator of ethics", "organiser"];
const CHAIRS: &[&str] = &["chair of ethics", "organiser"];
const STAFF: &[&str] = &["facilitator of ethics", "chair of ethics", "organiser"];

/// Who may give a command in `ethics`, and fields for it.
fn command(name: &str) -> (&'static [&'static str], Value) {
    let post = line("1").key();
    let session = json!({ "session": "ethics" });
    let in_session = json!({ "session": "ethics", "post": post });
    match name {
        "show-post" | "hide-post" | "block-author" | "trust-author" => (MODERATORS, json!({ "post": post })),
        "route-post" => (MODERATORS, json!({ "post": post, "sessions": ["ethics"] })),
        "block-domain" => (MODERATORS, json!({ "domain": "spam.example" })),
        "confirm-opt-out" => (MODERATORS, json!({ "author": AuthorKey::of("x", "1").to_string() })),
        "set-word-list" => (MODERATORS, json!({ "words": ["casino"] })),
        "stash-post" | "unstash-post" | "feature-post" | "unfeature-post" => (FACILITATORS, in_session),
        "start-theme" => (FACILITATORS, json!({ "session": "ethics", "title": "A theme" })),
        "edit-theme" => (FACILITATORS, json!({ "theme": "ethics-1", "title": "A better theme" })),
        "gather-post" => (FACILITATORS, json!({ "theme": "ethics-1", "post": post })),
        "pin-theme" => (FACILITATORS, json!({ "theme": "ethics-1" })),
        "set-author-cap" => (FACILITATORS, json!({ "session": "ethics", "cap": 2 })),
        "set-policy" => (FACILITATORS, json!({ "session": "ethics", "policy": "open" })),
        "review-pin" => (CHAIRS, json!({ "theme": "ethics-1", "review": "parked" })),
        "write-conclusion" => (STAFF, json!({ "theme": "ethics-1", "text": "So be it." })),
        "announce" => (STAFF, json!({ "session": "ethics", "text": "Coffee." })),
        "clear-wall" | "show-wall" | "hold-wall" | "release-wall" | "end-announcement" => (STAFF, session),
        "invite" => (ORGANISERS, json!({ "name": "Somebody", "role": "technician" })),
        "set-languages" => (ORGANISERS, json!({ "languages": ["en"] })),
        "choose-tags" => (ORGANISERS, json!({ "rule": "#summit" })),
        "opt-out" => (&PEOPLE, json!({ "network": "mastodon", "handle": "amara@social.example" })),
        "submit-post" => (&PEOPLE, json!({ "session": "ethics", "text": "Hello." })),
        // Whoever holds the private link of a post may; nobody does here.
        "withdraw-mine" => (NOBODY, json!({ "token": "unknown" })),
        unknown => panic!("say here who may {unknown}"),
    }
}

async fn people(server: &Server) -> Vec<(&'static str, Person)> {
    let mut people = Vec::new();
    for name in PEOPLE {
        let person = match name.split_once(" of ") {
            Some((role, session)) => server.invited(role, session).await,
            None if name == "nobody" => server.participant("ethics"),
            None => server.invited(name, "ethics").await,
        };
        people.push((name, person));
    }
    people
}

#[tokio::test]
async fn every_command_is_for_its_roles_alone() {
    let server = Server::summit().await;
    server.program().await.pushes(&line("1").says("A post. #ethics")).await;
    for (who, person) in people(&server).await {
        for name in Command::NAMES {
            let (may, fields) = command(name);
            let answer = person.does(name, fields).await;
            assert_eq!(answer.status != 403, may.contains(&who), "{who}: {}: {}", answer.asked, answer.body);
        }
    }
}

#[tokio::test]
async fn every_staff_page_and_stream_is_for_its_roles_alone() {
    let server = Server::summit().await;
    for (who, person) in people(&server).await {
        for (path, may) in [("/console/ethics", STAFF), ("/chair/ethics", CHAIRS), ("/setup", ORGANISERS)] {
            let status = person.reads(path).await.status;
            assert_eq!(status, if may.contains(&who) { 200 } else { 403 }, "{who} at {path}");
        }
        for stream in ["/stream/console/ethics", "/stream/chair/ethics"] {
            let refused = Carrier::socket(&person.web, stream, None).await.err();
            let expected = (!STAFF.contains(&who)).then_some(403);
            assert_eq!(refused, expected, "{who} at {stream}");
            let events = person.request(reqwest::Method::GET, stream).header("accept", "text/event-stream");
            assert_eq!(
                events.send().await.unwrap().status() == 200,
                STAFF.contains(&who),
                "{who} at {stream}"
            );
        }
    }
}
