//! Set-up.

use wall_ui::{
    Words,
    parts::{Mark, SessionHead},
};

use super::{
    draw,
    people::{ethics, moment, platforms, session, source},
    shell,
};
use crate::setup::{Day, OptOut, Person, SetupPage, SetupRoom, SetupSource, Slot, SlotSession, Step};

pub fn samples(t: &Words) -> Vec<(&'static str, String)> {
    let link = ("Inês Carvalho".to_owned(), "https://summit.example/join/made-up".to_owned());
    vec![
        ("setup", draw(&page(t))),
        ("setup, a new link", draw(&SetupPage { new_link: Some(link), ..page(t) })),
    ]
}

pub fn page(t: &Words) -> SetupPage<'_> {
    SetupPage {
        shell: shell(t, "SoMeSummit, set-up"),
        steps: vec![
            step("programme", true, "6 sessions, 2 rooms"),
            step("sources", true, "3 networks and the form"),
            step("people", false, "6 of 8 have joined"),
            step("rehearse", false, "Takes 5 minutes"),
        ],
        days: vec![day()],
        people: people(),
        sources: vec![
            line("x", "ok", "Last post 2 min ago"),
            line("mastodon", "ok", "meded.example, last post 4 min ago"),
            line("bluesky", "slow", "Last post 6 min ago, next try in 12 s"),
            line("room", "ready", "summit.example/a and /b"),
        ],
        sessions: vec![ethics(), platforms()],
        new_link: None,
        rooms: vec![
            room("Salon A", "summit.example/a", &platforms()),
            SetupRoom { walls: Vec::new(), ..room("Salon B", "summit.example/b", &ethics()) },
        ],
        opt_outs: vec![OptOut {
            author: "0123456789abcdef0123456789abcdef".to_owned(),
            source: source("mastodon"),
            handle: "@quiet@meded.example".to_owned(),
            reason: Some("I would rather not appear".to_owned()),
            at: moment("13:58"),
        }],
    }
}

fn step(name: &'static str, done: bool, detail: &str) -> Step {
    Step { name, done, detail: detail.to_owned() }
}

fn line(symbol: &'static str, state: &'static str, detail: &str) -> SetupSource {
    SetupSource { source: source(symbol), state, detail: detail.to_owned() }
}

fn room(name: &str, short: &str, head: &SessionHead) -> SetupRoom {
    let walls = vec![(format!("/wall/{}", head.id), head.name.clone())];
    SetupRoom { name: name.to_owned(), short: short.to_owned(), walls }
}

fn day() -> Day {
    let learning = session("learning", "Learning theory", Mark::Circle, "Salon A");
    let scholarship = session("scholarship", "Scholarship", Mark::Square, "Salon B");
    Day {
        date: moment("09:00"),
        rooms: vec!["Salon A".to_owned(), "Salon B".to_owned()],
        slots: vec![
            Slot {
                from: moment("09:00"),
                until: moment("09:45"),
                sessions: vec![plenary("Opening plenary")],
            },
            Slot {
                from: moment("10:00"),
                until: moment("12:00"),
                sessions: vec![
                    held(learning, 1, "R. Achterberg", "Felix"),
                    held(scholarship, 2, "I. Carvalho", "Noor"),
                ],
            },
            Slot {
                from: moment("13:30"),
                until: moment("15:30"),
                sessions: vec![
                    held(platforms(), 1, "K. Mensah", "Felix"),
                    held(ethics(), 2, "H. Vos", "Marit, Noor"),
                ],
            },
        ],
    }
}

fn plenary(name: &str) -> SlotSession {
    SlotSession {
        head: session("opening", name, Mark::None, "Salon A, Salon B"),
        column: 1,
        span: 2,
        tags: "#SoMeSummit".to_owned(),
        chairs: String::new(),
        facilitators: String::new(),
    }
}

fn held(head: SessionHead, column: usize, chairs: &str, facilitators: &str) -> SlotSession {
    SlotSession {
        head,
        column,
        span: 1,
        tags: "#SoMeSummit".to_owned(),
        chairs: chairs.to_owned(),
        facilitators: facilitators.to_owned(),
    }
}

fn people() -> Vec<Person> {
    [
        ("Marit Solberg", "MS", 4, "facilitator", "Ethics", true),
        ("Noor Haddad", "NH", 3, "facilitator", "Ethics, Scholarship", true),
        ("Hanneke Vos", "HV", 7, "chair", "Ethics", false),
        ("Inês Carvalho", "IC", 2, "chair", "Scholarship", false),
        ("Tor Lund", "TL", 1, "technician", "All screens", true),
    ]
    .into_iter()
    .map(|(name, initials, tone, role, place, joined)| Person {
        name: name.to_owned(),
        initials: initials.to_owned(),
        tone,
        role,
        place: place.to_owned(),
        joined,
    })
    .collect()
}
