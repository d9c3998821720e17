//! Streams: resuming, falling back, stopping.

use harness::{Server, line};

#[tokio::test]
async fn a_screen_that_was_cut_off_goes_on_where_it_stood() {
    let server = Server::open().await;
    let program = server.program().await;
    let mut wall = server.screen("wall/main").await;
    program.pushes(&line("1").says("Before the cut.")).await;
    wall.sees("Before the cut.").await;
    program.pushes(&line("2").says("During the cut.")).await;
    wall.comes_back().await;
    wall.sees("During the cut.").await;
    assert_eq!(wall.page.resets, 1, "it missed nothing that the ring has not");
    wall.equals_a_fresh_one().await;
}

#[tokio::test]
async fn a_cursor_that_is_not_of_this_log_gets_the_whole_page() {
    let server = Server::open().await;
    server.program().await.pushes(&line("1").says("Already here.")).await;
    let log = server.web.log_id().await;
    for place in
        [format!("since=999&log={log}"), "since=1&log=another".to_owned(), format!("since=0&log={log}")]
    {
        let screen = server.screen(&format!("wall/main?{place}")).await;
        assert!(screen.page.shows("Already here."), "{place}");
    }
}

#[tokio::test]
async fn a_page_and_its_stream_meet_without_a_gap() {
    let server = Server::open().await;
    let program = server.program().await;
    program.pushes(&line("1").says("In the page.")).await;
    let page = server.web.reads("/wall/main").await.is(200).body;
    let attribute = |name: &str| {
        let (_, after) = page.split_once(&format!("{name}=\"")).unwrap();
        after.split('"').next().unwrap().to_owned()
    };
    let mut keeper = server.screen("wall/main").await;
    program.pushes(&line("2").says("After the page.")).await;
    keeper.sees("After the page.").await;
    let path = format!("/stream/wall/main?since={}&log={}", attribute("data-seq"), attribute("data-log"));
    let mut carrier = harness::carrier::Carrier::socket(&server.web, &path, None).await.unwrap();
    let heard = harness::patience::within("what came after the page", carrier.hear()).await;
    let harness::carrier::Heard::Message(message) = heard else { panic!("{heard:?}") };
    assert!(message.contains("After the page."), "{message}");
}

#[tokio::test]
async fn server_sent_events_give_the_same_page() {
    let server = Server::open().await;
    let (program, facilitator) = (server.program().await, server.facilitator("main").await);
    let (mut socket, mut events) =
        (server.web.watches("board/main").await, server.web.follows("board/main").await);
    for number in 0..30 {
        program.pushes(&line(&number.to_string()).says(&format!("Dreißig Wörter, №{number}."))).await;
    }
    facilitator.starts_theme("Ünïcode").await;
    facilitator.pins("main-1").await;
    program.withdraws(&line("3")).await;
    for screen in [&mut socket, &mut events] {
        screen.equals_a_fresh_one().await;
    }
    assert_eq!(socket.page.regions, events.page.regions);
}

#[tokio::test]
async fn a_server_that_stops_asks_its_screens_to_come_back() {
    let server = Server::open().await;
    let (mut wall, mut board) = (server.screen("wall/main").await, server.screen("board/main").await);
    let (_, first, second) = tokio::join!(server.stop(), wall.ends(), board.ends());
    assert_eq!((first, second), (Some(1012), Some(1012)));
}

#[tokio::test]
async fn a_session_without_news_is_live_within_its_first_message() {
    let server = Server::summit().await;
    let log = server.web.log_id().await;
    let head = server.state().head;
    let mut keeper = server.screen("wall/ethics").await;
    let path = format!("/stream/wall/ethics?since={head}&log={log}");
    let mut carrier = harness::carrier::Carrier::socket(&server.web, &path, None).await.unwrap();
    let heard = harness::patience::within("a first message", carrier.hear()).await;
    let harness::carrier::Heard::Message(message) = heard else { panic!("{heard:?}") };
    assert!(message.contains("\"op\":\"note\""), "{message}");
    keeper.wait_until("who is here", |page| page.notes.contains_key("people")).await;
}
