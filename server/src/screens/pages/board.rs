use axum::{
    extract::{Path, Query},
    response::Response,
};
use serde::Deserialize;
use wall_ui::board::{BoardPage, BoardPostsPage};

use super::{page, people, regions};
use crate::screens::{
    problem::Problem,
    regions::Audience,
    views::{Brush, small, wall::draw},
    visitor::Visitor,
};

/// Posts on a page of all posts.
const PAGE: usize = 50;

#[derive(Deserialize)]
pub struct Asked {
    /// The table that a short link named.
    t: Option<u16>,
}

/// `GET /board/{session}`: reads without script.
///
/// # Errors
/// No such session.
pub async fn board(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let session = visitor.session(&id)?;
    let brush = Brush::new(&visitor.state, &session.id, visitor.lang);
    let [question, themes, posts, conclusions] = regions(Audience::Board, &brush);
    let content = &visitor.state.content;
    let pinned = content.boards.themes(&session.id).filter(|theme| theme.pin.is_some()).count();
    Ok(page(&BoardPage {
        shell: visitor.shell(session.name.clone()),
        session: brush.head(),
        sessions: brush.heads(),
        stream: format!("/stream/board/{}", session.id),
        question,
        themes,
        posts,
        conclusions,
        theme_count: small(pinned),
        post_count: small(content.posts.visible_count(&session.id)),
        people: people(&visitor, &session.id),
        table: asked.t,
        sent: None,
        resources: Vec::new(),
    }))
}

#[derive(Deserialize)]
pub struct Paged {
    page: Option<usize>,
}

/// `GET /board/{session}/posts`: every post shown in the room, newest first.
///
/// # Errors
/// No such session.
pub async fn board_posts(
    visitor: Visitor,
    Path(id): Path<String>,
    Query(paged): Query<Paged>,
) -> Result<Response, Problem> {
    let session = visitor.session(&id)?;
    let brush = Brush::new(&visitor.state, &session.id, visitor.lang);
    let posts = &visitor.state.content.posts;
    let number = paged.page.unwrap_or(1).max(1);
    let count = posts.visible_count(&session.id);
    let shown = posts.visible(&session.id).skip((number - 1).saturating_mul(PAGE)).take(PAGE);
    let shown = shown.filter_map(|(_, post)| posts.get(post));
    let at = |number: usize| format!("/board/{}/posts?page={number}", session.id);
    Ok(page(&BoardPostsPage {
        shell: visitor.shell(session.name.clone()),
        session: brush.head(),
        sessions: brush.heads(),
        posts: shown.map(|placed| draw(&brush.board_post(placed, false))).collect(),
        post_count: small(count),
        older: (number.saturating_mul(PAGE) < count).then(|| at(number + 1)),
        newer: (number > 1).then(|| at(number - 1)),
    }))
}
