use axum::{
    extract::{Path, Query},
    response::{IntoResponse, Redirect, Response},
};
use axum_extra::extract::{
    CookieJar,
    cookie::{Cookie, SameSite},
};
use serde::Deserialize;
use wall_ui::pages::JoinPage;

use super::page;
use crate::{
    clock::fresh_secret,
    domain::{Actor, Refusal, Role, Session, SessionId},
    pipeline::Input,
    projections::State,
    screens::{
        problem::Problem,
        views::Brush,
        visitor::{Visitor, cookie_name},
    },
};

/// `GET /join/{token}`: says what the link is for. Looking spends nothing, so that a mail program may look too.
///
/// # Errors
/// The link is unknown.
pub async fn join(visitor: Visitor, Path(token): Path<String>) -> Result<Response, Problem> {
    let invitation = visitor.state.people.invitation(&token).ok_or_else(unknown)?;
    let sessions = invitation.sessions.iter().filter_map(|session| visitor.state.programme.session(session));
    let heads =
        sessions.map(|session| Brush::new(&visitor.state, &session.id, visitor.lang).head()).collect();
    Ok(page(&JoinPage {
        shell: visitor.shell(invitation.name.clone()),
        name: invitation.name.clone(),
        role: invitation.role.as_str(),
        sessions: heads,
    }))
}

#[derive(Deserialize)]
pub struct Asked {
    /// A page of this server to go to, instead of where the role works.
    to: Option<String>,
}

/// A path of ours. Two slashes, or a backslash that browsers read as one, would lead elsewhere.
fn is_local(to: &str) -> bool {
    to.starts_with('/') && !to.starts_with("//") && !to.contains('\\')
}

/// `POST /join/{token}`: signs this device in and goes where the role works.
///
/// # Errors
/// The link is unknown or was used.
pub async fn spend(
    visitor: Visitor,
    jar: CookieJar,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let invitation = visitor.state.people.invitation(&token).ok_or_else(unknown)?;
    let secret = fresh_secret();
    let input = Input::Join { invitation: token, cookie: secret.clone() };
    visitor.site.pipeline.tell(Actor::System, input).await?;
    let cookie = Cookie::build((cookie_name(&visitor.site), secret))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(visitor.site.is_secure())
        .permanent();
    let place = asked.to.filter(|to| is_local(to));
    let place = place.unwrap_or_else(|| workplace(&visitor, invitation.role, invitation.sessions.first()));
    Ok((jar.add(cookie), Redirect::to(&place)).into_response())
}

fn unknown() -> Problem {
    Refusal::NotAllowed("This link is not known here. Ask your organiser for a new one.".into()).into()
}

fn workplace(visitor: &Visitor, role: Role, session: Option<&SessionId>) -> String {
    let session =
        session.cloned().or_else(|| current(&visitor.state, visitor).map(|session| session.id.clone()));
    match (role, session) {
        (Role::Organiser, _) => "/setup".to_owned(),
        (Role::Facilitator, Some(session)) => format!("/console/{session}"),
        (Role::Chair, Some(session)) => format!("/chair/{session}"),
        (Role::Participant, Some(session)) => format!("/board/{session}"),
        (Role::Technician, _) | (_, None) => "/".to_owned(),
    }
}

/// The first session that runs now, else the first of all.
fn current<'a>(state: &'a State, visitor: &Visitor) -> Option<&'a Session> {
    let sessions = state.programme.in_order();
    sessions.iter().find(|session| session.runs_at(visitor.now)).or(sessions.first()).copied()
}
