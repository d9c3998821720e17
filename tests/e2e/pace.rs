//! A flood at the room form.

use harness::{Answer, Server, Web};
use reqwest::Method;
use serde_json::json;

/// Sends a post as a proxy on this machine passes it on.
async fn submits_from(web: &Web, address: &str, text: &str) -> Answer {
    let request = web.request(Method::POST, "/commands/submit-post").header("x-forwarded-for", address);
    Answer::to(text.to_owned(), request.json(&json!({ "session": "main", "text": text }))).await
}

#[tokio::test]
async fn one_address_that_floods_is_slowed_and_all_others_speak() {
    let server = Server::start().await;
    let mut refused = Vec::new();
    for number in 0..200 {
        let answer = submits_from(&server.web, "192.0.2.1", &format!("Flood {number}.")).await;
        match answer.status {
            200 => {}
            _ => refused.push(answer.is(429)),
        }
    }
    let count = refused.len();
    assert!((1..=50).contains(&count), "a full room may speak at once: {count} were refused");
    let answer = refused.remove(0);
    assert_eq!(answer.header("content-type"), "application/problem+json");
    assert_eq!(answer.header("retry-after"), "1");
    assert_eq!(answer.json()["status"], 429);
    submits_from(&server.web, "192.0.2.2", "From another table.").await.is(200);
    submits_from(&server.web, "192.0.2.1, 192.0.2.3", "What the nearest proxy saw counts.").await.is(200);
    assert_eq!(server.web.numbers().await["posts"], 202 - count);
}
