//! Problems as pages, for whoever asked for a page.

use axum::{
    extract::Request,
    http::{StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use wall_ui::{pages::ProblemPage, parts::Shell};

use super::{problem::Problem, views::wall::draw, visitor::Visitor};

/// Draws problems as pages for whoever asked for a page.
pub async fn pages(visitor: Visitor, request: Request, next: Next) -> Response {
    let accept = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    let wants_page = accept.is_some_and(|accept| accept.contains("text/html"));
    let response = next.run(request).await;
    match response.extensions().get::<Problem>() {
        Some(problem) if wants_page => page(problem, &visitor),
        _ => response,
    }
}

fn page(problem: &Problem, visitor: &Visitor) -> Response {
    let shell = visitor.shell(String::new());
    let heading = shell.t.say(&format!("page-problem-{}", heading(problem.status)));
    let way_out = Some(("/".to_owned(), shell.t.say("page-problem-way-out")));
    let shell = Shell { title: heading.clone(), ..shell };
    let page = ProblemPage {
        shell,
        status: problem.status.as_u16(),
        heading,
        detail: problem.detail.clone(),
        way_out,
    };
    (problem.status, Html(draw(&page))).into_response()
}

/// Part of the key of a heading's message.
fn heading(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED => "not-allowed",
        StatusCode::GONE => "withdrawn",
        StatusCode::CONFLICT => "changed",
        status if status.is_client_error() => "not-done",
        _ => "unavailable",
    }
}
