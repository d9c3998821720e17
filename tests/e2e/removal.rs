//! What is taken away is gone.

use backchannel::{clock::Clock, conference::Conference};
use harness::{Server, folder::files_with, line};

#[tokio::test]
async fn a_hidden_post_leaves_what_the_audience_sees() {
    let server = Server::open().await;
    let (program, facilitator) = (server.program().await, server.facilitator("main").await);
    let (mut wall, mut board) = (server.screen("wall/main").await, server.screen("board/main").await);
    let mut console = facilitator.watches("console/main").await;
    let post = line("1").says("Buy my newsletter.");
    program.pushes(&post).await;
    facilitator.features(&post).await;
    wall.sees("Buy my newsletter.").await;
    facilitator.hides(&post).await;
    wall.loses("Buy my newsletter.").await;
    board.loses("Buy my newsletter.").await;
    console.wait_until("a hidden row", |page| page.shows("data-verdict=\"hidden\"")).await;
    server.web.reads(&format!("/post/{}", post.key())).await.is(404);
    assert_eq!(server.web.numbers().await["posts"], 1, "verdicts do not matter to the report");
    wall.equals_a_fresh_one().await;
}

#[tokio::test]
async fn a_withdrawn_post_leaves_every_screen_every_number_and_the_files() {
    let server = Server::open().await;
    let (program, facilitator) = (server.program().await, server.facilitator("main").await);
    let (mut wall, mut board) = (server.screen("wall/main").await, server.screen("board/main").await);
    let mut console = facilitator.watches("console/main").await;
    let post = line("1").says("Xylophagous beetles ate my notes.");
    program.pushes_all(&[post.clone(), line("2")]).await;
    facilitator.starts_theme("Beetles").await;
    facilitator.gathers(&post, "main-1").await;
    for screen in [&mut wall, &mut board, &mut console] {
        screen.sees("Xylophagous").await;
    }
    assert!(!files_with("Xylophagous", &server.data).is_empty());
    program.withdraws(&post).await;
    for screen in [&mut wall, &mut board, &mut console] {
        screen.loses("Xylophagous").await;
        screen.equals_a_fresh_one().await;
    }
    server.web.reads(&format!("/post/{}", post.key())).await.is(410);
    let numbers = server.web.numbers().await;
    assert_eq!((&numbers["posts"], &numbers["impressions"]), (&1.into(), &100.into()));
    assert_eq!(files_with("Xylophagous", &server.data), Vec::<std::path::PathBuf>::new());
}

#[tokio::test]
async fn a_withdrawal_takes_the_edits_and_the_reposts_with_it() {
    let server = Server::open().await;
    let program = server.program().await;
    let post = line("1").says("Zymurgy, first draft.");
    let repost = line("r").says("RT @amara: Zymurgy, first draft.").reposts("1").by("Jonas", "jonas.example");
    program.pushes_all(&[repost, post.clone(), post.clone().says("Zymurgy, second draft.")]).await;
    program.withdraws(&post).await;
    assert_eq!(files_with("Zymurgy", &server.data), Vec::<std::path::PathBuf>::new());
    assert_eq!(server.web.numbers().await["posts"], 0);
}

#[tokio::test]
async fn a_post_that_was_withdrawn_before_it_came_stays_away() {
    let server = Server::open().await;
    let program = server.program().await;
    let post = line("1").says("Too late.");
    program.withdraws(&post).await;
    assert_eq!(program.pushes(&post).await["ignored"], 1);
    assert_eq!(server.web.numbers().await["posts"], 0);
    server.web.reads(&format!("/post/{}", post.key())).await.is(410);
}

#[tokio::test]
async fn a_redacted_log_folds_to_the_same_state() {
    let server = Server::open().await;
    let program = server.program().await;
    program.pushes_all(&[line("1"), line("2").reposts("1"), line("3")]).await;
    program.withdraws(&line("1")).await;
    let live = server.state();
    let stopped = server.stop().await;
    let again = Conference::open(&stopped.data, Clock::System).await.unwrap();
    assert_eq!(*again.pipeline.state(), *live);
    again.close().await;
}
