//! Themes: from posts to the chair, the board and the report.

use harness::{Server, line};

#[tokio::test]
async fn a_pinned_theme_reaches_the_chair_and_the_board() {
    let server = Server::start().await;
    let (facilitator, chair) = (server.facilitator("main").await, server.chair("main").await);
    let (mut board, mut desk) = (server.screen("board/main").await, chair.watches("chair/main").await);
    let mut console = facilitator.watches("console/main").await;
    let post = line("1").says("Ask before you quote.");
    server.program().await.pushes(&post).await;
    facilitator.starts_theme("Old posts and consent").await;
    console.sees("Old posts and consent").await;
    assert!(!board.page.shows("Old posts") && !desk.page.shows("Old posts"));
    server.web.reads("/theme/main-1").await.is(404);
    facilitator.gathers(&post, "main-1").await;
    facilitator.pins("main-1").await;
    desk.sees("Old posts and consent").await;
    board.sees("Ask before you quote.").await;
    for screen in [&mut board, &mut desk, &mut console] {
        screen.equals_a_fresh_one().await;
    }
    assert!(server.web.reads("/theme/main-1").await.is(200).says("Old posts and consent"));
}

#[tokio::test]
async fn what_the_chair_decides_stands_on_the_board_and_in_the_report() {
    let server = Server::start().await;
    let (facilitator, chair) = (server.facilitator("main").await, server.chair("main").await);
    let mut board = server.screen("board/main").await;
    facilitator.starts_theme("Counting lurkers").await;
    facilitator.pins("main-1").await;
    board.sees("Counting lurkers").await;
    chair.discusses("main-1").await;
    chair.parks("main-1").await;
    chair.concludes("main-1", "Silence is a kind of attendance.").await;
    board.sees("Silence is a kind of attendance.").await;
    board.equals_a_fresh_one().await;
    assert!(server.web.reads("/report").await.is(200).says("Silence is a kind of attendance."));
}

#[tokio::test]
async fn a_theme_that_is_sent_back_leaves_the_board_until_it_is_pinned_again() {
    let server = Server::start().await;
    let (facilitator, chair) = (server.facilitator("main").await, server.chair("main").await);
    let (mut board, mut console) =
        (server.screen("board/main").await, facilitator.watches("console/main").await);
    facilitator.starts_theme("Half a thought").await;
    facilitator.pins("main-1").await;
    board.sees("Half a thought").await;
    let back = serde_json::json!({ "theme": "main-1", "review": "sent_back", "words": "Which half?" });
    chair.does("review-pin", back).await.is(200);
    board.loses("Half a thought").await;
    console.sees("Which half?").await;
    facilitator.pins("main-1").await;
    board.sees("Half a thought").await;
    board.equals_a_fresh_one().await;
}

#[tokio::test]
async fn gathering_a_post_shows_it_and_moves_it_from_its_other_theme() {
    let server = Server::start().await;
    let facilitator = server.facilitator("main").await;
    let mut wall = server.screen("wall/main").await;
    let mut console = facilitator.watches("console/main").await;
    let post = line("1").says("Two homes are one too many.");
    server.program().await.pushes(&post).await;
    facilitator.starts_theme("First home").await;
    facilitator.starts_theme("Second home").await;
    facilitator.gathers(&post, "main-1").await;
    wall.sees("Two homes are one too many.").await;
    facilitator.gathers(&post, "main-2").await;
    console.equals_a_fresh_one().await;
    for (theme, times) in [("main-1", 0), ("main-2", 1)] {
        facilitator.pins(theme).await;
        let page = server.web.reads(&format!("/theme/{theme}")).await.is(200);
        assert_eq!(usize::from(page.says("Two homes are one too many.")), times, "{theme}");
    }
}
