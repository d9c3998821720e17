//! The invented people, sessions and posts that the samples share.

use wall_ui::parts::{Author, Mark, Media, Moment, Post, SessionHead, Source, Span};

pub fn moment(clock: &str) -> Moment {
    Moment {
        iso: format!("2014-06-26T{clock}:00Z"),
        clock: clock.to_owned(),
        day: "Thursday 26 June".to_owned(),
    }
}

pub fn ethics() -> SessionHead {
    session("ethics", "Ethics & professionalism", Mark::Triangle, "Salon B")
}

pub fn platforms() -> SessionHead {
    session("platforms", "Platforms best practice", Mark::Diamond, "Salon A")
}

pub fn session(id: &str, name: &str, mark: Mark, room: &str) -> SessionHead {
    SessionHead {
        id: id.to_owned(),
        name: name.to_owned(),
        mark,
        room: room.to_owned(),
        from: Some(moment("13:30")),
        until: Some(moment("15:30")),
        running: true,
    }
}

pub fn author(name: &str, handle: &str, initials: &str, tone: u8) -> Author {
    Author {
        name: name.to_owned(),
        handle: handle.to_owned(),
        initials: initials.to_owned(),
        tone,
        unchecked: false,
    }
}

pub fn source(symbol: &'static str) -> Source {
    let name = match symbol {
        "x" => "X",
        "mastodon" => "Mastodon",
        "bluesky" => "Bluesky",
        _ => "Room form",
    };
    Source { symbol, name: name.to_owned(), letter: name[..1].to_owned() }
}

/// A post that came at `clock`; the clock is also its order.
pub fn post(number: u32, author: Author, symbol: &'static str, clock: &str, text: &str) -> Post {
    Post {
        key: format!("{number:032x}"),
        order: format!("{clock}-{number:03}"),
        author,
        source: source(symbol),
        text: vec![Span::Plain(format!("{text} ")), Span::Tag { text: "#SoMeSummit".to_owned(), own: true }],
        lang: Some("en".to_owned()),
        at: moment(clock),
        reply_to: None,
        media: Vec::new(),
        reposts: 0,
        url: None,
    }
}

pub fn sunniva() -> Post {
    let author = author("Sunniva Haug", "@sunniva@meded.example", "SH", 2);
    post(
        3,
        author,
        "mastodon",
        "14:11",
        "Long one, sorry. We stopped teaching a list of don’ts. Now third-years bring one real post, their own or a \
         stranger’s, and the group decides: keep, edit or delete, and says why. Two years on nobody remembers the \
         policy document, but everyone remembers the waiting-room selfie. Judgement is a muscle. You don’t build it \
         with a PDF.",
    )
}

pub fn amara() -> Post {
    let author = author("Amara Okafor", "@amara@meded.example", "AO", 4);
    post(
        5,
        author,
        "mastodon",
        "14:10",
        "If a learner’s mistake becomes a teaching thread, ask the learner first. Every time.",
    )
}

pub fn priya() -> Post {
    let author = author("Priya Raman", "priya.teaching.example", "PR", 7);
    let alt =
        "Hand-drawn slide: Would I say it at the bedside? Could they recognise themselves? Who benefits?";
    let slide = Media { src: None, alt: Some(alt.to_owned()), kind: "image" };
    let text = "Three questions before you press post, from our year-three class.";
    Post { media: vec![slide], ..post(7, author, "bluesky", "14:09", text) }
}
