//! Answers that are not what was asked for. People get a page, programs `application/problem+json` (RFC 9457), both the
//! same words: what happened, and what to do. What went wrong inside stands in the log, never here.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::domain::Refusal;

/// Why a request was not served.
#[derive(Clone, Debug)]
pub struct Problem {
    pub(super) status: StatusCode,
    pub(super) detail: String,
    /// A field that does not fit, and the act that came before.
    more: serde_json::Map<String, serde_json::Value>,
    /// Seconds until it is worth trying again.
    retry_after: Option<u64>,
}

impl Problem {
    #[must_use]
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self { status, detail: detail.into(), more: serde_json::Map::new(), retry_after: None }
    }

    #[must_use]
    pub fn not_found() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "There is nothing at this address. The programme shows what there is.",
        )
    }

    #[must_use]
    pub fn no_session() -> Self {
        Self::new(StatusCode::NOT_FOUND, "There is no such session. The programme shows all sessions.")
    }

    #[must_use]
    pub fn gone(what: &str) -> Self {
        Self::new(StatusCode::GONE, format!("{what} was withdrawn by its author and is no longer kept here."))
    }

    #[must_use]
    pub fn forbidden(detail: &str) -> Self {
        Self::new(StatusCode::FORBIDDEN, detail)
    }

    #[must_use]
    pub fn too_fast(seconds: u64) -> Self {
        let problem = Self::new(
            StatusCode::TOO_MANY_REQUESTS,
            "Too much at once from here. Send it again in a moment.",
        );
        Self { retry_after: Some(seconds), ..problem }
    }

    fn json(&self) -> Response {
        let mut body = self.more.clone();
        body.insert("type".into(), json!("about:blank"));
        body.insert("title".into(), json!(self.status.canonical_reason().unwrap_or("Error")));
        body.insert("status".into(), json!(self.status.as_u16()));
        body.insert("detail".into(), json!(self.detail));
        let mut response = (self.status, Json(body)).into_response();
        let problem = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(header::CONTENT_TYPE, problem);
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let status = match &refusal {
            Refusal::Already(_) => StatusCode::OK,
            Refusal::Invalid { .. } => StatusCode::BAD_REQUEST,
            Refusal::Unknown { .. } => StatusCode::NOT_FOUND,
            Refusal::NotAllowed(_) => StatusCode::FORBIDDEN,
            Refusal::Moved(_) => StatusCode::CONFLICT,
            Refusal::Withdrawn { .. } => StatusCode::GONE,
            Refusal::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        };
        let mut problem = Self::new(status, refusal.to_string());
        match refusal {
            Refusal::Invalid { field, why } => {
                problem.more.insert("errors".into(), json!([{ "field": field, "why": why }]));
            }
            Refusal::Moved(act) => {
                problem.more.insert("by".into(), json!(act.by.to_string()));
                problem.more.insert("at".into(), json!(act.at.to_string()));
                problem.more.insert("seq".into(), json!(act.seq));
            }
            _ => {}
        }
        problem
    }
}

impl IntoResponse for Problem {
    /// For programs. `problem_page` turns it into a page for people.
    fn into_response(self) -> Response {
        let mut response = self.json();
        response.extensions_mut().insert(self);
        response
    }
}
