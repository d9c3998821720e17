//! Reposts, duplicates and edits: the same thing more than once.

use harness::{Server, line};

#[tokio::test]
async fn a_repost_counts_towards_its_original_and_is_drawn_nowhere() {
    let server = Server::open().await;
    let mut wall = server.screen("wall/main").await;
    let original = line("1").says("Say it once.");
    let repost =
        line("2").says("RT @amara: Say it once.").by("Jonas Lindqvist", "jonas.example").reposts("1");
    let program = server.program().await;
    program.pushes(&original).await;
    program.pushes(&repost).await;
    program.pushes(&line("3").says("The end.")).await;
    wall.sees("The end.").await;
    assert_eq!(wall.page.count("posts"), 2);
    assert!(!wall.was_told("Jonas"));
    let numbers = server.web.numbers().await;
    assert_eq!(
        (&numbers["posts"], &numbers["reposts"], &numbers["participants"]),
        (&3.into(), &1.into(), &2.into())
    );
}

#[tokio::test]
async fn an_original_takes_the_place_of_the_repost_that_came_first() {
    let server = Server::open().await;
    let mut wall = server.screen("wall/main").await;
    let program = server.program().await;
    program
        .pushes(&line("2").says("RT @amara: Order is for logs.").by("Jonas", "jonas.example").reposts("1"))
        .await;
    program.pushes(&line("1").says("Order is for logs.")).await;
    program.pushes(&line("3").says("The end.")).await;
    wall.sees("The end.").await;
    assert_eq!(wall.page.count("posts"), 2);
    assert!(wall.page.shows(&format!("post-{}", line("1").key())));
    wall.equals_a_fresh_one().await;
}

#[tokio::test]
async fn a_post_that_comes_three_times_is_there_once() {
    let server = Server::open().await;
    let program = server.program().await;
    program.pushes(&line("1")).await;
    let pushed = program.pushes_all(&[line("1"), line("1")]).await;
    assert_eq!((&pushed["arrived"], &pushed["duplicates"]), (&0.into(), &2.into()));
    assert_eq!(server.web.numbers().await["posts"], 1);
}

#[tokio::test]
async fn an_edited_post_goes_back_to_review_and_its_old_text_is_never_shown_again() {
    let server = Server::start().await;
    let (program, facilitator) = (server.program().await, server.facilitator("main").await);
    let mut wall = server.screen("wall/main").await;
    let mut console = facilitator.watches("console/main").await;
    let post = line("1").says("The first wording.");
    program.pushes(&post).await;
    facilitator.shows(&post).await;
    wall.sees("The first wording.").await;
    assert_eq!(program.pushes(&post.clone().says("The second wording.")).await["edited"], 1);
    console.sees("The second wording.").await;
    console.transcript.clear();
    wall.loses("The first wording.").await;
    wall.transcript.clear();
    assert!(!wall.page.shows("The second wording."));
    facilitator.shows(&post).await;
    wall.sees("The second wording.").await;
    wall.equals_a_fresh_one().await;
    console.equals_a_fresh_one().await;
    assert!(!wall.was_told("The first wording.") && !console.was_told("The first wording."));
    assert!(!server.web.reads(&format!("/post/{}", post.key())).await.is(200).says("The first wording."));
}
