//! Bluesky's troubles, and a wall that does not mind.

use backchannel::{
    config::Serve,
    domain::{AuthorKey, PostKey, health::Condition},
    sources::bluesky::{Bluesky, Settings, diagnose},
};
use harness::{
    Screen, Server, Sourced,
    fake_bluesky::{FakeBluesky, record},
};
use serde_json::json;

/// A conference with an open policy, its wall, and the network.
struct Scene {
    server: Server,
    wall: Screen,
    bluesky: FakeBluesky,
}

impl Scene {
    async fn new() -> Self {
        let hashtags = vec!["SoMeSummit".to_owned()];
        let server = Server::with(Serve { open: true, hashtags, ..Serve::default() }).await;
        let wall = server.screen("wall/main").await;
        let bluesky = FakeBluesky::start(server.clock.now()).await;
        bluesky.knows(
            "amara",
            json!({"handle": "amara.example", "displayName": "Amara Okafor", "followersCount": 7}),
        );
        Self { server, wall, bluesky }
    }

    /// The source, connected.
    async fn listens(&self) -> Sourced {
        self.listens_with(self.bluesky.settings()).await
    }

    async fn listens_with(&self, settings: Settings) -> Sourced {
        let source = self.server.hears(Bluesky::new(settings));
        source.becomes("a connection", |health| health.condition == Condition::Receiving).await;
        source
    }

    fn holds(&self, who: &str, rkey: &str) -> bool {
        self.server.state().content.posts.get(key(who, rkey)).is_some()
    }
}

fn key(who: &str, rkey: &str) -> PostKey {
    PostKey::of("bluesky", &format!("at://did:plc:{who}/app.bsky.feed.post/{rkey}"))
}

#[tokio::test]
async fn a_post_comes_at_once_and_its_author_a_little_later() {
    let Scene { server, mut wall, bluesky } = Scene::new().await;
    let _source = server.hears(Bluesky::new(bluesky.settings()));
    bluesky.visited(1).await;
    bluesky.posts("bo", "3k0", &record("Cats, mostly. #cats"));
    bluesky.posts("amara", "3k1", &record("Ask first 👋 #somesummit"));
    wall.sees("Ask first 👋").await;
    wall.sees("Amara Okafor").await;
    assert!(!wall.was_told("Cats"));
    let key = AuthorKey::of("bluesky", "did:plc:amara");
    let state = server.state();
    let post =
        state.content.posts.by_author(key).next().and_then(|post| state.content.posts.get(post)).unwrap();
    assert_eq!((post.post.author.followers, post.post.author.handle.as_str()), (Some(7), "amara.example"));
}

#[tokio::test]
async fn without_a_tag_the_whole_network_would_come() {
    let server = Server::open().await;
    let bluesky = FakeBluesky::start(server.clock.now()).await;
    let source = server.hears(Bluesky::new(bluesky.settings()));
    let refuses =
        |condition: &Condition| matches!(condition, Condition::Refused { why } if why.contains("hashtag"));
    source.becomes("a refusal in words", |health| refuses(&health.condition)).await;
}

#[tokio::test]
async fn what_was_written_during_a_cut_arrives_once() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    let first = scene.bluesky.posts("amara", "3k1", &record("Before the cut. #SoMeSummit"));
    scene.wall.sees("Before the cut.").await;
    scene.bluesky.refuses((503, None));
    scene.bluesky.cuts();
    scene.bluesky.posts("amara", "3k2", &record("During the cut. #SoMeSummit"));
    scene.wall.sees("During the cut.").await;
    let cursors = scene.bluesky.visited(3).await;
    assert_eq!(cursors[2], Some(first - 5_000_000), "it goes on five seconds before what it had");
    assert_eq!(scene.server.web.numbers().await["posts"], 2);
}

#[tokio::test]
async fn a_restart_goes_on_from_the_place_in_the_log() {
    let mut scene = Scene::new().await;
    let source = scene.listens().await;
    let first = scene.bluesky.posts("amara", "3k1", &record("Before the restart. #SoMeSummit"));
    scene.wall.sees("Before the restart.").await;
    let kept = format!("127.0.0.1:{} {first}", scene.bluesky.address.port());
    let server = &scene.server;
    source.becomes("the place in the log", |_| server.state().places.of("bluesky") == Some(&kept)).await;
    drop(source);
    scene.bluesky.deletes("amara", "3k1");
    let _source = scene.listens().await;
    scene.wall.loses("Before the restart.").await;
    assert_eq!(scene.bluesky.visited(2).await[1], Some(first - 5_000_000));
}

#[tokio::test]
async fn a_delete_takes_its_post_away() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    scene.bluesky.posts("amara", "3k1", &record("Oh no. #SoMeSummit"));
    scene.wall.sees("Oh no.").await;
    scene.bluesky.deletes("amara", "3k1");
    scene.wall.loses("Oh no.").await;
}

