//! Streams that end, and servers that do not answer.

use std::time::Duration;

use backchannel::domain::health::Condition;
use harness::fake_mastodon::{Refusal, TOKEN, status};
use serde_json::json;

use super::{Scene, receives, reconnects};

#[tokio::test]
async fn what_was_written_during_a_cut_arrives_once() {
    let mut scene = Scene::new().await;
    let source = scene.listens().await;
    scene.mastodon.posts(101, "Before the cut.");
    scene.wall.sees("Before the cut.").await;
    scene.mastodon.refuses("/api/v1/streaming", Refusal::of(502, "Bad gateway"));
    scene.mastodon.cuts();
    scene.mastodon.posts(102, "During the cut.");
    scene.wall.sees("During the cut.").await;
    scene.mastodon.was_listened_to(2).await;
    receives(&source).await;
    scene.mastodon.posts(103, "After the cut.");
    scene.wall.sees("After the cut.").await;
    assert_eq!(scene.server.web.numbers().await["posts"], 3);
}

#[tokio::test]
async fn a_server_that_restarts_is_back_soon() {
    let mut scene = Scene::new().await;
    let source = scene.listens().await;
    scene.mastodon.closes(Some(1001));
    scene.mastodon.was_listened_to(2).await;
    receives(&source).await;
    scene.mastodon.posts(101, "Back again.");
    scene.wall.sees("Back again.").await;
}

#[tokio::test]
async fn a_stream_that_closes_without_a_word_hints_at_the_token() {
    let scene = Scene::new().await;
    let mut settings = scene.mastodon.settings(Some(TOKEN));
    settings.pace.retry = Duration::from_secs(60);
    settings.pace.retry_limit = Duration::from_secs(60);
    let source = scene.listens_with(settings).await;
    scene.mastodon.closes(None);
    reconnects(&source, "revoked").await;
}

#[tokio::test]
async fn a_stream_that_is_open_and_silent_is_noticed_by_asking() {
    let mut scene = Scene::new().await;
    let mut settings = scene.mastodon.settings(Some(TOKEN));
    settings.pace.beside_stream = Duration::from_millis(50);
    settings.pace.settle = Duration::ZERO;
    let source = scene.listens_with(settings).await;
    receives(&source).await;
    let mut unheard = status(101, "Nobody told.", scene.server.clock.now());
    scene.server.clock.advance(2_000);
    unheard["created_at"] = json!(scene.server.clock.now().to_string());
    scene.mastodon.keeps(&unheard);
    scene.wall.sees("Nobody told.").await;
    reconnects(&source, "Redis").await;
    scene.mastodon.posts(102, "It speaks again.");
    scene.wall.sees("It speaks again.").await;
    receives(&source).await;
}

#[tokio::test]
async fn a_stream_without_pings_is_dead() {
    let mut scene = Scene::new().await;
    let mut settings = scene.mastodon.settings(Some(TOKEN));
    settings.pace.silence = Duration::from_secs(1);
    let _source = scene.listens_with(settings).await;
    scene.mastodon.stalls();
    scene.mastodon.was_listened_to(2).await;
    scene.mastodon.posts(101, "On the next stream.");
    scene.wall.sees("On the next stream.").await;
}

#[tokio::test]
async fn a_server_that_is_asked_too_often_is_left_alone_until_it_says() {
    let mut scene = Scene::new().await;
    let source = scene.asks();
    receives(&source).await;
    let reset = scene.server.clock.now().plus(1_000).to_string();
    let busy = Refusal::of(429, "Too many requests").with("x-ratelimit-reset", &reset);
    scene.mastodon.refuses("/api/v1/timelines", busy.with("x-ratelimit-remaining", "0"));
    reconnects(&source, "asked too often").await;
    let Condition::Reconnecting { at, .. } = source.health().condition else {
        panic!("{:?}", source.health())
    };
    assert!(at.since(scene.server.clock.now()) >= 900);
    let asked = scene.mastodon.was_asked("/tag/SoMeSummit?", 1).await.len();
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(scene.mastodon.was_asked("/tag/SoMeSummit?", 1).await.len(), asked);
    scene.mastodon.posts(101, "After the pause.");
    scene.wall.sees("After the pause.").await;
}

#[tokio::test]
async fn a_server_that_is_down_is_asked_again() {
    let mut scene = Scene::new().await;
    for _ in 0..3 {
        scene.mastodon.refuses("/api/v2/instance", Refusal::of(503, "Service unavailable"));
    }
    let source = scene.asks();
    receives(&source).await;
    let lost = Refusal { status: 404, headers: Vec::new(), body: json!("a lost page") };
    scene.mastodon.refuses("/api/v1/timelines", lost);
    scene.mastodon.refuses("/api/v1/timelines", Refusal::of(500, "Oh no"));
    scene.mastodon.refuses("/api/v1/timelines", Refusal::of(404, "Record not found"));
    scene.mastodon.posts(101, "All is well.");
    scene.wall.sees("All is well.").await;
}
