//! Samples of the board and of what it is made of.

use super::{
    draw,
    pages::sessions,
    parts::{amara, ethics, layla, moment, people, posts, shell},
};
use crate::{
    Words,
    board::{
        BoardConclusion, BoardPage, BoardPost, BoardPostsPage, BoardQuestion, BoardTheme, Resource, Sent,
    },
    parts::{Post, ThemeState, Weight},
};

pub(super) fn samples(t: &'static Words) -> Vec<(&'static str, String)> {
    vec![
        ("board", draw(&page(t, None))),
        ("board, received", draw(&page(t, Some(received())))),
        ("board, not saved", draw(&page(t, Some(failed())))),
        ("board, empty", draw(&empty(t))),
        ("board posts", draw(&all_posts(t))),
        ("board question", draw(&BoardQuestion { t, question: None })),
        ("board theme", theme(t, ThemeState::Discussing)),
        ("board post", post(t, amara())),
        ("board conclusion", conclusion(t)),
    ]
}

fn page(t: &'static Words, sent: Option<Sent>) -> BoardPage<'static> {
    BoardPage {
        shell: shell(t, "Ethics & professionalism"),
        session: ethics(),
        sessions: sessions(),
        stream: "/stream/board/ethics".into(),
        question: draw(&question(t)),
        themes: theme(t, ThemeState::Discussing),
        posts: posts().into_iter().map(|each| post(t, each)).collect(),
        conclusions: conclusion(t),
        theme_count: 1,
        post_count: 1_412,
        people: people(),
        table: None,
        sent,
        resources: vec![
            resource(
                "Patients’ stories online: a reading list",
                "12 open-access papers",
                Some("https://summit.example/list"),
            ),
            resource("Case pack: keep, edit or delete", "Slides, CC BY", None),
        ],
    }
}

fn empty(t: &'static Words) -> BoardPage<'static> {
    BoardPage {
        question: draw(&BoardQuestion { t, question: None }),
        themes: String::new(),
        posts: String::new(),
        conclusions: String::new(),
        theme_count: 0,
        post_count: 0,
        table: Some(6),
        resources: vec![],
        ..page(t, None)
    }
}

fn received() -> Sent {
    Sent::Received { text: "I would want to read the post before anyone else does.".into(), before: 11 }
}

fn failed() -> Sent {
    Sent::Failed { text: "I would want to read it first.".into(), why: String::new() }
}

fn all_posts(t: &'static Words) -> BoardPostsPage<'static> {
    BoardPostsPage {
        shell: shell(t, "Ethics & professionalism"),
        session: ethics(),
        sessions: sessions(),
        posts: posts().into_iter().map(|each| post(t, each)).collect(),
        post_count: 1_412,
        older: Some("/board/ethics/posts?page=3".into()),
        newer: Some("/board/ethics/posts".into()),
    }
}

fn question(t: &'static Words) -> BoardQuestion<'static> {
    BoardQuestion {
        t,
        question: Some("What would you need to hear from a patient before you post their story?".into()),
    }
}

pub(super) fn theme(t: &'static Words, state: ThemeState) -> String {
    draw(&BoardTheme {
        t,
        id: "ethics-3".into(),
        order: "003".into(),
        title: "Who decides that a patient’s story may be posted?".into(),
        summary: None,
        state,
        weight: Weight { posts: 23, people: 14, tables: 3 },
        posts: vec![inside(t, amara()), inside(t, layla())],
    })
}

pub(super) fn post(t: &'static Words, post: Post) -> String {
    draw(&BoardPost { t, post, inside_theme: false })
}

fn inside(t: &'static Words, post: Post) -> BoardPost<'static> {
    BoardPost { t, post, inside_theme: true }
}

fn conclusion(t: &'static Words) -> String {
    draw(&BoardConclusion {
        t,
        id: "ethics-1".into(),
        order: "001".into(),
        text: "“Keep, edit or delete” exercises with real posts replace the list of don’ts.".into(),
        at: moment("14:02"),
        by: "H. Vos".into(),
        weight: Weight { posts: 31, people: 19, tables: 4 },
    })
}

fn resource(title: &str, about: &str, url: Option<&str>) -> Resource {
    Resource { title: title.into(), about: about.into(), url: url.map(str::to_owned) }
}
