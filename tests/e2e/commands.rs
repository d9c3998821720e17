//! Two hands on one thing, and one hand twice.

use harness::{Server, line};
use serde_json::json;

#[tokio::test]
async fn the_second_of_two_facilitators_is_told_who_was_first() {
    let server = Server::start().await;
    let (one, other) = (server.facilitator("main").await, server.facilitator("main").await);
    let post = line("1");
    server.program().await.pushes(&post).await;
    let (first, second) = tokio::join!(one.shows(&post), other.shows(&post));
    let (done, told) = if first.get("already").is_none() { (first, second) } else { (second, first) };
    assert_eq!(told["already"]["by"], "Noor Haddad");
    assert_eq!(told["already"]["seq"], done["seq"]);
    assert!(told["already"]["at"].as_str().unwrap().starts_with("2026-06-26T12:12"));
}

#[tokio::test]
async fn the_same_key_twice_acts_once() {
    let server = Server::start().await;
    let said = json!({ "session": "main", "text": "Once.", "key": "a-key" });
    let first = server.web.does("submit-post", said.clone()).await.is(200).json();
    let second = server.web.does("submit-post", said).await.is(200).json();
    assert_eq!(first["seq"], second["seq"]);
    assert_eq!(server.web.numbers().await["posts"], 1);
}

#[tokio::test]
async fn words_are_not_written_over_words_that_the_writer_has_not_seen() {
    let server = Server::start().await;
    let (one, other) = (server.facilitator("main").await, server.facilitator("main").await);
    let seen = one.starts_theme("Draft").await["seq"].clone();
    let edit = |title: &str| json!({ "theme": "main-1", "title": title, "expect": seen });
    let newer = other.does("edit-theme", edit("Better")).await.is(200).json()["seq"].clone();
    let refused = one.does("edit-theme", edit("Worse")).await.is(409);
    assert_eq!(refused.header("content-type"), "application/problem+json");
    let refused = refused.json();
    assert_eq!((&refused["by"], &refused["seq"]), (&json!("Noor Haddad"), &newer));
    assert!(refused["at"].is_string() && refused["detail"].as_str().unwrap().contains("Noor Haddad"));
    one.does("edit-theme", json!({ "theme": "main-1", "title": "Best", "expect": newer })).await.is(200);
}

#[tokio::test]
async fn a_read_after_an_answer_sees_what_was_answered() {
    let server = Server::start().await;
    let (program, facilitator) = (server.program().await, server.facilitator("main").await);
    for number in 0..20 {
        let post = line(&number.to_string());
        program.pushes(&post).await;
        facilitator.shows(&post).await;
        server.web.reads(&format!("/post/{}", post.key())).await.is(200);
    }
}

#[tokio::test]
async fn what_does_not_fit_is_refused_in_words_and_nothing_happens() {
    let server = Server::start().await;
    let organiser = server.organiser().await;
    let before = server.state().head;
    for (command, fields, status) in [
        ("no-such-command", json!({}), 404),
        ("show-post", json!({}), 400),
        ("show-post", json!({ "post": "nonsense" }), 400),
        ("show-post", json!({ "post": line("unknown").key() }), 404),
        ("clear-wall", json!({ "session": "elsewhere" }), 404),
        ("clear-wall", json!({ "session": "main", "more": 1 }), 400),
        ("submit-post", json!({ "session": "main", "text": " \u{202e} " }), 400),
        ("submit-post", json!({ "session": "main", "text": "x".repeat(501) }), 400),
        ("announce", json!({ "session": "main", "text": "Over.", "until": "2026-06-26T12:00:00Z" }), 400),
        ("start-theme", json!({ "session": "main" }), 400),
    ] {
        let answer = organiser.does(command, fields).await.is(status);
        assert_eq!(answer.header("content-type"), "application/problem+json", "{}", answer.asked);
        assert!(!answer.json()["detail"].as_str().unwrap().is_empty());
    }
    assert_eq!(server.state().head, before);
}

#[tokio::test]
async fn a_cleared_wall_is_told_at_once_and_clearing_twice_is_clearing_once() {
    let server = Server::start().await;
    let organiser = server.organiser().await;
    let mut wall = server.screen("wall/main").await;
    let mode = wall.page.regions["mode"].clone();
    organiser.does("clear-wall", json!({ "session": "main" })).await.is(200);
    wall.wait_until("another mode", |page| page.regions["mode"] != mode).await;
    let again = organiser.does("clear-wall", json!({ "session": "main" })).await.is(200).json();
    assert_eq!(again["already"]["by"], "First organiser");
    organiser.does("show-wall", json!({ "session": "main" })).await.is(200);
    wall.wait_until("the mode of before", |page| page.regions["mode"] == mode).await;
}