#[tokio::test]
async fn a_delete_that_overtakes_its_post_wins_and_others_leave_no_trace() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    scene.bluesky.deletes("amara", "3k1");
    scene.bluesky.deletes("bo", "3k9");
    scene.bluesky.posts("amara", "3k1", &record("Taken back. #SoMeSummit"));
    scene.bluesky.posts("amara", "3k2", &record("Meant so. #SoMeSummit"));
    scene.wall.sees("Meant so.").await;
    assert!(!scene.wall.was_told("Taken back."));
    assert!(!scene.server.state().content.posts.is_withdrawn(key("bo", "3k9")));
}

#[tokio::test]
async fn a_change_of_a_post_is_an_edit_even_if_it_loses_its_tag() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    scene.bluesky.posts("amara", "3k1", &record("Tpyo. #SoMeSummit"));
    scene.wall.sees("Tpyo.").await;
    scene.bluesky.changes("amara", "3k1", &record("Without a tag."));
    scene.wall.loses("Tpyo.").await;
}

#[tokio::test]
async fn an_account_that_goes_takes_its_posts_along() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    for status in ["deactivated", "takendown", "suspended", "deleted"] {
        scene.bluesky.posts(status, "3k1", &record(&format!("I was {status}. #SoMeSummit")));
        scene.wall.sees(&format!("I was {status}.")).await;
        scene.bluesky.deactivates(status, "throttled");
        scene.bluesky.deactivates(status, status);
        scene.wall.loses(&format!("I was {status}.")).await;
    }
    scene.bluesky.posts("amara", "3k1", &record("Slow server. #SoMeSummit"));
    scene.bluesky.deactivates("amara", "throttled");
    scene.bluesky.posts("amara", "3k2", &record("Still here. #SoMeSummit"));
    scene.wall.sees("Still here.").await;
    assert!(scene.holds("amara", "3k1"));
}

#[tokio::test]
async fn a_new_name_is_asked_for() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    scene.bluesky.posts("amara", "3k1", &record("Names change. #SoMeSummit"));
    scene.wall.sees("Amara Okafor").await;
    scene.bluesky.knows("amara", json!({"handle": "handle.invalid", "displayName": "Amara O."}));
    scene.bluesky.renames("nobody-of-ours");
    scene.bluesky.renames("amara");
    scene.wall.sees("Amara O.").await;
    assert!(!scene.wall.was_told("handle.invalid"));
    assert_eq!(scene.bluesky.asked(2).await.concat(), ["did:plc:amara", "did:plc:amara"]);
}

#[tokio::test]
async fn who_asks_not_to_be_shown_to_strangers_is_not_shown() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    scene.bluesky.knows("shy", json!({"handle": "shy.example", "labels": [{"val": "!no-unauthenticated"}]}));
    scene.bluesky.posts("shy", "3k1", &record("Only for members. #SoMeSummit"));
    scene.wall.sees("Only for members.").await;
    scene.wall.loses("Only for members.").await;
    scene.bluesky.posts("shy", "3k2", &record("Me again. #SoMeSummit"));
    let mut hidden = record("Hidden by a label. #SoMeSummit");
    hidden["labels"] = json!({"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": "!hide"}]});
    scene.bluesky.posts("amara", "3k3", &hidden);
    scene.bluesky.posts("amara", "3k4", &record("For everybody. #SoMeSummit"));
    scene.wall.sees("For everybody.").await;
    assert!(!scene.wall.was_told("Me again.") && !scene.wall.was_told("Hidden by a label."));
}

#[tokio::test]
async fn labels_of_posts_and_authors_hold_them_back() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    let mut graphic = record("Not before lunch. #SoMeSummit");
    graphic["labels"] = json!({"values": [{"val": "graphic-media"}]});
    scene.bluesky.posts("amara", "3k1", &graphic);
    scene.bluesky.knows("spammer", json!({"handle": "spammer.example", "labels": [{"val": "spam"}]}));
    scene.bluesky.posts("spammer", "3k1", &record("Buy now. #SoMeSummit"));
    scene.wall.sees("Buy now.").await;
    scene.wall.loses("Buy now.").await;
    assert!(scene.holds("spammer", "3k1") && scene.holds("amara", "3k1"));
    assert!(!scene.wall.was_told("Not before lunch."));
}

