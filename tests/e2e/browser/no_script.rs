use harness::{
    Server,
    browser::{Browser, Size},
    line,
};

#[tokio::test]
async fn the_board_reads_and_takes_posts_without_scripts() {
    let server = Server::open().await;
    server.program().await.pushes(&line("one").says("Read me without a script.")).await;
    let phone = Browser::start().await.window(Size(390, 844)).await;
    phone.forgoes_scripts().await;
    phone.opens(&format!("{}/board/main", server.web.base)).await;
    assert!(phone.says("Read me without a script.").await);
    phone.fills_in("textarea[name=text]", "Sent by the form alone.").await;
    phone.is_pictured("board-without-scripts").await;
    phone.leaves_by(".say__send").await;
    assert!(phone.says("Received").await);
    phone.opens(&format!("{}/board/main", server.web.base)).await;
    assert!(phone.says("Sent by the form alone.").await);
}

#[tokio::test]
async fn the_console_shows_and_the_chair_discusses_without_scripts() {
    let server = Server::start().await;
    let organiser = server.organiser().await;
    let post = line("one").says("Shown by a form.");
    server.program().await.pushes(&post).await;
    organiser.starts_theme("Forms are enough").await;
    organiser.pins("main-1").await;

    let window = Browser::start().await.window(Size::DESK).await;
    window.forgoes_scripts().await;
    window.opens(&organiser.invites("Noor Haddad", "organiser", None).await).await;
    window.leaves_by("form[data-press] button").await;
    window.opens(&format!("{}/console/main", server.web.base)).await;
    window.is_pictured("console-without-scripts").await;
    window.leaves_by(&format!("#post-{} [data-act=show]", post.key())).await;
    assert!(window.says("data-verdict=\"shown\"").await);

    window.opens(&format!("{}/chair/main", server.web.base)).await;
    window.is_pictured("chair-without-scripts").await;
    window.leaves_by("#theme-main-1 .dock__button--discussing").await;
    assert!(window.says("data-state=\"discussing\"").await);
}
