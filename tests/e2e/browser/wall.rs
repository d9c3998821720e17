use harness::{
    Line, Server,
    browser::{Browser, Size, Window},
    line,
};
use serde::Deserialize;

/// The pacing's promise, less what a busy machine may lose of it.
const BETWEEN_CHANGES: f64 = 2_400.0;

#[tokio::test]
async fn a_busy_wall_changes_one_card_at_a_time_and_shifts_nothing_else() {
    let server = Server::open().await;
    let program = server.program().await;
    program.pushes_all(&posts("opening", 40)).await;
    let wall = opened(&server).await;
    let _: Option<bool> = wall.answers(RECORD).await;
    program.pushes_all(&posts("rush", 40)).await;
    wall.waits_for("window.changes.length >= 5").await;

    let changes: Vec<Change> = wall.answers("return window.changes").await;
    for (before, after) in changes.iter().zip(&changes[1..]) {
        assert!(after.at - before.at >= BETWEEN_CHANGES, "two cards changed at once: {changes:#?}");
    }
    let watched = wall.watched().await;
    assert!(watched.shifts.is_empty(), "{:#?}", watched.shifts);
    watched.is_clean("the wall");
}

#[tokio::test]
async fn a_wall_is_as_light_after_a_thousand_posts_as_after_a_few_hundred() {
    let server = Server::open().await;
    let program = server.program().await;
    program.pushes_all(&posts("morning", 3)).await;
    let wall = opened(&server).await;
    let mut weights = Vec::new();
    for (name, count) in [("noon", 300), ("evening", 700)] {
        let posts = posts(name, count);
        program.pushes_all(&posts).await;
        wall.waits_for(&format!("document.getElementById('post-{}')", posts[count - 1].key())).await;
        weights.push(wall.answers::<usize>("return document.querySelectorAll('*').length").await);
    }
    assert!(weights[1] <= weights[0] + weights[0] / 20, "{weights:?} elements");
}

#[derive(Debug, Deserialize)]
struct Change {
    at: f64,
    #[expect(dead_code, reason = "read by whoever reads the failure")]
    slot: String,
}

/// Notes from now on which slot gets another card, and when.
const RECORD: &str = "
    window.watched.shifts = [];
    window.changes = [];
    for (const slot of document.querySelectorAll('[data-slot]')) {
        let card = slot.lastElementChild?.dataset.post;
        new MutationObserver(() => {
            const next = slot.lastElementChild?.dataset.post;
            if (next !== card) window.changes.push({ at: performance.now(), slot: slot.dataset.slot });
            card = next;
        }).observe(slot, { childList: true });
    }
    return null;
";

async fn opened(server: &Server) -> Window {
    let wall = Browser::start().await.window(Size::WALL).await;
    wall.opens(&format!("{}/wall/main", server.web.base)).await;
    wall.waits_for("document.querySelectorAll('[data-slot] [data-post]').length >= 3").await;
    wall
}

/// Posts of as many authors, who are the same each time: a wall shows one card of each.
fn posts(name: &str, count: usize) -> Vec<Line> {
    let post = |number| {
        line(&format!("{name}-{number}")).by(&format!("Person {number}"), &format!("{number}@social.example"))
    };
    (0..count).map(post).collect()
}
