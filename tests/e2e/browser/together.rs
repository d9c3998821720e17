use harness::{
    Line, Server,
    browser::{Browser, Size, Window},
    line,
};

const ESCAPE: &str = "\u{E00C}";
const ENTER: &str = "\u{E007}";
const TITLE: &str = "Who may say no to being counted?";

#[tokio::test]
async fn wall_console_chair_and_board_work_together() {
    let server = Server::summit().await;
    let browser = Browser::start().await;
    let room = Room::opened(&server, &browser).await;
    let posts = posts();
    server.program().await.pushes_all(&posts).await;

    // The newest stands first: the facilitator goes down the list by keyboard.
    let [sixth, fifth, fourth, third, second, first] = [5, 4, 3, 2, 1, 0].map(|place| &posts[place]);
    room.console.waits_for(&row(first, "matches('[data-waits]')")).await;
    room.console_presses("j", &row(sixth, "ariaCurrent === 'true'")).await;
    room.console_presses("a", &row(sixth, "dataset.verdict === 'shown'")).await;
    room.console_presses("j", &row(fifth, "ariaCurrent === 'true'")).await;
    room.console_presses("h", &row(fifth, "dataset.verdict === 'hidden'")).await;
    for shown in [fourth, third] {
        room.console_presses("j", &row(shown, "ariaCurrent === 'true'")).await;
        room.console_presses("a", &row(shown, "dataset.verdict === 'shown'")).await;
    }
    room.wall.waits_for(&slot(sixth)).await;
    room.wall.waits_for(&slot(third)).await;
    assert!(!room.wall.says(&fifth.key()).await, "a hidden post never reaches the wall");

    room.console_presses("n", "document.querySelector('[data-ask=new-theme] dialog').open").await;
    room.console_presses(ENTER, &row(third, "dataset.theme === 'ethics-1'")).await;
    room.console
        .waits_for("document.activeElement === document.body && !document.querySelector('dialog[open]')")
        .await;
    for gathered in [second, first] {
        room.console_presses("j", &row(gathered, "ariaCurrent === 'true'")).await;
        room.console_presses("t1", &row(gathered, "dataset.theme === 'ethics-1'")).await;
    }
    room.console_presses("b", "document.getElementById('theme-ethics-1').dataset.state === 'waiting'").await;

    room.chair
        .waits_for(&format!("document.querySelector('[data-shown] h2').textContent === '{TITLE}'"))
        .await;
    room.chair.clicks(".desk-theme[data-shown] .dock__button--discussing").await;
    room.wall
        .waits_for(&format!("document.querySelector('.wall-banner__title').textContent === '{TITLE}'"))
        .await;
    room.board
        .waits_for("document.getElementById('theme-ethics-1').innerText.includes('Discussed now')")
        .await;
    room.board.waits_for(&on_board(sixth)).await;
    room.is_pictured().await;

    while !room.console.answers::<bool>(&format!("return {}", row(sixth, "ariaCurrent === 'true'"))).await {
        room.console.types("k").await;
    }
    room.console_presses("h", &row(sixth, "dataset.verdict === 'hidden'")).await;
    room.wall.waits_for(&format!("!document.body.innerHTML.includes('{}')", sixth.key())).await;
    room.board.waits_for(&format!("!({})", on_board(sixth))).await;

    room.console.types(&ESCAPE.repeat(2)).await;
    room.wall.waits_for("document.querySelector('[data-cleared=true]')").await;
    room.wall.is_pictured("wall-cleared").await;
    room.console
        .waits_for("document.querySelector('[data-act=clear]').formAction.endsWith('show-wall')")
        .await;
    room.console.types(&ESCAPE.repeat(2)).await;
    room.wall.waits_for("!document.querySelector('[data-cleared=true]')").await;
    room.wall.waits_for(&slot(third)).await;
    room.was_never_reloaded().await;
}

/// The four screens of a session.
struct Room {
    wall: Window,
    console: Window,
    chair: Window,
    board: Window,
}

impl Room {
    async fn opened(server: &Server, browser: &Browser) -> Self {
        let organiser = server.organiser().await;
        let room = Self {
            wall: browser.window(Size::WALL).await,
            console: browser.window(Size::DESK).await,
            chair: browser.window(Size::TABLET).await,
            board: browser.window(Size::PAGE).await,
        };
        room.wall.opens(&format!("{}/wall/ethics", server.web.base)).await;
        room.board.opens(&format!("{}/board/ethics", server.web.base)).await;
        room.console.joins(&organiser.invites("Noor Haddad", "facilitator", Some("ethics")).await).await;
        room.chair.joins(&organiser.invites("Dara Quist", "chair", Some("ethics")).await).await;
        for window in room.windows() {
            window.marks_its_page().await;
        }
        room
    }

    fn windows(&self) -> [&Window; 4] {
        [&self.wall, &self.console, &self.chair, &self.board]
    }

    async fn console_presses(&self, keys: &str, then: &str) {
        self.console.types(keys).await;
        self.console.waits_for(then).await;
    }

    async fn is_pictured(&self) {
        for (window, name) in self.windows().into_iter().zip(["wall", "console", "chair", "board"]) {
            window.is_pictured(&format!("together-{name}")).await;
        }
    }

    async fn was_never_reloaded(&self) {
        for window in self.windows() {
            assert!(window.stands_on_its_marked_page().await);
            window.watched().await.is_clean("a page of the room");
        }
    }
}

fn posts() -> [Line; 6] {
    // A wall shows one card of an author: these are six.
    [
        ("Amara Okafor", "At table four we ask before we record. #ethics"),
        ("Luca Ferrante", "My students never saw the form they agreed to. #ethics"),
        ("Priya Nair", "Who may say no to being counted? #ethics"),
        ("Jonas Lindqvist", "Consent is not a checkbox, it is a conversation. #ethics"),
        ("Spam Shop", "Cheap followers here. #ethics"),
        ("Mei Tanaka", "We publish what we collect, every term. #ethics"),
    ]
    .map(|(name, text)| line(name).by(name, &format!("{}@social.example", name.replace(' ', "."))).says(text))
}

/// The console's row of a post, with a property of it.
fn row(post: &Line, property: &str) -> String {
    format!("document.getElementById('post-{}').{property}", post.key())
}

fn slot(post: &Line) -> String {
    format!("document.querySelector('[data-slot] [data-post=post-{}]')", post.key())
}

fn on_board(post: &Line) -> String {
    format!("document.querySelector('[data-region=posts]').innerHTML.includes('{}')", post.key())
}
