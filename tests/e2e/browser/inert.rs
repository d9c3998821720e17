use harness::{
    Server,
    browser::{Browser, Size},
    line,
};

const SCRIPT: &str = "<script>alert(1)</script>";

#[tokio::test]
async fn script_tags_in_a_handle_stay_text() {
    let server = Server::open().await;
    let organiser = server.organiser().await;
    let post = line("hostile")
        .by(&format!("Mallory {SCRIPT}"), "<img src=x onerror=alert(2)>@social.example")
        .says(&format!("{SCRIPT} \"><svg onload=alert(3)> javascript:alert(4)"));
    server.program().await.pushes_all(&[line("quiet-1"), line("quiet-2"), post.clone()]).await;
    organiser.starts_theme(SCRIPT).await;
    organiser.gathers(&post, "main-1").await;
    organiser.pins("main-1").await;

    let window = Browser::start().await.window(Size::PAGE).await;
    window.joins(&organiser.invites(SCRIPT, "organiser", None).await).await;
    let own = format!("/post/{}", post.key());
    let pages = [
        "/wall/main",
        "/board/main",
        "/board/main/posts",
        "/console/main",
        "/chair/main",
        "/setup",
        "/report",
        "/theme/main-1",
        &own,
    ];
    for page in pages {
        window.opens(&format!("{}{page}", server.web.base)).await;
        window.waits_for(&format!("document.body.textContent.includes('{SCRIPT}')")).await;
        let foreign: u32 = window.answers(FOREIGN).await;
        assert_eq!(foreign, 0, "{page} made elements of somebody's text");
        window.watched().await.is_clean(page);
    }
}

/// Elements and attributes that none of our templates writes.
const FOREIGN: &str =
    "return document.querySelectorAll('script:not([src]), img[src=x], [onerror], [onload]').length";
