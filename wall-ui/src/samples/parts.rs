//! Invented people, their posts, and the session they talk in.

use crate::{
    Words,
    parts::{Author, Mark, Media, Moment, People, Post, SessionHead, Shell, Source, Span},
};

/// Where samples find style sheets and scripts.
pub const ASSETS: &str = "/assets/samples";

#[must_use]
pub fn shell<'a>(t: &'a Words, title: &str) -> Shell<'a> {
    Shell {
        t,
        assets: ASSETS,
        title: title.into(),
        hashtag: "#SoMeSummit".into(),
        conference: "Social Media Summit".into(),
        rehearsal: false,
        seq: 981,
        log: "sample".into(),
        now: moment("14:12"),
        zone: "UTC".into(),
    }
}

/// A time on the day of the samples, whose zone is UTC.
#[must_use]
pub fn moment(clock: &str) -> Moment {
    Moment { iso: format!("2014-06-26T{clock}:00Z"), clock: clock.into(), day: "26 June".into() }
}

#[must_use]
pub fn ethics() -> SessionHead {
    SessionHead {
        id: "ethics".into(),
        name: "Ethics & professionalism".into(),
        mark: Mark::Triangle,
        room: "Salon B".into(),
        from: Some(moment("13:30")),
        until: Some(moment("15:30")),
        running: true,
    }
}

#[must_use]
pub fn people() -> People {
    let bars = [(1, 2), (1, 3), (2, 2), (1, 4), (3, 5), (2, 4), (2, 7), (4, 6), (3, 10), (4, 13)];
    People { room: 41, online: 218, bars: bars.into() }
}

/// Newest first.
#[must_use]
pub fn posts() -> Vec<Post> {
    vec![amara(), jonas(), priya(), table_six(), layla(), katrin(), emoji()]
}

#[must_use]
pub fn amara() -> Post {
    let text = "If a learner’s mistake becomes a teaching thread, ask the learner first. Every time. ";
    Post {
        author: author("Amara Okafor", "@amara@meded.example", "AO", 4),
        source: source("mastodon", "Mastodon"),
        text: vec![plain(text), own_tag()],
        lang: Some("en".into()),
        url: Some("https://meded.example/@amara/112".into()),
        reposts: 3,
        ..numbered(7, "14:12")
    }
}

#[must_use]
pub fn jonas() -> Post {
    Post {
        author: author("Jonas Lindqvist", "@jonas_l", "JL", 1),
        source: source("x", "X"),
        text: vec![plain("Consent ≠ anonymity. "), own_tag()],
        lang: Some("en".into()),
        url: Some("https://x.example/jonas_l/status/6".into()),
        ..numbered(6, "14:11")
    }
}

#[must_use]
pub fn priya() -> Post {
    let alt =
        "Hand-drawn slide: Would I say it at the bedside? Could they recognise themselves? Who benefits?";
    Post {
        author: author("Priya Raman", "priya.example", "PR", 7),
        source: source("bluesky", "Bluesky"),
        text: vec![plain("Three questions before you press post, from our year-three class.")],
        lang: Some("en".into()),
        media: vec![Media {
            src: Some(format!("{ASSETS}/wall/drawings/three-questions.svg")),
            alt: Some(alt.into()),
            kind: "image",
        }],
        ..numbered(5, "14:09")
    }
}

#[must_use]
pub fn table_six() -> Post {
    Post {
        author: author("Table 6", "", "6", 6),
        source: source("room", "Room"),
        text: vec![plain("What do we do when the patient posts first?")],
        lang: Some("en".into()),
        ..numbered(4, "14:06")
    }
}

#[must_use]
pub fn layla() -> Post {
    Post {
        author: author("ليلى حداد", "@layla@salam.example", "لح", 3),
        source: source("mastodon", "Mastodon"),
        text: vec![plain("موافقة المريض لا تعني أنّ قصته صارت لنا. "), own_tag()],
        lang: Some("ar".into()),
        reply_to: Some("@amara".into()),
        ..numbered(3, "14:05")
    }
}

#[must_use]
pub fn katrin() -> Post {
    let text = "Unsere Patientendatenveröffentlichungseinwilligungserklärungsformulare sind zu lang.";
    Post {
        author: Author { unchecked: true, ..author("Katrin Vogelsang", "", "KV", 2) },
        source: source("room", "Room"),
        text: vec![plain(text)],
        lang: Some("de".into()),
        ..numbered(2, "14:03")
    }
}

#[must_use]
pub fn emoji() -> Post {
    let text = "👩🏽‍⚕️👨‍👩‍👧‍👦 first, 📱 second 🏳️‍🌈 ";
    let href = "https://notes.example/bedside/what-we-learned-from-a-year-of-asking";
    Post {
        author: author("Sunniva Aas", "@sunniva@example.example", "SA", 5),
        source: Source { letter: "F".into(), ..source("other", "a feed") },
        text: vec![
            plain(text),
            Span::Mention("@amara".into()),
            plain(" "),
            Span::Link { text: "notes.example/bedside".into(), href: href.into() },
        ],
        ..numbered(1, "14:01")
    }
}

fn numbered(number: u32, clock: &str) -> Post {
    Post {
        key: format!("{number:032x}"),
        order: format!("{number:08}"),
        at: moment(clock),
        ..Post::default()
    }
}

fn author(name: &str, handle: &str, initials: &str, tone: u8) -> Author {
    Author { name: name.into(), handle: handle.into(), initials: initials.into(), tone, unchecked: false }
}

fn source(symbol: &'static str, name: &str) -> Source {
    Source { symbol, name: name.into(), letter: String::new() }
}

fn plain(text: &str) -> Span {
    Span::Plain(text.into())
}

fn own_tag() -> Span {
    Span::Tag { text: "#SoMeSummit".into(), own: true }
}
