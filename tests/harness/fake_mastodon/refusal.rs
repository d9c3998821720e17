//! Answers that are none.

use std::sync::Arc;

use axum::{
    Json,
    body::Body,
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{Shared, locked};

/// An answer that is none.
#[derive(Clone, Debug)]
pub struct Refusal {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Value,
}

impl Refusal {
    /// With the API's own words.
    #[must_use]
    pub fn of(status: u16, error: &str) -> Self {
        Self { status, headers: Vec::new(), body: json!({ "error": error }) }
    }

    #[must_use]
    pub fn with(mut self, header: &'static str, value: &str) -> Self {
        self.headers.push((header, value.to_owned()));
        self
    }
}

/// Writes down every request, and answers those that a test wants refused.
pub(super) async fn gate(State(shared): State<Arc<Shared>>, request: Request<Body>, next: Next) -> Response {
    let address = request.uri().to_string();
    let token = if request.headers().contains_key("authorization") { " +token" } else { "" };
    shared.asked.send_modify(|asked| asked.push(format!("{address}{token}")));
    let refusal = {
        let mut refusals = locked(&shared.refusals);
        let at = refusals.iter().position(|(path, _)| address.starts_with(path.as_str()));
        at.and_then(|at| refusals.remove(at))
    };
    match refusal {
        None => next.run(request).await,
        Some((_, refusal)) => refusal.into_response(),
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).expect("a status");
        let mut response = (status, Json(self.body)).into_response();
        for (name, value) in self.headers {
            response.headers_mut().insert(name, value.parse().expect("a header"));
        }
        response
    }
}
