use std::path::PathBuf;

use harness::browser::{Browser, Rehearsal, Size, Window};
use serde::Deserialize;

use super::pages::{PUBLIC, STAFF};

#[tokio::test]
async fn no_page_of_the_audience_has_a_serious_finding_of_axe() {
    let rehearsal = Rehearsal::at_speed("1").await;
    let window = Browser::start().await.window(Size::PAGE).await;
    for (name, path) in PUBLIC {
        window.opens(&rehearsal.page(path)).await;
        is_accessible(&window, name).await;
    }
    window.opens(&rehearsal.page("/board/ethics/posts")).await;
    window.leaves_by("a[href^='/post/']").await;
    is_accessible(&window, "post").await;
    window.becomes(Size::WALL).await;
    window.opens(&rehearsal.page("/wall/ethics")).await;
    window.waits_for("document.querySelectorAll('[data-slot] [data-post]').length === 4").await;
    is_accessible(&window, "wall").await;
}

#[tokio::test]
async fn no_page_of_the_staff_has_a_serious_finding_of_axe_by_day_or_night() {
    let rehearsal = Rehearsal::at_speed("1").await;
    let window = Browser::start().await.window(Size::DESK).await;
    rehearsal.lets_in(&window).await;
    for (name, path, size) in STAFF {
        window.becomes(size).await;
        window.opens(&rehearsal.page(path)).await;
        is_accessible(&window, name).await;
    }
    window.goes_dark().await;
    for (name, path, size) in STAFF {
        window.becomes(size).await;
        window.opens(&rehearsal.page(path)).await;
        is_accessible(&window, &format!("{name}-dark")).await;
    }
}

/// What axe-core says against a page.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read by whoever reads the failure")]
struct Finding {
    rule: String,
    why: Vec<String>,
}

async fn is_accessible(window: &Window, page: &str) {
    // What fades in is judged when it is there.
    window.waits_for("document.getAnimations().every((one) => one.playState !== 'running')").await;
    window.is_pictured(page).await;
    window.watched().await.is_clean(page);
    let findings: Vec<Finding> = window.answers_later(&format!("{}\n{RUN}", axe())).await;
    assert!(findings.is_empty(), "{page}: {findings:#?}");
}

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const why = ({ target, failureSummary }) => `${target}: ${failureSummary}`;
    const finding = ({ id, nodes }) => ({ rule: id, why: nodes.slice(0, 5).map(why) });
    const isSerious = ({ impact }) => ['serious', 'critical'].includes(impact);
    axe.run({ iframes: false, resultTypes: ['violations'] }).then(({ violations }) => done(violations.filter(isSerious).map(finding)));
";

/// axe-core, whose place the environment may name.
fn axe() -> String {
    let here = env!("CARGO_MANIFEST_DIR");
    let usual = || PathBuf::from(here).join("../target/npm/node_modules/axe-core/axe.min.js");
    let path = std::env::var_os("AXE_PATH").map_or_else(usual, PathBuf::from);
    std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!(
            "{}: {error}; install axe-core with `npm install --prefix target/npm axe-core`",
            path.display()
        )
    })
}
