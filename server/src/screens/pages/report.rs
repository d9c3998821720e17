use axum::response::Response;

use super::page;
use crate::screens::{views, visitor::Visitor};

/// `GET /report`: interim while sessions run.
pub async fn report(visitor: Visitor) -> Response {
    page(&views::report(&visitor.frame(), &visitor.state))
}
