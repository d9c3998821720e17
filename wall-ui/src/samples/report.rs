//! Samples of the report: full, and before anything has happened.

use super::{
    draw,
    pages::sessions,
    parts::{moment, shell},
};
use crate::{
    Words,
    parts::{Moment, SessionHead, Source, ThemeState, Weight},
    report::{Day, Numbers, Quote, ReportConclusion, ReportPage, ReportSource, ReportTheme},
};

/// Posts per ten minutes from eight in the morning on.
const BARS: [u32; 60] = [
    7, 7, 8, 6, 8, 9, 15, 41, 55, 61, 31, 18, 24, 43, 50, 64, 76, 71, 48, 41, 67, 67, 91, 52, 25, 11, 7, 7,
    4, 5, 5, 6, 7, 7, 9, 26, 76, 100, 83, 62, 63, 74, 95, 107, 86, 45, 14, 11, 18, 33, 73, 67, 61, 39, 15, 9,
    7, 8, 8, 8,
];

pub(super) fn samples(t: &'static Words) -> Vec<(&'static str, String)> {
    vec![("report", draw(&page(t))), ("report, empty", draw(&empty(t)))]
}

fn page(t: &'static Words) -> ReportPage<'static> {
    ReportPage {
        shell: shell(t, "Interim report"),
        drawn_at: moment("17:14"),
        conclusions: conclusions(),
        numbers: Numbers {
            posts: 2_241,
            reposts: 612,
            participants: 291,
            impressions: 5_238_114,
            followers_known: 289,
            registered: Some(83),
        },
        day: Some(day()),
        themes: themes(),
        sources: vec![
            brought("x", "X", 1_204),
            brought("mastodon", "Mastodon", 611),
            brought("room", "Room form", 88),
        ],
        hidden: 38,
        blocked: 2,
    }
}

fn empty(t: &'static Words) -> ReportPage<'static> {
    let numbers = Numbers {
        posts: 0,
        reposts: 0,
        participants: 0,
        impressions: 0,
        followers_known: 0,
        registered: None,
    };
    ReportPage {
        conclusions: vec![],
        numbers,
        day: None,
        themes: vec![],
        sources: vec![],
        hidden: 0,
        blocked: 0,
        ..page(t)
    }
}

fn conclusions() -> Vec<ReportConclusion> {
    let texts = [
        ("Ask for one sentence after each encounter, and answer it within the day.", "R. Achterberg"),
        (
            "Pilot open peer review for curated collections before asking committees to count them.",
            "I. Carvalho",
        ),
        ("“Keep, edit or delete” exercises with real posts replace the list of don’ts.", "H. Vos"),
        ("Test every channel on a slow connection and with a screen reader first.", "K. Mensah"),
    ];
    sessions().into_iter().zip(texts).map(|(session, (text, by))| concluded(session, text, by)).collect()
}

fn concluded(session: SessionHead, text: &str, by: &str) -> ReportConclusion {
    ReportConclusion {
        theme: format!("/theme/{}-1", session.id),
        accepted: session.running,
        session,
        text: text.into(),
        by: by.into(),
        at: moment("14:02"),
        weight: Weight { posts: 28, people: 17, tables: 2 },
    }
}

fn day() -> Day {
    let [learning, scholarship, ethics, platforms] = sessions().try_into().expect("there are four sessions");
    let plenary = SessionHead { name: "Plenary".into(), ..SessionHead::default() };
    Day {
        bars: BARS.into(),
        from: moment("08:00"),
        hours: (0..10).map(|hour| (hour * 6, format!("{:02}:00", 8 + hour))).collect(),
        peak: (43, moment("15:10")),
        sessions: vec![
            (plenary, 6, 11, 0),
            (learning, 12, 24, 0),
            (scholarship, 12, 24, 1),
            (platforms, 33, 45, 0),
            (ethics, 33, 45, 1),
        ],
    }
}

fn themes() -> Vec<ReportTheme> {
    let titles = [
        "Short posts are retrieval practice in disguise",
        "Count curation as scholarship, with peer review",
        "Who decides that a patient’s story may be posted?",
        "Choose the platform your quietest learner can use",
    ];
    sessions().into_iter().zip(titles).map(|(session, title)| strongest(session, title)).collect()
}

fn strongest(session: SessionHead, title: &str) -> ReportTheme {
    ReportTheme {
        path: format!("/theme/{}-1", session.id),
        quote: session.running.then(|| quote(moment("14:12"))),
        session,
        title: title.into(),
        state: ThemeState::Discussed,
        weight: Weight { posts: 21, people: 15, tables: 1 },
    }
}

fn quote(at: Moment) -> Quote {
    Quote {
        text: "Consent ≠ anonymity. #SoMeSummit".into(),
        lang: Some("en".into()),
        source: Source { symbol: "x", name: "X".into(), letter: String::new() },
        by: "Jonas Lindqvist, @jonas_l".into(),
        at,
    }
}

fn brought(symbol: &'static str, name: &str, posts: u64) -> ReportSource {
    ReportSource { source: Source { symbol, name: name.into(), letter: String::new() }, posts }
}
