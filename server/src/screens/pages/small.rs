use axum::{
    extract::{Path, Query},
    http::header,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use wall_ui::pages::{AboutPage, PostPage, ProgrammePage, ThemePage};

use super::page;
use crate::{
    domain::{Network, PostKey, Review, ThemeId},
    projections::boards::Step,
    screens::{
        problem::Problem,
        views::{Brush, wall::draw},
        visitor::Visitor,
    },
};

/// `GET /`: now, next, boards.
pub async fn programme(visitor: Visitor) -> Response {
    let state = &visitor.state;
    let mut shown = ProgrammePage {
        shell: visitor.shell(state.programme.conference().name.clone()),
        now: Vec::new(),
        next: Vec::new(),
        earlier: Vec::new(),
    };
    for session in state.programme.in_order() {
        let head = Brush::new(state, &session.id, visitor.lang).head_of(session);
        let ahead = session.times.is_some_and(|(from, _)| from > visitor.now);
        match session.runs_at(visitor.now) {
            true => shown.now.push(head),
            false if ahead => shown.next.push(head),
            false => shown.earlier.push(head),
        }
    }
    page(&shown)
}

#[derive(Deserialize)]
pub struct Table {
    t: Option<u16>,
}

/// `GET /{room}`: the short link on walls and table cards.
///
/// # Errors
/// There is no such room, or nothing is held in it.
pub async fn room(
    visitor: Visitor,
    Path(short): Path<String>,
    Query(table): Query<Table>,
) -> Result<Redirect, Problem> {
    let programme = &visitor.state.programme;
    let room = programme.room_by_short(&short).ok_or_else(Problem::not_found)?;
    let session = programme.session_in(&room.id, visitor.now).ok_or_else(Problem::no_session)?;
    let table = table.t.map(|table| format!("?t={table}")).unwrap_or_default();
    Ok(Redirect::to(&format!("/board/{}{table}", session.id)))
}

/// `GET /post/{key}`: the post and what became of it.
///
/// # Errors
/// Unknown or not shown, or withdrawn.
pub async fn post(visitor: Visitor, Path(key): Path<String>) -> Result<Response, Problem> {
    let key: PostKey = key.parse().map_err(|_| Problem::not_found())?;
    let content = &visitor.state.content;
    if content.posts.is_withdrawn(key) {
        return Err(Problem::gone("This post"));
    }
    let placed = content.posts.get(key).ok_or_else(Problem::not_found)?;
    let placed = placed.into.and_then(|into| content.posts.get(into)).unwrap_or(placed);
    let programme = &visitor.state.programme;
    let sessions = placed.sessions.iter().filter(|session| content.posts.is_visible(session, placed));
    let sessions: Vec<_> = sessions.filter_map(|session| programme.session(session)).collect();
    let first = sessions.first().ok_or_else(Problem::not_found)?;
    let brush = Brush::new(&visitor.state, &first.id, visitor.lang);
    let themes = content.boards.themes_of(placed.key()).filter(|theme| theme.pin.is_some());
    Ok(page(&PostPage {
        shell: visitor.shell(brush.author(&placed.post).name),
        post: draw(&brush.board_post(placed, false)),
        sessions: sessions.iter().map(|session| brush.head_of(session)).collect(),
        themes: themes.map(|theme| (format!("/theme/{}", theme.id), theme.title.clone())).collect(),
    }))
}

/// `GET /theme/{id}`: the theme with all its posts and its history.
///
/// # Errors
/// Unknown, or still a draft.
pub async fn theme(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    let id: ThemeId = id.parse().map_err(|_| Problem::not_found())?;
    let theme = visitor.state.content.boards.theme(&id).filter(|theme| theme.pin.is_some());
    let theme = theme.ok_or_else(Problem::not_found)?;
    let brush = Brush::new(&visitor.state, &id.session, visitor.lang);
    let t = brush.t;
    Ok(page(&ThemePage {
        shell: visitor.shell(theme.title.clone()),
        session: brush.head(),
        theme: brush.board_theme(theme),
        posts: brush.posts_of(theme).map(|placed| draw(&brush.board_post(placed, false))).collect(),
        conclusion: theme.conclusion.as_ref().map(|conclusion| conclusion.text.clone()),
        history: theme
            .history
            .iter()
            .map(|(act, step)| (brush.moment(act.at), t.with(turn(*step), "by", &act.by.to_string())))
            .collect(),
    }))
}

fn turn(step: Step) -> &'static str {
    match step {
        Step::Started => "page-theme-started",
        Step::Pinned => "page-theme-pinned",
        Step::Reviewed(Review::Waiting) => "page-theme-waiting",
        Step::Reviewed(Review::Discussing) => "page-theme-discussing",
        Step::Reviewed(Review::Discussed) => "page-theme-discussed",
        Step::Reviewed(Review::Parked) => "page-theme-parked",
        Step::Reviewed(Review::SentBack) => "page-theme-sent-back",
        Step::Concluded => "page-theme-concluded",
    }
}

#[derive(Deserialize)]
pub struct Asked {
    asked: Option<String>,
}

/// `GET /about`.
pub async fn about(visitor: Visitor, Query(asked): Query<Asked>) -> Response {
    let shell = visitor.shell(String::new());
    let title = shell.t.say("page-about-title");
    let sources = named(&visitor, visitor.state.content.reach.networks.keys().cloned());
    let known = sources.iter().filter(|(network, _)| network != Network::ROOM);
    let usual = named(&visitor, [Network::X, Network::MASTODON, Network::BLUESKY].map(Network::from));
    page(&AboutPage {
        shell: wall_ui::parts::Shell { title, ..shell },
        networks: if known.clone().next().is_none() { usual } else { known.cloned().collect() },
        sources: sources.into_iter().map(|(_, name)| name).collect(),
        asked: asked.asked.is_some(),
    })
}

/// Networks by their name in commands and as people say it.
fn named(visitor: &Visitor, networks: impl IntoIterator<Item = Network>) -> Vec<(String, String)> {
    let Some(session) = visitor.state.programme.sessions().next() else { return Vec::new() };
    let brush = Brush::new(&visitor.state, &session.id, visitor.lang);
    networks.into_iter().map(|network| (network.to_string(), brush.source(&network).name)).collect()
}

/// `GET /favicon.ico`: the logo, which every browser of today draws from a vector.
pub async fn favicon() -> Response {
    let icon = include_str!("../../../assets/favicon.svg");
    ([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")], icon)
        .into_response()
}
