//! The rules that X filters by.

use backchannel::sources::x::X;
use harness::{Server, fake_x::FakeX};

use super::{Scene, is_refused};

#[tokio::test]
async fn only_our_own_rules_are_mended() {
    let scene = Scene::new().await;
    scene.x.has_rule("#LastYear", "backchannel");
    scene.x.has_rule("cats", "somebody else's");
    let _source = scene.listens().await;
    let standing = scene.x.standing_rules();
    let standing: Vec<_> = standing.iter().map(|(value, tag)| (value.as_str(), tag.as_str())).collect();
    let ours = [("#SoMeSummit", "backchannel"), ("#SoMeSummitoff", "backchannel")];
    assert_eq!(standing, [("cats", "somebody else's"), ours[0], ours[1]]);
}

#[tokio::test]
async fn a_rule_that_x_does_not_take_is_said() {
    let scene = Scene::new().await;
    scene.x.forbids("SoMe");
    let source = scene.server.hears(X::new(scene.x.settings()));
    source
        .becomes("a refusal in words", |health| is_refused(&health.condition, "This word is forbidden"))
        .await;
}

#[tokio::test]
async fn rules_that_went_are_set_again() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    scene.x.forgets_rules();
    scene.x.cuts();
    scene.x.connected(3).await;
    scene.writes(1, "Found again.");
    scene.wall.sees("Found again.").await;
}

#[tokio::test]
async fn without_a_hashtag_nothing_is_asked() {
    let server = Server::open().await;
    let x = FakeX::start(server.clock.now()).await;
    let source = server.hears(X::new(x.settings()));
    source.becomes("a refusal in words", |health| is_refused(&health.condition, "hashtag")).await;
    assert_eq!(x.asked(), Vec::<String>::new());
}
