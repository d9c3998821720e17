use harness::{
    Process,
    browser::{Browser, Size, Window},
    line,
};

#[tokio::test]
async fn open_walls_consoles_and_boards_recover_by_themselves_after_kill_9() {
    let mut server = Process::serve(&["--open"]).await;
    let browser = Browser::start().await;
    let program = server.program().await;
    program.pushes_all(&["before-1", "before-2", "before-3"].map(line)).await;

    let wall = browser.window(Size::WALL).await;
    wall.opens(&format!("{}/wall/main", server.web.base)).await;
    let board = browser.window(Size::PAGE).await;
    board.opens(&format!("{}/board/main", server.web.base)).await;
    let console = browser.window(Size::DESK).await;
    console.joins(&server.organiser().await.invites("Noor Haddad", "facilitator", Some("main")).await).await;
    let screens = [(&wall, "posts"), (&board, "posts"), (&console, "stream")];
    for (window, region) in screens {
        window.waits_for(&holds(region, 3)).await;
        window.marks_its_page().await;
    }

    server.dies_and_starts_again().await;
    program.pushes(&line("after-1")).await;
    for (window, region) in screens {
        window.waits_for(&holds(region, 4)).await;
        nothing_stands_twice(window).await;
        assert!(window.stands_on_its_marked_page().await);
    }
}

/// How many items a region has.
fn holds(region: &str, items: usize) -> String {
    format!("document.querySelectorAll('[data-region={region}] > [data-order]').length === {items}")
}

async fn nothing_stands_twice(window: &Window) {
    let ids: Vec<String> =
        window.answers("return [...document.querySelectorAll('[id]')].map(({ id }) => id)").await;
    let distinct: std::collections::HashSet<_> = ids.iter().collect();
    assert_eq!(distinct.len(), ids.len(), "{ids:#?}");
}