#[tokio::test]
async fn rubbish_is_dropped_and_the_next_good_post_arrives() {
    let mut scene = Scene::new().await;
    let source = scene.listens().await;
    let dated = |when: &str| {
        let mut post = record("Out of time. #SoMeSummit");
        post["createdAt"] = json!(when);
        post
    };
    let garbage: Vec<u8> =
        (0..1_000_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    scene.bluesky.sends(garbage);
    scene.bluesky.sends("x".repeat(10 * 1024 * 1024));
    scene.bluesky.sends(r#"{"did":"did:plc:amara","time_us":178247592"#);
    scene.bluesky.sends("[".repeat(100_000));
    scene.bluesky.posts("amara", "../../x", &record("A wrong id. #SoMeSummit"));
    scene.bluesky.posts("amara", "3k1", &dated("1970-01-01T00:00:00Z"));
    scene.bluesky.posts("amara", "3k2", &dated("2106-01-01T00:00:00Z"));
    scene.bluesky.posts("amara", "3k3", &json!({"text": 7, "tags": ["SoMeSummit"]}));
    scene.bluesky.posts("amara", "3k4", &record("All is well. #SoMeSummit"));
    scene.wall.sees("All is well.").await;
    assert_eq!(source.health().dropped, 8);
    assert_eq!(scene.server.web.numbers().await["posts"], 1);
    assert_eq!(scene.bluesky.visited(1).await.len(), 1, "none of it cost the connection");
}

#[tokio::test]
async fn a_message_that_breaks_the_connection_is_passed_over() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    scene.bluesky.posts("amara", "3k1", &record("Before the monster. #SoMeSummit"));
    scene.wall.sees("Before the monster.").await;
    scene.bluesky.sends("x".repeat(17 * 1024 * 1024));
    let cursors = scene.bluesky.visited(3).await;
    assert!(cursors[1].is_some() && cursors[2].is_none(), "{cursors:?}");
    scene.bluesky.posts("amara", "3k2", &record("After the monster. #SoMeSummit"));
    scene.wall.sees("After the monster.").await;
}

#[tokio::test]
async fn a_silent_server_is_left_for_another_which_is_rewound_further() {
    let mut scene = Scene::new().await;
    let other = FakeBluesky::start(scene.server.clock.now()).await;
    let mut settings = scene.bluesky.settings();
    settings.jetstreams.extend(other.settings().jetstreams);
    settings.silence = std::time::Duration::from_millis(300);
    let _source = scene.listens_with(settings).await;
    let first = scene.bluesky.posts("amara", "3k1", &record("From one server. #SoMeSummit"));
    scene.wall.sees("From one server.").await;
    assert_eq!(other.visited(1).await, [Some(first - 300_000_000)]);
    other.posts("amara", "3k2", &record("From another. #SoMeSummit"));
    scene.wall.sees("From another.").await;
}

#[tokio::test]
async fn a_server_that_refuses_is_tried_again_when_it_says() {
    let scene = Scene::new().await;
    scene.bluesky.refuses((429, Some(("retry-after", "1"))));
    let source = scene.server.hears(Bluesky::new(scene.bluesky.settings()));
    let says = |condition: &Condition, word: &str| matches!(condition, Condition::Reconnecting { why, .. } if why.contains(word));
    source.becomes("an upstream that is busy", |health| says(&health.condition, "429")).await;
    let Condition::Reconnecting { at, .. } = source.health().condition else {
        panic!("{:?}", source.health())
    };
    assert!(at.since(scene.server.clock.now()) >= 1_000);
    source.becomes("a connection", |health| health.condition == Condition::Receiving).await;
}

#[tokio::test]
async fn many_authors_are_asked_for_in_batches_and_again_after_a_refusal() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    scene.bluesky.answers_not((429, Some(("retry-after", "0"))));
    scene.bluesky.answers_not((400, None));
    for number in 0..60 {
        let who = format!("person{number}");
        scene.bluesky.knows(
            &who,
            json!({"handle": format!("{who}.example"), "displayName": format!("Person № {number}.")}),
        );
        scene.bluesky.posts(&who, "3k1", &record(&format!("I am {number}. #SoMeSummit")));
    }
    let server = &scene.server;
    let named = || {
        let state = server.state();
        let posts = state.content.posts.iter();
        posts.filter(|placed| placed.post.author.name.starts_with("Person №")).count()
    };
    scene.wall.sees("I am 59.").await;
    harness::patience::within("60 names", async {
        while named() < 60 {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    })
    .await;
    assert!(scene.bluesky.asked(1).await.iter().all(|batch| batch.len() <= 25));
}

#[tokio::test]
async fn the_way_out_can_be_tried() {
    let scene = Scene::new().await;
    let settings = scene.bluesky.settings();
    let (told, ()) = tokio::join!(diagnose(&settings), async {
        scene.bluesky.visited(1).await;
        scene.bluesky.renames("amara");
    });
    assert!(told.unwrap().contains("tells who wrote them"));
    let nowhere = Settings::at("ws://127.0.0.1:1").unwrap();
    assert!(diagnose(&nowhere).await.unwrap_err().contains("must be allowed"));
}
