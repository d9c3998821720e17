//! Feeds: asked again and again, told once.

use std::time::Duration;

use backchannel::{
    config::Serve,
    domain::{PostKey, health::Condition},
    sources::feed::{Feed, Settings},
};
use harness::{Screen, Server, Sourced, fake_web::FakeWeb};
use serde_json::json;

const RSS: &str = "application/rss+xml";

/// A conference with an open policy, its wall, and a blog.
struct Scene {
    server: Server,
    wall: Screen,
    web: FakeWeb,
}

impl Scene {
    async fn new() -> Self {
        let hashtags = vec!["SoMeSummit".to_owned()];
        let server = Server::with(Serve { open: true, hashtags, ..Serve::default() }).await;
        let wall = server.screen("wall/main").await;
        Self { server, wall, web: FakeWeb::start().await }
    }

    fn follows(&self, path: &str) -> Sourced {
        let brief = Duration::from_millis(10);
        let settings = Settings::at(&self.web.url(path)).unwrap();
        self.server.hears(Feed::new(Settings {
            every: brief,
            first_pause: brief,
            longest_pause: brief,
            ..settings
        }))
    }

    /// Waits until the blog was asked twice more, so that everything before was taken in.
    async fn is_asked_again(&self) {
        self.web.is_asked_after(self.web.times_asked() + 1).await;
    }
}

fn rss(items: &[(&str, &str)]) -> String {
    let items = items.iter().map(|(id, title)| {
        format!("<item><guid>{id}</guid><title>{title}</title><pubDate>Fri, 26 Jun 2026 12:00:00 GMT</pubDate></item>")
    });
    let items: String = items.collect();
    format!("<rss version='2.0'><channel><title>Ward notes</title>{items}</channel></rss>")
}

#[tokio::test]
async fn an_item_arrives_once_and_nothing_is_sent_twice() {
    let mut scene = Scene::new().await;
    scene.web.has_tagged("/feed.xml", RSS, rss(&[("1", "Consent, twice."), ("2", "Rounds.")]), "\"one\"");
    let source = scene.follows("/feed.xml");
    scene.wall.sees("Consent, twice.").await;
    scene.wall.sees("Rounds.").await;
    assert!(scene.web.is_asked_after(0).await.get("if-none-match").is_none());
    assert_eq!(scene.web.is_asked_after(2).await["if-none-match"], "\"one\"");
    assert_eq!(source.health().posts, 2);
    scene.web.has_tagged("/feed.xml", RSS, rss(&[("3", "News."), ("1", "Consent, twice.")]), "\"two\"");
    scene.wall.sees("News.").await;
    assert_eq!(scene.server.web.numbers().await["posts"], 3);
}

#[tokio::test]
async fn an_item_without_a_time_is_told_once_though_the_whole_document_comes_each_time() {
    let mut scene = Scene::new().await;
    let undated = "<rss version='2.0'><channel><title>t</title><item><guid>9</guid><title>When, who knows.</title></item></channel></rss>";
    scene.web.has("/feed.xml", RSS, undated);
    let _source = scene.follows("/feed.xml");
    scene.wall.sees("When, who knows.").await;
    let head = scene.server.state().head;
    scene.server.clock.advance(600_000);
    scene.is_asked_again().await;
    assert_eq!(scene.server.state().head, head, "a look that brings nothing new leaves no trace");
}

#[tokio::test]
async fn a_changed_item_goes_back_to_review() {
    let mut scene = Scene::new().await;
    let facilitator = scene.server.facilitator("main").await;
    let mut console = facilitator.watches("console/main").await;
    scene.web.has("/feed.xml", RSS, rss(&[("1", "Tpyo.")]));
    let _source = scene.follows("/feed.xml");
    console.sees("Tpyo.").await;
    let id = format!("{} 1", scene.web.url("/feed.xml"));
    let post = PostKey::of("feed", &id).to_string();
    facilitator.does("show-post", json!({ "post": post })).await.is(200);
    scene.wall.sees("Tpyo.").await;
    scene.web.has("/feed.xml", RSS, rss(&[("1", "Other words.")]));
    scene.wall.loses("Tpyo.").await;
    console.sees("Other words.").await;
    assert!(!scene.wall.was_told("Other words."));
}

#[tokio::test]
async fn each_format_is_read() {
    let mut scene = Scene::new().await;
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><id>f</id><updated>2026-06-26T12:00:00Z</updated>
        <entry><id>a</id><title>By Atom.</title><updated>2026-06-26T12:00:00Z</updated></entry></feed>";
    let json = r#"{"version":"https://jsonfeed.org/version/1.1","title":"t",
        "items":[{"id":"j","content_text":"By JSON.","date_published":"2026-06-26T12:00:00Z"}]}"#;
    scene.web.has("/rss", RSS, rss(&[("r", "By RSS.")]));
    scene.web.has("/atom", "application/atom+xml", atom);
    scene.web.has("/json", "application/feed+json", json);
    let _sources = ["/rss", "/atom", "/json"].map(|path| scene.follows(path));
    for text in ["By RSS.", "By Atom.", "By JSON."] {
        scene.wall.sees(text).await;
    }
    assert_eq!(scene.server.web.numbers().await["posts"], 3);
}

#[tokio::test]
async fn a_failing_server_is_named_and_asked_again() {
    let mut scene = Scene::new().await;
    scene.web.fails("/feed.xml", 500);
    let source = scene.follows("/feed.xml");
    let says = |condition: &Condition| matches!(condition, Condition::Reconnecting { why, .. } if why.contains("500"));
    source.becomes("a failure in words", |health| says(&health.condition)).await;
    scene.web.has("/feed.xml", RSS, rss(&[("1", "Back again.")]));
    scene.wall.sees("Back again.").await;
    source.becomes("a recovery", |health| health.condition == Condition::Receiving).await;
}

#[tokio::test]
async fn rubbish_hurts_nobody_and_the_next_good_document_arrives() {
    let mut scene = Scene::new().await;
    scene.web.has("/feed.xml", RSS, rss(&[("1", &"x".repeat(10 * 1024 * 1024))]));
    let source = scene.follows("/feed.xml");
    let is_long = |condition: &Condition| matches!(condition, Condition::Reconnecting { why, .. } if why.contains("longer"));
    source.becomes("a document that is too long", |health| is_long(&health.condition)).await;
    scene.web.has("/feed.xml", RSS, bomb());
    scene.is_asked_again().await;
    let dropped = source.health().dropped;
    scene.web.has("/feed.xml", RSS, "neither this nor that");
    source.becomes("garbage dropped", |health| health.dropped > dropped).await;
    scene.web.has("/feed.xml", RSS, rss(&[("2", "All is well.")]));
    scene.wall.sees("All is well.").await;
    assert!(!scene.wall.was_told("boom"), "no entity of a document's own is unfolded");
}

/// Ten entities, each ten times the one before.
fn bomb() -> String {
    let entities: String =
        (1..10).map(|n| format!("<!ENTITY e{n} '{}'>", format!("&e{};", n - 1).repeat(10))).collect();
    format!(
        "<!DOCTYPE rss [<!ENTITY e0 'boom'>{entities}]><rss version='2.0'><channel><title>t</title>
        <item><guid>b</guid><title>&e9;</title></item></channel></rss>"
    )
}
