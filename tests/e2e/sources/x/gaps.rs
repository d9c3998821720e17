//! What was missed, and how it is brought afterwards.

use std::time::Duration;

use backchannel::sources::x::Settings;
use harness::fake_x::Refusal;

use super::{SEARCH, STREAM, Scene};

#[tokio::test]
async fn what_was_written_during_a_cut_arrives_once_and_in_order() {
    let mut scene = Scene::new().await;
    let _source = scene.listens().await;
    scene.writes(1, "Before the cut.");
    scene.wall.sees("Before the cut.").await;
    scene.x.refuses(STREAM, Refusal::of(503));
    (2..=120).for_each(|number| scene.writes_unheard(number, &format!("Missed {number}.")));
    scene.x.cuts();
    scene.wall.sees("Missed 120.").await;
    let asked = scene.x.was_asked(SEARCH, 2).await;
    assert!(asked[0].contains(&format!("since_id={}", scene.x.id(1))), "{asked:?}");
    scene.writes(121, "After the cut.");
    scene.wall.sees("After the cut.").await;
    assert_eq!(scene.posts().await, 121);
    let state = scene.server.state();
    let arrived = |number| state.content.posts.get(scene.key(number)).unwrap().seq;
    assert!((2..=120).all(|number| arrived(number - 1) < arrived(number)));
}

#[tokio::test]
async fn a_gap_costs_no_more_than_it_may() {
    let mut scene = Scene::new().await;
    let settings = Settings { backfill: 20, ..scene.x.settings() };
    let source = scene.listens_with(settings.clone()).await;
    scene.writes(1, "Before the cut.");
    scene.wall.sees("Before the cut.").await;
    drop(source);
    (2..=100).for_each(|number| scene.writes_unheard(number, &format!("Missed {number}.")));
    let _source = scene.listens_with(settings).await;
    scene.wall.sees("Missed 100.").await;
    scene.writes(101, "After the cut.");
    scene.wall.sees("After the cut.").await;
    assert_eq!(scene.posts().await, 22);
    assert!(!scene.wall.was_told("Missed 80.") && scene.wall.was_told("Missed 81."));
}

#[tokio::test]
async fn a_search_that_fails_is_asked_again_while_the_stream_goes_on() {
    let mut scene = Scene::new().await;
    let source = scene.listens().await;
    scene.writes(1, "Before the restart.");
    scene.wall.sees("Before the restart.").await;
    drop(source);
    scene.writes_unheard(2, "Missed.");
    for status in [503, 429, 500] {
        scene.x.refuses("/search/recent", Refusal::of(status));
    }
    let _source = scene.listens().await;
    scene.writes(3, "Live.");
    scene.wall.sees("Live.").await;
    scene.wall.sees("Missed.").await;
    assert_eq!(scene.posts().await, 3);
}

#[tokio::test]
async fn a_line_that_was_cut_off_costs_nothing_else() {
    let mut scene = Scene::new().await;
    let source = scene.listens().await;
    scene.writes(1, "Before the cut.");
    scene.wall.sees("Before the cut.").await;
    let cut = scene.x.post(2, "Cut in the middle. #SoMeSummit");
    scene.x.writes_unheard(&cut);
    scene.x.sends(cut.to_string()[..60].to_owned());
    // The piece must be on its way before the connection breaks.
    tokio::time::sleep(Duration::from_millis(50)).await;
    scene.x.cuts();
    scene.wall.sees("Cut in the middle.").await;
    assert_eq!(source.health().dropped, 1);
}

#[tokio::test]
async fn a_restart_goes_on_from_the_place_in_the_log() {
    let mut scene = Scene::new().await;
    let source = scene.listens().await;
    scene.writes(1, "Before the restart.");
    scene.wall.sees("Before the restart.").await;
    drop(source);
    scene.writes_unheard(2, "Meanwhile.");
    let _source = scene.listens().await;
    scene.wall.sees("Meanwhile.").await;
    assert!(scene.x.was_asked(SEARCH, 1).await[0].contains(&format!("since_id={}", scene.x.id(1))));
}
