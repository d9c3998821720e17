//! Texts from strangers are texts.

use harness::{Server, line};
use serde_json::json;

const SCRIPT: &str = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'>";

/// What must stand in nothing that a browser reads.
const LIVE: [&str; 5] = ["<script>alert", "<img src=x", "\"'>", "\u{202e}", "\u{2066}"];

#[tokio::test]
async fn markup_and_direction_controls_are_inert_in_every_page_and_frame() {
    let server = Server::open().await;
    let (program, facilitator) = (server.program().await, server.facilitator("main").await);
    let mut screens = vec![
        server.screen("wall/main").await,
        server.screen("board/main").await,
        facilitator.watches("console/main").await,
    ];
    let hostile = format!("{SCRIPT} \u{202e}backwards\u{2066}");
    let post = line("1")
        .says(&hostile)
        .with("author", json!({ "handle": hostile, "name": hostile }))
        .with("lang", "en\" onload=\"x")
        .with("url", "javascript:alert(1)")
        .with(
            "media",
            json!([{ "url": "/media/\"><script>alert(3)</script>", "alt": hostile, "kind": "image" }]),
        );
    assert_eq!(program.pushes(&post).await["arrived"], 1);
    facilitator.features(&post).await;
    facilitator.starts_theme(SCRIPT).await;
    facilitator.gathers(&post, "main-1").await;
    facilitator.pins("main-1").await;
    facilitator.concludes("main-1", SCRIPT).await;
    let organiser = server.organiser().await;
    organiser.does("announce", json!({ "session": "main", "text": SCRIPT })).await.is(200);
    server.participant("main").submits(&hostile).await;
    for screen in &mut screens {
        screen.sees("alert(1)").await;
        screen.equals_a_fresh_one().await;
        let words: Vec<String> = markup_of(&screen.transcript);
        assert_inert(&words.join("\n"), "a stream");
    }
    let (by_key, by_theme) = (format!("/post/{}", post.key()), "/theme/main-1".to_owned());
    let paths = [
        "/wall/main",
        "/board/main",
        "/board/main/posts",
        "/console/main",
        "/chair/main",
        "/report",
        "/setup",
    ];
    for path in paths.map(str::to_owned).iter().chain([&by_key, &by_theme]) {
        assert_inert(&organiser.reads(path).await.is(200).body, path);
    }
}

/// The markup of a transcript's frames.
fn markup_of(transcript: &str) -> Vec<String> {
    let frames = transcript.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    frames.filter_map(|frame| frame["html"].as_str().map(str::to_owned)).collect()
}

fn assert_inert(html: &str, place: &str) {
    for live in LIVE {
        assert!(!html.contains(live), "{live:?} in {place}");
    }
    for attribute in [" onload=\"", " onerror=alert(2)>", "href=\"javascript:", " style=\""] {
        assert!(!html.contains(attribute), "{attribute:?} in {place}");
    }
}

#[tokio::test]
async fn overlong_and_broken_texts_are_cut_to_what_a_card_holds() {
    let server = Server::open().await;
    let mut wall = server.screen("wall/main").await;
    let tower = format!("Tower a{}", "\u{301}".repeat(10_000));
    let posts =
        [line("1").says(&tower), line("2").says("NUL\u{0}inside"), line("3").says(&"long ".repeat(5_000))];
    assert_eq!(server.program().await.pushes_all(&posts).await["arrived"], 3);
    wall.wait_until("three posts", |page| page.count("posts") == 3).await;
    assert!(wall.page.shows("NULinside"));
    assert!(wall.transcript.len() < 40_000, "{} bytes", wall.transcript.len());
}
