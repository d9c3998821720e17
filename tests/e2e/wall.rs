//! A post on its way to the wall.

use harness::{Server, line};

#[tokio::test]
async fn a_post_reaches_a_reviewed_wall_only_after_it_was_shown() {
    let server = Server::start().await;
    let (program, facilitator) = (server.program().await, server.facilitator("main").await);
    let (mut wall, mut board) = (server.screen("wall/main").await, server.screen("board/main").await);
    let mut console = facilitator.watches("console/main").await;
    let post = line("1").says("Consent is a conversation.");
    program.pushes(&post).await;
    console.sees("Consent is a conversation.").await;
    assert!(!wall.page.shows("Consent"));
    facilitator.shows(&post).await;
    wall.sees("Consent is a conversation.").await;
    board.sees("Consent is a conversation.").await;
    wall.equals_a_fresh_one().await;
    console.equals_a_fresh_one().await;
}

#[tokio::test]
async fn a_post_reaches_an_open_wall_at_once() {
    let server = Server::open().await;
    let mut wall = server.screen("wall/main").await;
    server.program().await.pushes(&line("1").says("Straight to the room.")).await;
    wall.sees("Straight to the room.").await;
}

#[tokio::test]
async fn a_held_post_is_nowhere_in_public() {
    let server = Server::start().await;
    let (program, facilitator) = (server.program().await, server.facilitator("main").await);
    let (mut wall, mut board) = (server.screen("wall/main").await, server.screen("board/main").await);
    let (held, shown) = (line("1").says("Quokka still waits."), line("2").says("This one is shown."));
    program.pushes_all(&[held.clone(), shown.clone()]).await;
    facilitator.shows(&shown).await;
    wall.sees("This one is shown.").await;
    board.sees("This one is shown.").await;
    for screen in [&wall, &board] {
        assert!(!screen.was_told("Quokka"), "{}", screen.transcript);
    }
    for path in ["/", "/wall/main", "/board/main", "/board/main/posts", "/report", "/about"] {
        assert!(!server.web.reads(path).await.is(200).says("Quokka"), "{path}");
    }
    server.web.reads(&format!("/post/{}", held.key())).await.is(404);
    server.web.reads(&format!("/post/{}", shown.key())).await.is(200);
}

#[tokio::test]
async fn words_route_a_post_to_its_session_alone() {
    let server = Server::summit().await;
    let program = server.program().await;
    let (mut ethics, mut methods) = (server.screen("wall/ethics").await, server.screen("wall/methods").await);
    let facilitator = server.facilitator("ethics").await;
    let post = line("1").says("What may we quote? #ethics");
    program.pushes_all(&[post.clone(), line("2").says("How do we count? #methods")]).await;
    methods.sees("How do we count?").await;
    facilitator.shows(&post).await;
    ethics.sees("What may we quote?").await;
    assert!(!ethics.was_told("How do we count?") && !methods.was_told("What may we quote?"));
}

#[tokio::test]
async fn a_person_in_the_room_speaks_without_an_account() {
    let server = Server::start().await;
    let facilitator = server.facilitator("main").await;
    let mut console = facilitator.watches("console/main").await;
    server.participant("main").submits("The last row hears nothing.").await;
    console.sees("The last row hears nothing.").await;
    server.web.fills_in("submit-post", "session=main&text=Neither+does+the+first.").await.is(303);
    console.sees("Neither does the first.").await;
}

#[tokio::test]
async fn whoever_spoke_can_follow_their_words_and_take_them_back() {
    let server = Server::open().await;
    let mut wall = server.screen("wall/main").await;
    let answer = server.web.fills_in("submit-post", "session=main&text=I+regret+this.").await.is(303);
    let mine = answer.header("location").to_owned();
    assert!(server.web.reads(&mine).await.is(200).says("I regret this."));
    wall.sees("I regret this.").await;
    let (_, token) = mine.rsplit_once('/').unwrap();
    server.web.fills_in("withdraw-mine", &format!("token={token}")).await.is(303);
    wall.loses("I regret this.").await;
    server.web.reads(&mine).await.is(410);
}

#[tokio::test]
async fn an_announcement_goes_down_when_its_time_is_over() {
    let server = Server::start().await;
    let organiser = server.organiser().await;
    let mut wall = server.screen("wall/main").await;
    let announced = serde_json::json!({ "session": "main", "text": "Coffee is served.", "until": "2026-06-26T12:20:00Z" });
    organiser.does("announce", announced).await.is(200);
    wall.sees("Coffee is served.").await;
    server.clock.advance(10 * 60 * 1_000);
    wall.loses("Coffee is served.").await;
}
