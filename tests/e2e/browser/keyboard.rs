use harness::browser::{Browser, Rehearsal, Size, Window};
use serde::Deserialize;

use super::pages::STAFF;

const TAB: &str = "\u{E004}";

#[tokio::test]
async fn everything_on_board_console_chair_and_setup_is_reached_by_tab_and_shows_its_focus() {
    let rehearsal = Rehearsal::at_speed("0.001").await;
    let window = Browser::start().await.window(Size::PAGE).await;
    rehearsal.lets_in(&window).await;
    let board = ("board", "/board/ethics", Size::PAGE);
    for (name, path, size) in [board].into_iter().chain(STAFF) {
        window.becomes(size).await;
        window.opens(&rehearsal.page(path)).await;
        let walk = walk(&window).await;
        assert!(walk.missed.is_empty(), "{name}: Tab never reaches {:#?}", walk.missed);
        assert!(
            walk.unseen.is_empty(),
            "{name}: no outline says that these have the focus: {:#?}",
            walk.unseen
        );
    }
}

/// What Tab did on a page.
#[derive(Debug, Deserialize)]
struct Walk {
    missed: Vec<String>,
    unseen: Vec<String>,
}

/// Goes once around the page.
async fn walk(window: &Window) -> Walk {
    let stops: usize = window.answers(START).await;
    // What takes the focus may open and bring more.
    window.types(&TAB.repeat(stops + 20)).await;
    window.answers(END).await
}

const START: &str = "
    const name = (element) => element.outerHTML.slice(0, 160);
    const open = 'a[href], button, input, select, textarea, summary, [tabindex]';
    const stops = () => [...document.querySelectorAll(open)].filter((element) =>
        element.tabIndex >= 0 && !element.disabled && !element.closest('[inert]') && element.checkVisibility({ visibilityProperty: true }));
    const [reached, unseen] = [new Set(), new Set()];
    const seen = ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    document.addEventListener('focusin', ({ target }) => {
        reached.add(target);
        if (!seen(getComputedStyle(target))) unseen.add(target);
    });
    window.walked = () => ({
        missed: stops().filter((element) => !reached.has(element)).map(name),
        unseen: [...unseen].map(name),
    });
    return stops().length;
";
const END: &str = "return window.walked()";
