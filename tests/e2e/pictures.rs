//! Pictures of strangers, on our walls and from our server.

use futures_util::future::join_all;
use harness::{
    Line, Server, Web,
    fake_web::FakeWeb,
    line,
    png::{bomb, png},
};
use serde_json::json;

/// More than any picture may weigh.
const TOO_LARGE: usize = 9 * 1024 * 1024;

fn pictured(id: &str, url: &str) -> Line {
    line(id).with("media", json!([{ "url": url, "alt": "A grey square", "kind": "image" }]))
}

fn address(post: &Line) -> String {
    format!("/media/{}/0", post.key())
}

async fn statuses(web: &Web, posts: &[Line]) -> Vec<u16> {
    let answers = posts.iter().map(|post| async { web.reads(&address(post)).await.status });
    join_all(answers).await
}

#[tokio::test]
async fn a_picture_comes_from_us_once_fetched_and_drawn_anew() {
    let (server, web) = (Server::open().await, FakeWeb::start().await);
    let mut wall = server.screen("wall/main").await;
    let file = png(20, "Room 101");
    let post = pictured("1", &web.has("/square.png", "image/png", file.clone()));
    server.program().await.pushes(&post).await;
    wall.sees(&format!("src=\"{}\"", address(&post))).await;
    wall.sees("A grey square").await;
    assert!(!wall.was_told(&web.url("")), "{}", wall.transcript);
    for _ in 0..2 {
        let answer = server.web.reads(&address(&post)).await.is(200);
        assert_eq!(answer.header("content-type"), "image/jpeg");
        assert!(answer.says("JFIF") && !answer.says("Room 101"));
        assert_ne!(answer.body, String::from_utf8_lossy(&file));
    }
    assert_eq!(web.times_asked(), 1);
    server.web.reads(&format!("/media/{}/1", post.key())).await.is(404);
}

#[tokio::test]
async fn what_is_no_picture_or_a_trap_is_not_found_and_breaks_nothing() {
    let (server, web) = (Server::open().await, FakeWeb::start().await);
    let urls = [
        web.has("/large.png", "image/png", png(20, &"x".repeat(TOO_LARGE))),
        web.has("/bomb.png", "image/png", bomb(20_000)),
        web.has("/code.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        web.has("/page.png", "image/png", "<!doctype html><script>alert(1)</script>"),
        web.has("/empty.png", "image/png", ""),
        web.url("/missing.png"),
        web.fails("/broken.png", 500),
        web.stalls("/endless.png"),
    ];
    let posts: Vec<Line> = urls.iter().enumerate().map(|(id, url)| pictured(&id.to_string(), url)).collect();
    server.program().await.pushes_all(&posts).await;
    assert_eq!(statuses(&server.web, &posts).await, [404; 8]);
    let asked = web.times_asked();
    assert_eq!(statuses(&server.web, &posts).await, [404; 8]);
    assert_eq!((asked, web.times_asked()), (8, 8), "what failed is left alone for a while");
    let good = pictured("good", &web.has("/square.png", "image/png", png(20, "")));
    server.program().await.pushes(&good).await;
    server.web.reads(&address(&good)).await.is(200);
}

#[tokio::test]
async fn no_stranger_sends_this_server_into_its_own_network() {
    let (server, web) = (Server::open().await, FakeWeb::start().await);
    let inside = FakeWeb::on([127, 0, 0, 2]).await;
    let secret = inside.has("/secret.png", "image/png", png(20, ""));
    let port = web.address.port();
    web.has("/secret.png", "image/png", png(20, ""));
    let urls = [
        secret.clone(),
        format!("http://localhost:{port}/secret.png"),
        format!("http://localhost.:{port}/secret.png"),
        format!("http://[::1]:{port}/secret.png"),
        format!("http://[::ffff:127.0.0.2]:{}/secret.png", inside.address.port()),
        format!("http://2130706434:{}/secret.png", inside.address.port()),
        "http://169.254.169.254/latest/meta-data".into(),
        "http://10.0.0.1/secret.png".into(),
        "file:///etc/passwd".into(),
        "ftp://127.0.0.1/secret.png".into(),
    ];
    let posts: Vec<Line> = urls.iter().enumerate().map(|(id, url)| pictured(&id.to_string(), url)).collect();
    server.program().await.pushes_all(&posts).await;
    assert_eq!(statuses(&server.web, &posts).await, [404; 10]);
    assert_eq!((web.times_asked(), inside.times_asked()), (0, 0));
    let leading = [
        pictured("to-metadata", &web.leads("/1", "http://169.254.169.254/latest/meta-data")),
        pictured("to-loopback", &web.leads("/2", &secret)),
        pictured("to-a-file", &web.leads("/3", "file:///etc/passwd")),
        pictured("in-a-circle", &web.leads("/4", &web.url("/4"))),
    ];
    server.program().await.pushes_all(&leading).await;
    assert_eq!(statuses(&server.web, &leading).await, [404; 4]);
    assert_eq!(inside.times_asked(), 0);
}

#[tokio::test]
async fn a_picture_goes_with_its_post_though_it_was_fetched() {
    let (server, web) = (Server::open().await, FakeWeb::start().await);
    let (program, facilitator) = (server.program().await, server.facilitator("main").await);
    let url = web.has("/square.png", "image/png", png(20, ""));
    let (hidden, withdrawn) = (pictured("1", &url), pictured("2", &url));
    program.pushes_all(&[hidden.clone(), withdrawn.clone()]).await;
    let posts = [hidden, withdrawn];
    assert_eq!(statuses(&server.web, &posts).await, [200, 200]);
    facilitator.hides(&posts[0]).await;
    program.withdraws(&posts[1]).await;
    assert_eq!(statuses(&server.web, &posts).await, [404, 410]);
    assert_eq!(statuses(&facilitator.web, &posts).await, [200, 410], "whoever judges a post sees all of it");
}

#[tokio::test]
async fn a_post_that_waits_shows_its_picture_to_its_sessions_staff_alone() {
    let (server, web) = (Server::summit().await, FakeWeb::start().await);
    let url = web.has("/square.png", "image/png", png(20, ""));
    let post = pictured("1", &url).says("Not yet. #ethics");
    server.program().await.pushes(&post).await;
    let at = address(&post);
    let facilitator = server.facilitator("ethics").await;
    server.web.reads(&at).await.is(404);
    server.facilitator("methods").await.reads(&at).await.is(404);
    assert_eq!(web.times_asked(), 0, "nobody who may not see it has it fetched");
    facilitator.reads(&at).await.is(200);
    server.chair("ethics").await.reads(&at).await.is(200);
    server.organiser().await.reads(&at).await.is(200);
    server.web.reads(&at).await.is(404);
    facilitator.shows(&post).await;
    server.web.reads(&at).await.is(200);
}
