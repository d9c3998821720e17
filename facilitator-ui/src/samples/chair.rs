//! The chair's tablet and its items.

use wall_ui::{
    Words,
    parts::{ThemeState, Weight},
};

use super::{
    draw,
    people::{amara, ethics, moment, sunniva},
    shell,
};
use crate::chair::{ChairNow, ChairPage, ChairStatement, ChairTheme};

pub fn samples(t: &Words) -> Vec<(&'static str, String)> {
    vec![
        ("chair", draw(&page(t))),
        ("chair, nothing on the board", draw(&ChairPage { queue: String::new(), ..page(t) })),
        ("chair theme", draw(&discussing(t))),
        ("chair theme, discussed", draw(&concluded(t))),
        ("chair wall, cleared", draw(&cleared(t))),
        ("chair statement", draw(&ChairStatement { t })),
    ]
}

pub fn page(t: &Words) -> ChairPage<'_> {
    ChairPage {
        shell: shell(t, "Ethics & professionalism, chair"),
        session: ethics(),
        me: "Hanneke Vos".to_owned(),
        stream_path: "/stream/chair/ethics".to_owned(),
        queue: [discussing(t), waiting(t), concluded(t)].iter().map(draw).collect(),
        theme: draw(&now(t)),
        statement: draw(&ChairStatement { t }),
        wall: "/wall/ethics".to_owned(),
    }
}

fn theme<'a>(t: &'a Words, number: u64, title: &str, state: ThemeState) -> ChairTheme<'a> {
    ChairTheme {
        t,
        id: format!("ethics-{number}"),
        session: ethics(),
        order: format!("{}", 9 - number),
        version: 900 + number,
        title: title.to_owned(),
        summary: None,
        state,
        since: moment("14:09"),
        weight: Weight { posts: 17, people: 11, tables: 2 },
        posts: vec![sunniva()],
        conclusion: None,
    }
}

fn discussing(t: &Words) -> ChairTheme<'_> {
    let summary = "People online separate consent to tell a story from consent to keep it online. Several want the \
                   learner asked too.";
    ChairTheme {
        summary: Some(summary.to_owned()),
        weight: Weight { posts: 23, people: 14, tables: 3 },
        posts: vec![amara(), sunniva()],
        ..theme(t, 1, "Who decides that a patient’s story may be posted?", ThemeState::Discussing)
    }
}

fn waiting(t: &Words) -> ChairTheme<'_> {
    theme(t, 2, "A learner’s mistake as a teaching thread", ThemeState::Waiting)
}

fn concluded(t: &Words) -> ChairTheme<'_> {
    ChairTheme {
        conclusion: Some("Boundaries are taught with real cases that learners bring themselves.".to_owned()),
        ..theme(t, 5, "Teach boundaries with cases, not rules", ThemeState::Discussed)
    }
}

fn now(t: &Words) -> ChairNow<'_> {
    let discussing = Some("Who decides that a patient’s story may be posted?".to_owned());
    ChairNow { t, discussing, cleared: None, held: false }
}

fn cleared(t: &Words) -> ChairNow<'_> {
    ChairNow { cleared: Some(("Hanneke Vos".to_owned(), moment("14:12"))), ..now(t) }
}
