//! The console and its items.

use wall_ui::{
    Words,
    parts::{Post, ThemeState, Weight},
};

use super::{
    draw,
    people::{amara, author, ethics, moment, platforms, post, priya, source, sunniva},
    shell,
};
use crate::console::{
    ConsolePage, Counts, Exemplar, QueueRow, ScreensStrip, SourceHealth, ThemeCard, Verdict,
};

pub fn samples(t: &Words) -> Vec<(&'static str, String)> {
    vec![
        ("console", draw(&page(t))),
        ("console row, waiting", draw(&row(t, sunniva(), Verdict::Waiting))),
        ("console row, held", draw(&row(t, priya(), Verdict::HeldSensitive))),
        ("console row, featured", draw(&QueueRow { featured: true, ..row(t, amara(), Verdict::Shown) })),
        ("console theme", draw(&sent_back(t))),
        ("console screens", draw(&strip(t))),
        ("console screens, held", draw(&ScreensStrip { held: Some(noor()), ..strip(t) })),
        ("console screens, cleared", draw(&ScreensStrip { cleared: Some(noor()), ..strip(t) })),
    ]
}

pub fn page(t: &Words) -> ConsolePage<'_> {
    ConsolePage {
        shell: shell(t, "Ethics & professionalism, console"),
        session: ethics(),
        sessions: vec![ethics(), platforms()],
        me: "Marit Solberg".to_owned(),
        stream: rows(t).iter().map(draw).collect(),
        stream_path: "/stream/console/ethics".to_owned(),
        themes: themes(t).iter().map(draw).collect(),
        screens: draw(&strip(t)),
        counts: Counts { waiting: 12, all: 1386, oldest: Some(70) },
        rates: vec![4, 6, 5, 9, 7, 12, 10, 15, 11, 13, 17, 15, 20, 18, 18],
        sources: vec![
            SourceHealth { name: "x".to_owned(), source: source("x"), state: "ok", detail: None },
            SourceHealth {
                name: "mastodon".to_owned(),
                source: source("mastodon"),
                state: "ok",
                detail: None,
            },
            SourceHealth {
                name: "bluesky".to_owned(),
                source: source("bluesky"),
                state: "slow",
                detail: Some("40 s".to_owned()),
            },
            SourceHealth { name: "room".to_owned(), source: source("room"), state: "ok", detail: None },
        ],
    }
}

fn noor() -> (String, wall_ui::parts::Moment) {
    ("Noor Haddad".to_owned(), moment("14:12"))
}

fn row(t: &Words, post: Post, verdict: Verdict) -> QueueRow<'_> {
    QueueRow { t, post, verdict, by: None, stashed: false, featured: false, theme: None }
}

fn rows(t: &Words) -> Vec<QueueRow<'_>> {
    let mei = author("Mei Tanaka", "meitanaka.example", "MT", 4);
    let kofi = author("Kofi Mensah", "@kofi_bedside", "KM", 6);
    let leonie = author("Leonie Brandt", "leonie.clinic.example", "LB", 2);
    let jonas = author("Jonas Lindqvist", "@jonas_l", "JL", 1);
    let lift = "Following from a hospital lift 🛗 with one bar of signal and 41 people being professional in my ear.";
    let bedside = "The family read it before the team did. That is the test I use now: would you hand the post to \
                   them yourself?";
    let duty = "Unsere Patientendatenschutzfortbildungspflicht erklärt vieles. Nur nicht, was man nach dem \
                Nachtdienst postet. 😅";
    let lunch = "Anyone know if lunch is gluten free?";
    let by = |name: &str| Some(name.to_owned());
    vec![
        row(t, post(1, mei, "bluesky", "14:12", lift), Verdict::Waiting),
        row(t, Post { reposts: 6, ..post(2, kofi, "x", "14:11", bedside) }, Verdict::Waiting),
        row(t, sunniva(), Verdict::Waiting),
        QueueRow {
            theme: Some((3, "ethics-3".to_owned())),
            by: by("Noor Haddad"),
            ..row(
                t,
                Post { lang: Some("de".to_owned()), ..post(4, leonie, "bluesky", "14:10", duty) },
                Verdict::Shown,
            )
        },
        QueueRow { featured: true, by: by("Marit Solberg"), ..row(t, amara(), Verdict::Shown) },
        QueueRow { by: by("Noor Haddad"), ..row(t, post(6, jonas, "x", "14:09", lunch), Verdict::Hidden) },
        QueueRow { stashed: true, ..row(t, priya(), Verdict::Waiting) },
    ]
}

