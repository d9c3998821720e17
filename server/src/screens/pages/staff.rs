use axum::{extract::Path, response::Response};
use facilitator_ui::{
    chair::ChairPage,
    console::{ConsolePage, Counts, SourceHealth},
};

use super::{page, regions};
use crate::{
    domain::{Login, Session, SessionId},
    screens::{
        notes,
        problem::Problem,
        regions::Audience,
        views::{self, Brush, SetupFacts, small},
        visitor::Visitor,
        wire::Note,
    },
};

/// `GET /console/{session}`, for the session's facilitators and, to read, its chair.
///
/// # Errors
/// No such session, or not for this person.
pub async fn console(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    let session = visitor.session(&id)?;
    let login = visitor.must(|login| login.may_run(&session.id))?;
    let brush = Brush::new(&visitor.state, &session.id, visitor.lang);
    let [stream, themes, screens] = regions(Audience::Console, &brush);
    let (counts, rates) = counts(&visitor, &session.id);
    Ok(page(&ConsolePage {
        shell: visitor.shell(session.name.clone()),
        session: brush.head(),
        sessions: sessions_of(&visitor, &brush, login),
        me: login.name.clone(),
        stream,
        stream_path: format!("/stream/console/{}", session.id),
        themes,
        screens,
        counts,
        rates,
        sources: health(&visitor, &brush),
    }))
}

fn health(visitor: &Visitor, brush: &Brush) -> Vec<SourceHealth> {
    let lines = (visitor.site.health)().into_iter().map(|health| brush.health(&health, visitor.now));
    lines
        .map(|line| SourceHealth {
            name: line.name,
            source: line.source,
            state: line.state,
            detail: line.trouble,
        })
        .collect()
}

/// The sessions somebody works in that run now, and the one on the page.
fn sessions_of(visitor: &Visitor, brush: &Brush, login: &Login) -> Vec<wall_ui::parts::SessionHead> {
    let theirs = |session: &&Session| login.may_run(&session.id);
    let here = |session: &&Session| session.runs_at(visitor.now) || session.id == *brush.session;
    let sessions = visitor.state.programme.in_order().into_iter().filter(theirs).filter(here);
    sessions.map(|session| brush.head_of(session)).collect()
}

fn counts(visitor: &Visitor, session: &SessionId) -> (Counts, Vec<u32>) {
    let Note::Counts { waiting, all, rates, .. } = notes::counts(&visitor.state, session, visitor.now) else {
        return Default::default();
    };
    let oldest = visitor.state.content.posts.oldest_waiting(session);
    let oldest = oldest.and_then(|placed| u32::try_from(visitor.now.since(placed.at) / 1_000).ok());
    (Counts { waiting: small(waiting), all: small(all), oldest }, rates)
}

/// `GET /chair/{session}`.
///
/// # Errors
/// No such session, or not for this person.
pub async fn chair(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    let session = visitor.session(&id)?;
    let login = visitor.must(|login| login.may_chair(&session.id))?;
    let brush = Brush::new(&visitor.state, &session.id, visitor.lang);
    let [queue, theme, statement] = regions(Audience::Chair, &brush);
    Ok(page(&ChairPage {
        shell: visitor.shell(session.name.clone()),
        session: brush.head(),
        me: login.name.clone(),
        stream_path: format!("/stream/chair/{}", session.id),
        queue,
        theme,
        statement,
        wall: format!("/wall/{}", session.id),
    }))
}

/// `GET /setup`, for organisers.
///
/// # Errors
/// Not for this person.
pub async fn setup(visitor: Visitor) -> Result<Response, Problem> {
    drawn_setup(&visitor, None)
}

/// The set-up page, with a link that was just made.
///
/// # Errors
/// Not for this person.
pub fn drawn_setup(visitor: &Visitor, new_link: Option<(String, String)>) -> Result<Response, Problem> {
    visitor.must(Login::may_organise)?;
    let base = visitor.base_url();
    let address = base.trim_start_matches("https://").trim_start_matches("http://").to_owned();
    let facts = SetupFacts { address, health: &(visitor.site.health)(), new_link };
    Ok(page(&views::setup(&visitor.frame(), &visitor.state, facts)))
}
