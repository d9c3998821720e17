//! What is edited and deleted.

use std::time::Duration;

use backchannel::domain::PostKey;
use harness::fake_mastodon::{TOKEN, status};
use serde_json::json;

use super::Scene;

#[tokio::test]
async fn a_delete_takes_its_post_away_and_others_leave_no_trace() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    let uri = scene.mastodon.posts(101, "Oh no.");
    scene.wall.sees("Oh no.").await;
    scene.mastodon.deletes(999);
    scene.mastodon.deletes(101);
    scene.wall.loses("Oh no.").await;
    assert!(scene.server.state().content.posts.is_withdrawn(PostKey::of("mastodon", &uri)));
    assert!(!scene.server.state().content.posts.is_withdrawn(PostKey::of("mastodon", "999")));
}

#[tokio::test]
async fn a_delete_that_overtakes_its_post_wins() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    scene.mastodon.deletes(101);
    scene.mastodon.posts(101, "Taken back.");
    scene.mastodon.posts(102, "Meant so.");
    scene.wall.sees("Meant so.").await;
    assert!(!scene.wall.was_told("Taken back."));
}

#[tokio::test]
async fn an_edit_goes_back_to_review() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    let facilitator = scene.server.facilitator("main").await;
    let mut console = facilitator.watches("console/main").await;
    let uri = scene.mastodon.posts(101, "Tpyo.");
    scene.wall.sees("Tpyo.").await;
    facilitator.does("show-post", json!({ "post": PostKey::of("mastodon", &uri) })).await.is(200);
    scene.mastodon.edits(101, "Typo.");
    scene.wall.loses("Tpyo.").await;
    console.sees("Typo.").await;
    assert!(!scene.wall.was_told("Typo."));
}

#[tokio::test]
async fn what_was_deleted_or_edited_unheard_is_found_by_looking_again() {
    for lists_statuses in [true, false] {
        let mut scene = Scene::new().await;
        if !lists_statuses {
            scene.mastodon.lists_no_statuses();
        }
        let mut settings = scene.mastodon.settings(Some(TOKEN));
        settings.pace.recheck = Duration::from_millis(300);
        settings.pace.beside_stream = Duration::from_millis(50);
        let _source = scene.listens_with(settings).await;
        let mut console = scene.server.facilitator("main").await.watches("console/main").await;
        (1..=25).for_each(|number| drop(scene.mastodon.posts(number, &format!("Number {number}."))));
        scene.wall.sees("Number 25.").await;
        scene.mastodon.loses(3);
        let mut edited = status(4, "Quietly edited.", scene.server.clock.now());
        edited["edited_at"] = json!(scene.server.clock.now().to_string());
        scene.mastodon.keeps(&edited);
        console.sees("Quietly edited.").await;
        scene.wall.loses("Number 4.").await;
        let gone = PostKey::of("mastodon", "https://social.example/users/amara/statuses/3");
        let state = || scene.server.state();
        harness::patience::within("a withdrawal", async {
            while !state().content.posts.is_withdrawn(gone) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        })
        .await;
        assert_eq!(scene.server.web.numbers().await["posts"], 24);
    }
}
