//! What comes from other sites, and what a link may do.

use harness::{Answer, Server, Web, carrier::Carrier};
use reqwest::Method;
use serde_json::json;

async fn clears(web: &Web, header: (&str, &str)) -> Answer {
    let request = web.request(Method::POST, "/commands/clear-wall").header(header.0, header.1);
    Answer::to(format!("clear-wall with {header:?}"), request.json(&json!({ "session": "main" }))).await
}

#[tokio::test]
async fn a_post_from_another_site_is_refused() {
    let server = Server::start().await;
    let organiser = server.organiser().await;
    let own = server.web.base.clone();
    clears(organiser, ("sec-fetch-site", "cross-site")).await.is(403);
    clears(organiser, ("origin", "http://evil.example")).await.is(403);
    assert_eq!(server.state().content.walls.wall(&"main".parse().unwrap()).mode.cleared, None);
    clears(organiser, ("sec-fetch-site", "same-origin")).await.is(200);
    clears(organiser, ("origin", &own)).await.is(200);
}

#[tokio::test]
async fn a_stream_opens_for_our_own_pages_only() {
    let server = Server::start().await;
    let organiser = server.organiser().await;
    for stream in ["/stream/console/main", "/stream/wall/main"] {
        let foreign = Carrier::socket(organiser, stream, Some("http://evil.example")).await.err();
        assert_eq!(foreign, Some(403), "{stream}");
        let own = Carrier::socket(organiser, stream, Some(&server.web.base)).await.err();
        assert_eq!(own, None, "{stream}");
    }
    assert_eq!(Carrier::socket(&server.web, "/stream/wall/elsewhere", None).await.err(), Some(404));
    assert_eq!(Carrier::socket(&server.web, "/stream/kitchen/main", None).await.err(), Some(404));
}

#[tokio::test]
async fn a_personal_link_works_once_and_looking_at_it_spends_nothing() {
    let server = Server::start().await;
    let link = server.organiser().await.invites("Priya Raman", "chair", Some("main")).await;
    let path = link.strip_prefix(&server.web.base).unwrap();
    for _ in 0..2 {
        assert!(server.web.reads(path).await.is(200).says("Priya Raman"));
    }
    let answer = server.web.presses(&link).await.is(303);
    assert_eq!(answer.header("location"), "/chair/main");
    let cookie = answer.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
    let second = server.web.presses(&link).await.is(403);
    assert_eq!(second.header("set-cookie"), "");
    server.web.presses("/join/unknown").await.is(403);
}

#[tokio::test]
async fn a_reusable_link_works_again_and_leads_to_no_other_site() {
    let server = Server::start().await;
    let link = server.reusable_link().await;
    for to in
        ["//evil.example", "https://evil.example", "/\\evil.example", "%2F%2Fevil.example", "javascript:1"]
    {
        let answer = server.web.presses(&format!("{link}?to={to}")).await.is(303);
        assert_eq!(answer.header("location"), "/setup", "{to}");
    }
    let answer = server.web.presses(&format!("{link}?to=/console/main")).await.is(303);
    assert_eq!(answer.header("location"), "/console/main");
}

#[tokio::test]
async fn an_address_has_only_so_many_screens() {
    let flags = backchannel::config::Serve { sockets_per_address: Some(2), ..Default::default() };
    let server = Server::with(flags).await;
    let _one = server.screen("wall/main").await;
    let two = server.screen("wall/main").await;
    assert_eq!(Carrier::socket(&server.web, "/stream/wall/main", None).await.err(), Some(429));
    drop(two);
    let opens = async { while Carrier::socket(&server.web, "/stream/wall/main", None).await.is_err() {} };
    harness::patience::within("the place of a screen that went", opens).await;
}
