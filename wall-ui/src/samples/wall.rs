//! The wall in its states.

use super::{
    draw,
    parts::{ethics, moment, people, posts, shell},
};
use crate::{
    Words,
    parts::Mark,
    wall::{Announcement, Join, WallBanner, WallHeader, WallMode, WallPage, WallPost},
};

pub(super) fn samples(t: &'static Words) -> Vec<(&'static str, String)> {
    let mut held = mode(t);
    held.held = true;
    let mut cleared = mode(t);
    cleared.cleared = true;
    let announced = WallMode { announcement: Some(announcement()), ..mode(t) };
    vec![
        ("wall", draw(&page(t, &mode(t)))),
        ("wall, held", draw(&page(t, &held))),
        ("wall, cleared", draw(&page(t, &cleared))),
        ("wall, announcement", draw(&page(t, &announced))),
        ("wall, no address known", draw(&WallPage { join: None, ..page(t, &mode(t)) })),
        ("wall, nothing discussed", draw(&WallPage { banner: String::new(), ..page(t, &mode(t)) })),
        ("wall, empty", draw(&WallPage { posts: String::new(), ..page(t, &mode(t)) })),
        ("wall, rehearsal", draw(&WallPage { header: header(t, true), ..page(t, &mode(t)) })),
    ]
}

fn page<'a>(t: &'a Words, mode: &WallMode<'_>) -> WallPage<'a> {
    WallPage {
        shell: shell(t, "Ethics & professionalism"),
        session: ethics(),
        stream: "/stream/wall/ethics".into(),
        mode: draw(mode),
        header: header(t, false),
        banner: draw(&banner(t)),
        posts: posts()
            .into_iter()
            .map(|post| draw(&WallPost { t, author: post.author.name.clone(), post, featured: false }))
            .collect(),
        people: people(),
        join: Some(join()),
    }
}

fn header(t: &Words, rehearsal: bool) -> String {
    draw(&WallHeader { t, hashtag: "#SoMeSummit".into(), session: ethics(), rehearsal })
}

fn banner(t: &Words) -> WallBanner<'_> {
    let title = Some("Who decides that a patient’s story may be posted?".into());
    WallBanner { t, mark: Mark::Triangle, title }
}

fn mode(t: &Words) -> WallMode<'_> {
    WallMode {
        t,
        layout: "flow",
        author_cap: 1,
        held: false,
        cleared: false,
        session: ethics(),
        announcement: None,
    }
}

fn announcement() -> Announcement {
    Announcement {
        text: "Lunch is in the garden, not the foyer".into(),
        by: "Organisers".into(),
        at: moment("14:12"),
        until: None,
    }
}

fn join() -> Join {
    Join {
        address: "summit.example/b".into(),
        qr_path: include_str!("code.path").into(),
        qr_size: 25,
        url: "https://summit.example/b".into(),
    }
}
