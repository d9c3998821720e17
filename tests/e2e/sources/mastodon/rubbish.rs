//! What nobody can read.

use harness::fake_mastodon::status;
use serde_json::json;

use super::Scene;

#[tokio::test]
async fn rubbish_is_dropped_and_the_next_good_post_arrives() {
    let mut scene = Scene::new().await;
    let source = scene.listens().await;
    let now = scene.server.clock.now();
    let garbage: Vec<u8> =
        (0..1_000_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    scene.mastodon.says_bytes(garbage);
    scene.mastodon.says("x".repeat(10 * 1024 * 1024));
    scene.mastodon.says(r#"{"stream":["hashtag","SoMeSummit"],"event":"upd"#);
    scene.mastodon.says("[".repeat(100_000));
    scene.mastodon.says(r#"{"stream":["hashtag","x"],"event":"update","payload":"{\"id\":\"9\"}"}"#);
    scene.mastodon.says(r#"{"stream":["user"],"event":"filters_changed"}"#);
    scene.mastodon.says(r#"{"event":"delete","payload":{"id":9}}"#);
    for (number, when) in (1..).zip(["1970-01-01T00:00:00Z", "2106-01-01T00:00:00Z", "yesterday"]) {
        let mut dated = status(number, "Out of time.", now);
        dated["created_at"] = json!(when);
        scene.mastodon.tells("update", &dated);
    }
    let mut nameless = status(4, "By nobody.", now);
    nameless["account"]["acct"] = json!("\u{0}\u{7}\u{202E}");
    scene.mastodon.tells("update", &nameless);
    scene.mastodon.posts(5, "All is well.");
    scene.wall.sees("All is well.").await;
    assert_eq!(source.health().dropped, 9);
    assert_eq!(scene.server.web.numbers().await["posts"], 1);
    assert_eq!(scene.mastodon.was_asked("/streaming", 1).await.len(), 1, "none of it cost the connection");
}

#[tokio::test]
async fn markup_of_any_size_and_depth_becomes_a_card() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    let now = scene.server.clock.now();
    let long = format!("Long story. {}", "word &amp; ".repeat(500_000));
    let deep = format!("Deep thought. {}", "<div><span class=\"x\">".repeat(200_000));
    for (number, html) in (1..).zip([long, deep]) {
        let mut status = status(number, "", now);
        status["content"] = json!(format!("#SoMeSummit {html}"));
        scene.mastodon.tells("update", &status);
    }
    scene.wall.sees("Long story.").await;
    scene.wall.sees("Deep thought.").await;
}

#[tokio::test]
async fn a_message_without_end_costs_the_connection_and_nothing_else() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    scene.mastodon.says("x".repeat(17 * 1024 * 1024));
    scene.mastodon.was_listened_to(2).await;
    scene.mastodon.posts(101, "After the monster.");
    scene.wall.sees("After the monster.").await;
}

#[tokio::test]
async fn a_page_with_rubbish_loses_only_the_rubbish() {
    let mut scene = Scene::new().await;
    let mut broken = status(101, "Broken.", scene.server.clock.now());
    broken["content"] = json!(7);
    scene.mastodon.keeps(&broken);
    scene.mastodon.posts(102, "Whole.");
    let source = scene.asks();
    scene.wall.sees("Whole.").await;
    assert!(source.health().dropped >= 1);
    scene.mastodon.posts(103, "And on.");
    scene.wall.sees("And on.").await;
}
