//! Samples of the small pages.

use super::{
    board, draw,
    parts::{amara, ethics, moment, posts, shell},
};
use crate::{
    Words,
    pages::{AboutPage, Fate, JoinPage, MinePage, PostPage, ProblemPage, ProgrammePage, ThemePage},
    parts::{Mark, SessionHead, ThemeState},
};

/// What the problem page is drawn for.
const PROBLEMS: [(&str, u16, &str); 4] = [
    ("problem, unknown", 404, "Nothing here"),
    ("problem, not allowed", 403, "Not for this role"),
    ("problem, withdrawn", 410, "Withdrawn"),
    ("problem, ours", 500, "That did not work"),
];

pub(super) fn samples(t: &'static Words) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("programme", draw(&programme(t))),
        (
            "programme, empty",
            draw(&ProgrammePage { now: vec![], next: vec![], earlier: vec![], ..programme(t) }),
        ),
        ("post", draw(&post(t))),
        ("theme", draw(&theme(t))),
        ("join", draw(&join(t))),
        ("mine, waiting", draw(&mine(t, Fate::Waiting { before: 11 }))),
        ("mine, not shown", draw(&mine(t, Fate::NotShown))),
        ("mine, shown", draw(&mine(t, Fate::Shown { at: moment("14:15") }))),
        (
            "mine, in a theme",
            draw(&mine(t, Fate::InTheme { path: "/theme/ethics-3".into(), title: THEME.into() })),
        ),
        (
            "mine, concluded",
            draw(&mine(t, Fate::Concluded { path: "/theme/ethics-3".into(), text: THEME.into() })),
        ),
        ("about", draw(&about(t))),
    ];
    all.extend(PROBLEMS.map(|(name, status, heading)| (name, draw(&problem(t, status, heading)))));
    all
}

fn programme(t: &'static Words) -> ProgrammePage<'static> {
    let all = sessions();
    ProgrammePage {
        shell: shell(t, "Programme"),
        now: all[2..].to_vec(),
        next: vec![],
        earlier: all[..2].to_vec(),
    }
}

/// The theme that these samples lead to.
const THEME: &str = "Who decides that a patient’s story may be posted?";

fn mine(t: &'static Words, fate: Fate) -> MinePage<'static> {
    MinePage {
        shell: shell(t, "Yours"),
        session: ethics(),
        name: "Guest".into(),
        unchecked: true,
        text: "I would want to read the post before anyone else does.".into(),
        at: moment("14:13"),
        fate,
        link: "https://summit.example/mine/7fk2".into(),
        token: "7fk2".into(),
    }
}

fn post(t: &'static Words) -> PostPage<'static> {
    PostPage {
        shell: shell(t, "Amara Okafor"),
        post: board::post(t, amara()),
        sessions: vec![ethics()],
        themes: vec![("/theme/ethics-3".into(), THEME.into())],
    }
}

fn theme(t: &'static Words) -> ThemePage<'static> {
    ThemePage {
        shell: shell(t, "Who decides that a patient’s story may be posted?"),
        session: ethics(),
        theme: board::theme(t, ThemeState::Discussed),
        posts: posts().into_iter().map(|each| board::post(t, each)).collect(),
        conclusion: Some("Ask the patient twice, and show the post before it is public.".into()),
        history: vec![
            (moment("13:44"), "Noor began it with a post by Amara Okafor.".into()),
            (moment("14:12"), "Hanneke Vos took it up.".into()),
        ],
    }
}

fn join(t: &'static Words) -> JoinPage<'static> {
    JoinPage { shell: shell(t, "Join"), name: "Hanneke".into(), role: "chair", sessions: vec![ethics()] }
}

fn about(t: &'static Words) -> AboutPage<'static> {
    AboutPage {
        shell: shell(t, "About"),
        sources: vec!["Mastodon".into(), "Bluesky".into(), "X".into()],
        networks: vec![("mastodon".into(), "Mastodon".into()), ("x".into(), "X".into())],
        asked: false,
    }
}

fn problem(t: &'static Words, status: u16, heading: &str) -> ProblemPage<'static> {
    ProblemPage {
        shell: shell(t, heading),
        status,
        heading: heading.into(),
        detail: String::new(),
        way_out: None,
    }
}

/// The four sessions of the day, in the order of the programme.
pub(super) fn sessions() -> Vec<SessionHead> {
    vec![
        session("learning", "Learning theory", Mark::Circle, "Salon A"),
        session("scholarship", "Scholarship", Mark::Square, "Salon B"),
        SessionHead { name: "Ethics".into(), ..ethics() },
        session("platforms", "Platforms", Mark::Diamond, "Salon A"),
    ]
}

fn session(id: &str, name: &str, mark: Mark, room: &str) -> SessionHead {
    SessionHead { id: id.into(), name: name.into(), mark, room: room.into(), ..SessionHead::default() }
}
