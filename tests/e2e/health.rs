//! How sources are doing, told to those who look after them and to nobody else.

use std::time::Duration;

use backchannel::{
    domain::health::Condition,
    sources::feed::{Feed, Settings},
};
use harness::{Answer, Server, fake_web::FakeWeb, page::Page};
use reqwest::Method;

fn brief(url: &str) -> Settings {
    let brief = Duration::from_millis(10);
    Settings { every: brief, first_pause: brief, longest_pause: brief, ..Settings::at(url).unwrap() }
}

const EMPTY: &str = "<rss version='2.0'><channel><title>Ward notes</title></channel></rss>";

#[tokio::test]
async fn numbers_name_every_source_to_this_machine_alone() {
    let (server, web) = (Server::start().await, FakeWeb::start().await);
    let source = server.hears(Feed::new(brief(&web.fails("/feed.xml", 500))));
    let is_up = |answer: &Answer, up: u8| {
        answer.says(&format!("backchannel_source_up{{source=\"feed 127.0.0.1/feed.xml\"}} {up}"))
    };
    source.becomes("a failure", |health| matches!(health.condition, Condition::Reconnecting { .. })).await;
    assert!(is_up(&server.web.reads("/metrics").await.is(200), 0));
    web.has("/feed.xml", "application/rss+xml", EMPTY);
    source.becomes("a recovery", |health| health.condition == Condition::Receiving).await;
    assert!(is_up(&server.web.reads("/metrics").await.is(200), 1));
    for (header, value) in [
        ("x-forwarded-for", "192.0.2.1"),
        ("x-forwarded-for", "127.0.0.1"),
        ("x-forwarded-for", "unknown"),
        ("forwarded", "for=192.0.2.1"),
        ("x-real-ip", "192.0.2.1"),
    ] {
        let request = server.web.request(Method::GET, "/metrics").header(header, value);
        Answer::to(format!("{header}: {value}"), request).await.is(404);
    }
}

#[tokio::test]
async fn the_console_tells_of_a_source_that_is_lost_and_of_its_return() {
    let (server, web) = (Server::start().await, FakeWeb::start().await);
    let facilitator = server.facilitator("main").await;
    let mut console = facilitator.watches("console/main").await;
    web.has("/feed.xml", "application/rss+xml", EMPTY);
    let _source = server.hears(Feed::new(brief(&web.url("/feed.xml"))));
    let state_is = |page: &Page, state: &str| {
        let note = page.notes.get("sources");
        note.is_some_and(|note| note["sources"][0]["state"] == state)
    };
    console.wait_until("a source that receives", |page| state_is(page, "ok")).await;
    web.fails("/feed.xml", 503);
    console.wait_until("a lost source", |page| state_is(page, "lost")).await;
    let trouble = console.page.notes["sources"]["sources"][0]["trouble"].as_str().unwrap().to_owned();
    assert!(trouble.contains("503"), "{trouble}");
    web.has("/feed.xml", "application/rss+xml", EMPTY);
    console.wait_until("its return", |page| state_is(page, "ok")).await;
}
