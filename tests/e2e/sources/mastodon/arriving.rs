//! What comes, and how.

use std::time::Duration;

use backchannel::{domain::PostKey, sources::mastodon::Mastodon};
use harness::{
    Server,
    fake_mastodon::{FakeMastodon, TOKEN, status},
};
use serde_json::json;

use super::{Scene, is_refused, receives};

#[tokio::test]
async fn a_post_comes_at_once_and_looks_as_its_author_meant() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    let uri = scene.mastodon.posts(101, "Ask first &amp;<br>wait");
    scene.wall.sees("Ask first").await;
    let state = scene.server.state();
    let post = &state.content.posts.get(PostKey::of("mastodon", &uri)).expect("the post").post;
    assert_eq!(post.text, "Ask first &\nwait #SoMeSummit");
    assert_eq!((post.author.handle.as_str(), post.author.followers), ("amara@social.example", Some(100)));
    let asked = scene.mastodon.was_asked("/api/v1/streaming", 1).await;
    assert_eq!(asked[0], "/api/v1/streaming +token", "the token is in no address");
}

#[tokio::test]
async fn without_a_token_the_server_is_asked() {
    let mut scene = Scene::new().await;
    scene.mastodon.posts(101, "Written before the start");
    let source = scene.asks();
    scene.wall.sees("Written before the start").await;
    receives(&source).await;
    scene.mastodon.posts(102, "Written after it");
    scene.wall.sees("Written after it").await;
    let asked = scene.mastodon.was_asked("/", 3).await;
    assert!(asked.iter().all(|path| !path.contains("streaming") && !path.contains("since_id")), "{asked:?}");
}

#[tokio::test]
async fn a_first_reading_goes_pages_back_and_a_second_goes_on_from_the_place_in_the_log() {
    let mut scene = Scene::new().await;
    (1..=100).for_each(|number| drop(scene.mastodon.posts(number, &format!("Number {number}."))));
    let source = scene.asks();
    let name = source.health().name;
    let server = &scene.server;
    source
        .becomes("the place in the log", |_| {
            server.state().places.of(&name) == Some(r#"{"SoMeSummit":"100"}"#)
        })
        .await;
    assert_eq!(server.web.numbers().await["posts"], 100);
    drop(source);
    (101..=190).for_each(|number| drop(scene.mastodon.posts(number, &format!("Number {number}."))));
    let before = scene.mastodon.was_asked("/tag/SoMeSummit?", 1).await.len();
    let _source = scene.asks();
    scene.wall.sees("Number 190.").await;
    let asked = scene.mastodon.was_asked("/tag/SoMeSummit?", before + 3).await;
    let mut froms = asked[before..].iter().map(|path| path.split("min_id=").nth(1).unwrap_or_default());
    assert!(froms.clone().take(3).eq(["100", "140", "180"]), "{:?}", froms.next());
    assert_eq!(scene.server.web.numbers().await["posts"], 190);
}

#[tokio::test]
async fn two_servers_are_one_conversation() {
    let mut scene = Scene::new().await;
    let other = FakeMastodon::start(scene.server.clock.now()).await;
    let mut settings = [scene.mastodon.settings(Some(TOKEN)), other.settings(None)];
    settings[1].pace.recheck = Duration::from_millis(50);
    let _sources: Vec<_> =
        Mastodon::all(settings.into()).into_iter().map(|source| scene.server.hears(source)).collect();
    scene.mastodon.was_listened_to(1).await;
    let mut console = scene.server.facilitator("main").await.watches("console/main").await;
    let uri = scene.mastodon.posts(101, "On both servers.");
    scene.wall.sees("On both servers.").await;
    // The other server knows it under another number, cleans its HTML its own way, and has not heard of the edit.
    let mut copy = status(7, "On <b>both</b> servers, differently cleaned.", scene.server.clock.now());
    copy["uri"] = json!(uri);
    other.keeps(&copy);
    scene.mastodon.edits(101, "On both servers, edited.");
    scene.wall.loses("On both servers.").await;
    console.sees("On both servers, edited.").await;
    other.posts(8, "Only here.");
    scene.wall.sees("Only here.").await;
    let asked = other.was_asked("/tag/SoMeSummit?", 1).await.len();
    other.was_asked("/tag/SoMeSummit?", asked + 20).await;
    assert!(!scene.wall.was_told("differently cleaned") && !console.was_told("differently cleaned"));
    assert_eq!(scene.server.web.numbers().await["posts"], 2);
}

#[tokio::test]
async fn relatives_of_mastodon_are_asked() {
    let mut scene = Scene::new().await;
    scene.mastodon.runs("2.7.2 (compatible; Relative 2.6.0)");
    let source = scene.hears(scene.mastodon.settings(Some(TOKEN)));
    scene.mastodon.posts(101, "From a relative.");
    scene.wall.sees("From a relative.").await;
    receives(&source).await;
    let asked = scene.mastodon.was_asked("/", 3).await;
    assert!(asked.iter().all(|path| !path.contains("streaming")), "{asked:?}");
}

#[tokio::test]
async fn who_does_not_want_to_be_shown_is_not_shown() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    let now = scene.server.clock.now();
    let wishes = [
        ("noindex", json!(true)),
        ("discoverable", json!(false)),
        ("note", json!("<p>No. #<span>nobot</span></p>")),
    ];
    for (number, (field, value)) in (1..).zip(wishes) {
        let mut shy = status(number, "Not for walls.", now);
        shy["account"][field] = value;
        scene.mastodon.publishes(&shy);
    }
    for (number, visibility) in (4..).zip(["private", "direct"]) {
        let mut private = status(number, "Not for walls.", now);
        private["visibility"] = json!(visibility);
        scene.mastodon.publishes(&private);
    }
    let mut boost = status(6, "Not for walls.", now);
    boost["reblog"] = status(1, "Not for walls.", now);
    scene.mastodon.publishes(&boost);
    scene.mastodon.posts(7, "For everybody.");
    scene.wall.sees("For everybody.").await;
    assert!(!scene.wall.was_told("Not for walls."));
}

#[tokio::test]
async fn without_a_tag_there_is_nothing_to_ask_for() {
    let server = Server::open().await;
    let mastodon = FakeMastodon::start(server.clock.now()).await;
    let source = server.hears(Mastodon::all(vec![mastodon.settings(None)]).remove(0));
    is_refused(&source, "hashtag").await;
}
