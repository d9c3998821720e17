//! Reading costs money, so it has an end.

use backchannel::{
    domain::{At, health::Condition},
    sources::x::{Caps, Settings, X},
};

use super::{Scene, is_capped};

#[tokio::test]
async fn the_cap_stops_everything_and_survives_a_restart() {
    let mut scene = Scene::new().await;
    let settings = Settings { caps: Caps { an_hour: 100, in_all: 3 }, ..scene.x.settings() };
    let source = scene.listens_with(settings.clone()).await;
    scene.writes(1, "The first.");
    scene.writes(1, "The first.");
    scene.wall.sees("The first.").await;
    (2..=3).for_each(|number| scene.writes(number, &format!("Number {number}.")));
    source.becomes("a cap in words", |health| is_capped(&health.condition, "cap of 3 posts")).await;
    scene.wall.sees("Number 3.").await;
    drop(source);
    let asked = scene.x.asked().len();
    let source = scene.server.hears(X::new(settings.clone()));
    source.becomes("a cap in words", |health| is_capped(&health.condition, "raise the cap")).await;
    assert_eq!(scene.x.asked().len(), asked, "a capped source asks for nothing");
    drop(source);
    let _source = scene.listens_with(Settings { caps: Caps { an_hour: 100, in_all: 9 }, ..settings }).await;
    scene.writes(4, "With a higher cap.");
    scene.wall.sees("With a higher cap.").await;
}

#[tokio::test]
async fn the_cap_of_an_hour_lasts_an_hour() {
    let mut scene = Scene::new().await;
    let settings = Settings { caps: Caps { an_hour: 2, in_all: 100 }, ..scene.x.settings() };
    let source = scene.listens_with(settings).await;
    (1..=2).for_each(|number| scene.writes(number, &format!("Number {number}.")));
    source
        .becomes("a cap in words", |health| is_capped(&health.condition, "goes on at 2026-06-26T13:00:00Z"))
        .await;
    scene.server.clock.advance(At::HOUR);
    source.becomes("a connection", |health| health.condition == Condition::Receiving).await;
    scene.writes(3, "An hour later.");
    scene.wall.sees("An hour later.").await;
}
