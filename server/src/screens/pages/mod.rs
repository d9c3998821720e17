//! Pages: each loads the published state and draws it.

mod board;
mod gallery;
mod join;
mod mine;
mod report;
mod small;
mod staff;
mod wall;

pub use board::{board, board_posts};
pub use gallery::gallery;
pub use join::{join, spend};
pub use mine::mine;
pub use report::report;
pub use small::{about, favicon, post, programme, room, theme};
pub use staff::{chair, console, drawn_setup, setup};
pub use wall::wall;

use askama::Template;
use axum::{
    http::{HeaderValue, header},
    response::{Html, IntoResponse, Response},
};

use super::{
    frames::inside,
    regions::Audience,
    views::{Brush, small, wall::draw},
};

/// A page that is drawn anew each time: what it shows may be withdrawn the next second.
fn page(template: &impl Template) -> Response {
    let mut response = Html(draw(template)).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The finished regions of an audience, in the order of its list.
fn regions<const N: usize>(audience: Audience, brush: &Brush) -> [String; N] {
    let mut regions = audience.regions().iter().map(|region| inside(region, brush));
    std::array::from_fn(|_| regions.next().expect("a page takes as many regions as its audience has"))
}

/// First paint of what the note `people` keeps up to date.
fn people(visitor: &super::visitor::Visitor, session: &crate::domain::SessionId) -> wall_ui::parts::People {
    match super::notes::people(&visitor.state, session, visitor.now) {
        super::wire::Note::People { room, online, bars } => {
            wall_ui::parts::People { room: small(room), online: small(online), bars }
        }
        _ => wall_ui::parts::People::default(),
    }
}
