//! Connections that break, errors, and refusals.

use std::time::Duration;

use backchannel::{
    domain::{At, health::Condition},
    sources::x::{Settings, Token, X, diagnose},
};
use harness::fake_x::{Refusal, TOKEN};
use serde_json::json;

use super::{STREAM, Scene, is_away, is_refused};

#[tokio::test]
async fn a_silent_connection_is_left() {
    let mut scene = Scene::new().await;
    let mut settings = scene.x.settings();
    settings.waits.silence = Duration::from_millis(300);
    settings.waits.dead = Duration::from_millis(400);
    scene.x.stalls();
    let source = scene.listens_with(settings).await;
    scene.x.connected(2).await;
    scene.x.wakes();
    source.becomes("a connection", |health| health.condition == Condition::Receiving).await;
    scene.writes(1, "Awake again.");
    scene.wall.sees("Awake again.").await;
}

#[tokio::test]
async fn a_bad_token_is_said_once_and_never_shown() {
    let scene = Scene::new().await;
    let token = Token::new("AAAAanother-token").unwrap();
    let settings = Settings { token, ..scene.x.settings() };
    assert!(!format!("{settings:?}").contains("another"));
    let source = scene.server.hears(X::new(settings.clone()));
    source.becomes("a refusal in words", |health| is_refused(&health.condition, "bearer token")).await;
    assert!(diagnose(&settings).await.unwrap_err().contains("bearer token"));
    assert_eq!(scene.x.asked().len(), 2);
}

#[tokio::test]
async fn what_only_a_person_can_mend_stops_the_source() {
    for (refusal, word) in [
        (Refusal::because(403, "client-forbidden", ("reason", "client-not-enrolled")), "Words of X"),
        (Refusal::because(429, "usage-capped", ("period", "Monthly")), "Monthly"),
        (Refusal::of(402), "credits"),
    ] {
        let scene = Scene::new().await;
        scene.x.refuses(STREAM, refusal);
        let source = scene.server.hears(X::new(scene.x.settings()));
        source.becomes("a refusal in words", |health| is_refused(&health.condition, word)).await;
        assert_eq!(scene.x.was_asked("GET /2/tweets/search/stream?", 1).await.len(), 1);
    }
}

#[tokio::test]
async fn errors_of_the_server_pass() {
    let mut scene = Scene::new().await;
    for status in [503, 500, 502] {
        scene.x.refuses(STREAM, Refusal::of(status));
    }
    let connections = ("connection_issue", "TooManyConnections");
    scene.x.refuses(STREAM, Refusal::because(429, "streaming-connection", connections));
    scene.x.refuses("/rules", Refusal::of(503));
    let _source = scene.listens().await;
    scene.x.connected(5).await;
    scene.writes(1, "All is well.");
    scene.wall.sees("All is well.").await;
}

#[tokio::test]
async fn too_many_requests_waits_as_long_as_x_says() {
    let scene = Scene::new().await;
    let now = scene.server.clock.now();
    let reset = Some(now.plus(2 * At::SECOND));
    scene.x.refuses(STREAM, Refusal { reset, ..Refusal::of(429) });
    let source = scene.server.hears(X::new(scene.x.settings()));
    source.becomes("an upstream that is busy", |health| is_away(&health.condition, "no more requests")).await;
    let Condition::Reconnecting { at, .. } = source.health().condition else {
        panic!("{:?}", source.health())
    };
    assert!((2_000..2_100).contains(&at.since(now)));
    source.becomes("a connection", |health| health.condition == Condition::Receiving).await;
}

#[tokio::test]
async fn an_end_that_is_announced_is_no_end() {
    let mut scene = Scene::new().await;
    let source = scene.listens().await;
    let announced =
        Refusal::because(0, "operational-disconnect", ("disconnect_type", "UpstreamOperationalDisconnect"));
    scene.x.sends(format!("{}\r\n", json!({ "errors": [announced.body] })));
    scene.x.connected(2).await;
    scene.writes(1, "Here again.");
    scene.wall.sees("Here again.").await;
    assert_eq!(source.health().dropped, 0);
}

#[tokio::test]
async fn the_key_can_be_tried() {
    let scene = Scene::new().await;
    scene.x.has_rule("cats", "somebody else's");
    let told = diagnose(&scene.x.settings()).await.unwrap();
    assert!(told.contains("1 rules stand, 0 of them") && !told.contains(TOKEN), "{told}");
    let nowhere = Settings { base_url: "http://127.0.0.1:1".into(), ..scene.x.settings() };
    assert!(diagnose(&nowhere).await.unwrap_err().contains("cannot be reached"));
}
