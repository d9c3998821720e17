use axum::http::{HeaderMap, StatusCode, header};

use crate::{
    domain::{Actor, Scope},
    screens::{problem::Problem, visitor::Visitor},
};

/// The program behind a request's bearer token.
///
/// # Errors
/// No token, an unknown one, or one of another scope.
pub fn program(visitor: &Visitor, headers: &HeaderMap, scope: Scope) -> Result<Actor, Problem> {
    let no = |detail: &str| Problem::new(StatusCode::UNAUTHORIZED, detail);
    let value = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let secret = value
        .and_then(|value| value.strip_prefix("Bearer "))
        .ok_or_else(|| no("Send a token as `Authorization: Bearer …`. `backchannel token` makes one."))?;
    let token = visitor
        .state
        .people
        .token(secret.trim())
        .ok_or_else(|| no("This token is unknown or was revoked."))?;
    if token.scope != scope {
        return Err(Problem::forbidden("This token was made for another scope."));
    }
    Ok(Actor::Program(token.name.clone()))
}
