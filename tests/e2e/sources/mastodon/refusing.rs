//! Tokens that do not fit, and feeds that are closed.

use std::time::Duration;

use backchannel::sources::mastodon::{Settings, diagnose};
use harness::fake_mastodon::{NARROW_TOKEN, Refusal, TOKEN};

use super::{Scene, is_refused, receives};

#[tokio::test]
async fn a_token_that_the_server_does_not_know_is_named_and_posts_come_without_it() {
    let mut scene = Scene::new().await;
    let source = scene.hears(scene.mastodon.settings(Some("unknown")));
    is_refused(&source, "Invalid access token").await;
    scene.mastodon.posts(101, "Asked for.");
    scene.wall.sees("Asked for.").await;
    is_refused(&source, "posts come by asking").await;
}

#[tokio::test]
async fn a_token_without_the_scope_is_named() {
    let mut scene = Scene::new().await;
    let source = scene.hears(scene.mastodon.settings(Some(NARROW_TOKEN)));
    is_refused(&source, "does not have the required scopes").await;
    is_refused(&source, "read:statuses").await;
    scene.mastodon.posts(101, "Asked for.");
    scene.wall.sees("Asked for.").await;
}

#[tokio::test]
async fn a_revoked_token_is_named() {
    let mut scene = Scene::new().await;
    let source = scene.listens().await;
    receives(&source).await;
    scene.mastodon.revokes_its_tokens();
    is_refused(&source, "Invalid access token").await;
    scene.mastodon.posts(101, "Asked for.");
    scene.wall.sees("Asked for.").await;
}

#[tokio::test]
async fn a_closed_feed_is_named() {
    let mut scene = Scene::new().await;
    scene.mastodon.closes_its_feeds();
    let source = scene.asks();
    is_refused(&source, "closed its hashtag feed to anonymous readers; give a token").await;
    drop(source);
    let _source = scene.listens().await;
    scene.mastodon.posts(101, "For those with a key.");
    scene.wall.sees("For those with a key.").await;
}

#[tokio::test]
async fn a_feed_that_closes_later_is_named_and_a_reopened_one_is_read() {
    let mut scene = Scene::new().await;
    let mut settings = scene.mastodon.settings(None);
    settings.pace.refused = Duration::from_millis(500);
    let source = scene.hears(settings);
    receives(&source).await;
    let closed = Refusal::of(401, "This method requires an authenticated user");
    scene.mastodon.refuses("/api/v1/timelines", closed);
    is_refused(&source, "give a token").await;
    scene.mastodon.posts(101, "Open again.");
    scene.wall.sees("Open again.").await;
    receives(&source).await;
}

#[tokio::test]
async fn a_server_can_be_tried_before() {
    let scene = Scene::new().await;
    let tries = async |token| diagnose(&scene.mastodon.settings(token)).await;
    assert!(tries(None).await.unwrap().contains("asked every few seconds"));
    assert!(tries(Some(TOKEN)).await.unwrap().contains("takes the token"));
    assert!(tries(Some(NARROW_TOKEN)).await.unwrap_err().contains("scope"));
    assert!(tries(Some("unknown")).await.unwrap_err().contains("give a token"));
    scene.mastodon.closes_its_feeds();
    assert!(tries(None).await.unwrap_err().contains("give a token"));
    let nobody = Settings::of("http://127.0.0.1:9", None).unwrap();
    assert!(diagnose(&nobody).await.unwrap_err().contains("cannot be reached"));
}
