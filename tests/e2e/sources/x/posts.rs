//! Posts, their edits, their reposts, and their removal.

use std::time::Duration;

use backchannel::sources::x::Settings;
use serde_json::{Value, json};

use super::Scene;

#[tokio::test]
async fn a_post_comes_at_once() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    scene.writes(1, "Ask first 👋 R&amp;D");
    scene.wall.sees("Ask first 👋 R&#38;D").await;
    scene.wall.sees("Amara Okafor").await;
    let state = scene.server.state();
    let post = &state.content.posts.get(scene.key(1)).unwrap().post;
    assert_eq!((post.author.followers, post.text.as_str()), (Some(100), "Ask first 👋 R&D #SoMeSummit"));
}

#[tokio::test]
async fn an_edit_goes_in_and_an_older_version_that_comes_late_does_not() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    let chain = |numbers: &[u64], text: &str| {
        let mut message = scene.x.post(*numbers.last().unwrap(), &format!("{text} #SoMeSummit"));
        let ids: Vec<_> = numbers.iter().map(|number| scene.x.id(*number).to_string()).collect();
        message["data"]["edit_history_tweet_ids"] = json!(ids);
        message
    };
    scene.x.writes(&chain(&[1], "Tpyo."));
    scene.wall.sees("Tpyo.").await;
    scene.x.writes(&chain(&[1, 2], "Typo."));
    scene.wall.loses("Tpyo.").await;
    scene.x.writes(&chain(&[1], "Tpyo."));
    scene.writes(3, "And on.");
    scene.wall.sees("And on.").await;
    let state = scene.server.state();
    assert_eq!(state.content.posts.get(scene.key(1)).unwrap().post.text, "Typo. #SoMeSummit");
    assert_eq!(scene.posts().await, 2);
}

#[tokio::test]
async fn a_repost_brings_its_original() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    let mut original = scene.x.post(1, "Consent is a conversation, not a form. #SoMeSummit");
    let mut repost = scene.x.post(2, "RT @bo_l: Consent is a conver…");
    original["data"]["author_id"] = json!("22");
    repost["data"]["referenced_tweets"] = json!([{ "type": "retweeted", "id": scene.x.id(1).to_string() }]);
    repost["includes"]["tweets"] = json!([original["data"]]);
    let bo = json!({ "id": "22", "username": "bo_l", "name": "Bo Lindqvist" });
    repost["includes"]["users"].as_array_mut().unwrap().push(bo);
    scene.x.writes(&repost);
    scene.wall.sees("Consent is a conversation, not a form.").await;
    scene.wall.sees("Bo Lindqvist").await;
    let state = scene.server.state();
    assert_eq!(state.content.posts.reposts(scene.key(1)), 1);
    assert!(!scene.wall.was_told("RT @"));
}

#[tokio::test]
async fn a_message_in_the_new_names_is_the_same_post() {
    let mut scene = Scene::new().await;
    scene.x.renames();
    let _source = scene.listens().await;
    let mut post = scene.x.post(1, "Cut off…");
    post["data"]["note_tweet"] = json!({ "text": "A long post in full. #SoMeSummit" });
    let renamed: Value = serde_json::from_str(&post.to_string().replace("tweet", "post")).unwrap();
    scene.x.writes(&renamed);
    scene.wall.sees("A long post in full.").await;
    let asked = scene.x.was_asked("GET /2/tweets/search/stream?", 2).await;
    assert!(asked[0].contains("tweet.fields") && asked[1].contains("post.fields"));
}

#[tokio::test]
async fn rubbish_is_dropped_and_the_next_good_post_arrives() {
    let mut scene = Scene::new().await;
    let source = scene.listens().await;
    let dated = |number, when: &str| {
        let mut post = scene.x.post(number, "Out of time. #SoMeSummit");
        post["data"]["created_at"] = json!(when);
        post
    };
    let no_break =
        |number: u32| Some((number.wrapping_mul(2_654_435_761) >> 24) as u8).filter(|byte| *byte != b'\n');
    scene.x.sends((0..1_000_000).filter_map(no_break).collect::<Vec<_>>());
    scene.x.sends(format!("\r\n{}\r\n", "x".repeat(10 * 1024 * 1024)));
    scene.x.sends(format!("{}\r\n", "[".repeat(100_000)));
    scene.x.sends(&b"{\"data\":{\"id\":\"5\",\"text\":\"\xff\xfe\"}}\r\n"[..]);
    scene
        .x
        .sends("{\"data\":{\"id\":5}}\r\n{\"unknown\":1}\r\n7\r\n{\"data\":null}\r\n{\"data\":[7,{}]}\r\n");
    scene.x.writes(&dated(1, "1970-01-01T00:00:00Z"));
    scene.x.writes(&dated(2, "2106-01-01T00:00:00Z"));
    let mut odd = scene.x.post(3, "Odd but whole. #SoMeSummit");
    odd["data"]["lang"] = json!({ "x": [1] });
    odd["includes"]["users"][0]["username"] = json!("\u{202e}\u{0}\u{7}");
    scene.x.writes(&odd);
    scene.writes(4, "All is well.");
    scene.wall.sees("Odd but whole.").await;
    scene.wall.sees("All is well.").await;
    assert_eq!(scene.posts().await, 2);
    assert_eq!(source.health().dropped, 12);
    assert_eq!(
        scene.x.was_asked("GET /2/tweets/search/stream?", 1).await.len(),
        1,
        "none of it cost the connection"
    );
}

#[tokio::test]
async fn posts_that_are_gone_from_x_go_here_too() {
    let mut scene = Scene::new().await;
    let every = Duration::from_millis(50);
    let settings = Settings { recheck_every: every, ..scene.x.settings() };
    let source = scene.listens_with(settings.clone()).await;
    (1..=150).for_each(|number| scene.writes(number, &format!("Number {number}.")));
    scene.wall.sees("Number 150.").await;
    scene.x.takes_down(1, "resource-not-found");
    scene.x.takes_down(149, "not-authorized-for-resource");
    scene.wall.loses("Number 149.").await;
    let server = &scene.server;
    source.becomes("a withdrawal", |_| server.state().content.posts.is_withdrawn(scene.key(1))).await;
    assert_eq!(scene.posts().await, 148);
    drop(source);
    scene.x.takes_down(150, "resource-not-found");
    let _source = scene.listens_with(Settings { held: vec![scene.x.id(150).to_string()], ..settings }).await;
    scene.wall.loses("Number 150.").await;
}