fn card<'a>(
    t: &'a Words,
    number: u32,
    title: &str,
    state: ThemeState,
    weight: (u32, u32, u32),
) -> ThemeCard<'a> {
    ThemeCard {
        t,
        id: format!("ethics-{number}"),
        number,
        order: format!("{:04}", 1000 - number),
        version: 900 + u64::from(number),
        title: title.to_owned(),
        summary: None,
        state,
        words: None,
        concluded: false,
        weight: Weight { posts: weight.0, people: weight.1, tables: weight.2 },
        exemplars: Vec::new(),
    }
}

fn quote(name: (&str, &str, u8), text: &str, lang: &str) -> Exemplar {
    Exemplar {
        key: "0123456789abcdef0123456789abcdef".to_owned(),
        author: author(name.0, "", name.1, name.2),
        text: text.to_owned(),
        lang: Some(lang.to_owned()),
    }
}

fn sent_back(t: &Words) -> ThemeCard<'_> {
    ThemeCard {
        words: Some("who is a learner?".to_owned()),
        exemplars: vec![
            quote(("Rana Aziz", "RA", 5), "Anonymised is not the same as agreed.", "en"),
            quote(("Table 2", "2", 6), "Our table wants a yes from the learner too.", "en"),
        ],
        ..card(t, 2, "A learner’s mistake as a teaching thread", ThemeState::SentBack, (17, 11, 2))
    }
}

fn themes(t: &Words) -> Vec<ThemeCard<'_>> {
    let asked = "Who decides that a patient’s story may be posted?";
    let arabic = "هل نعلّم طلابنا حماية خصوصية المريض قبل أن نعلّمهم كيف ينشرون؟";
    vec![
        ThemeCard {
            exemplars: vec![
                quote(("Amara Okafor", "AO", 4), "ask the learner first. Every time.", "en"),
                quote(
                    ("Dewi Wijaya", "DW", 1),
                    "We ask twice: once to tell the story, once to keep it.",
                    "en",
                ),
                quote(("Yusra Mansour", "ي", 5), arabic, "ar"),
            ],
            ..card(t, 1, asked, ThemeState::Discussing, (23, 14, 3))
        },
        sent_back(t),
        ThemeCard {
            exemplars: vec![
                quote(("Leonie Brandt", "LB", 2), "Nur nicht, was man nach dem Nachtdienst postet.", "de"),
                quote(("Inês Carvalho", "IC", 3), "I deleted nothing. I grew up in public.", "en"),
            ],
            ..card(t, 3, "Old posts, new job: may we be forgotten?", ThemeState::Draft, (9, 7, 0))
        },
        card(t, 4, "“Private” accounts are not private", ThemeState::Draft, (12, 10, 1)),
        ThemeCard {
            summary: Some("“Keep, edit or delete” exercises replace the list of don’ts.".to_owned()),
            concluded: true,
            ..card(t, 5, "Teach boundaries with cases, not rules", ThemeState::Discussed, (31, 19, 4))
        },
        ThemeCard {
            summary: Some("Wanted by five people, but it belongs next door.".to_owned()),
            ..card(t, 6, "Should hospitals verify staff accounts?", ThemeState::Parked, (6, 5, 0))
        },
    ]
}

fn strip(t: &Words) -> ScreensStrip<'_> {
    ScreensStrip {
        t,
        session: ethics(),
        wall: "/wall/ethics".to_owned(),
        layout: "flow",
        held: None,
        cleared: None,
    }
}
