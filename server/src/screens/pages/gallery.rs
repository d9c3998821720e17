use std::fmt::Write as _;

use axum::{
    extract::Path,
    response::{Html, IntoResponse, Response},
};

use crate::screens::{problem::Problem, visitor::Visitor};

/// `GET /gallery` and `/gallery/{name}`: every template's samples, while a rehearsal runs.
///
/// # Errors
/// No rehearsal runs, or there is no such sample.
pub async fn gallery(visitor: Visitor, name: Option<Path<String>>) -> Result<Response, Problem> {
    if !visitor.state.rehearses() {
        return Err(Problem::not_found());
    }
    let samples = wall_ui::samples::gallery().into_iter().chain(facilitator_ui::samples::gallery());
    match name {
        Some(Path(name)) => {
            let sample = samples.into_iter().find(|(sample, _)| *sample == name);
            Ok(Html(sample.ok_or_else(Problem::not_found)?.1).into_response())
        }
        None => {
            let mut list =
                String::from("<!doctype html><html lang=\"en\"><title>Gallery</title><h1>Gallery</h1><ul>");
            for (name, _) in samples {
                let _ = write!(list, "<li><a href=\"/gallery/{name}\">{name}</a></li>");
            }
            Ok(Html(list + "</ul></html>").into_response())
        }
    }
}
