use axum::{extract::Path, response::Response};
use wall_ui::wall::{Join, WallPage};

use super::{page, people, regions};
use crate::{
    domain::Session,
    projections::State,
    screens::{problem::Problem, regions::Audience, views::Brush, visitor::Visitor},
};

/// `GET /wall/{session}`.
///
/// # Errors
/// No such session.
pub async fn wall(visitor: Visitor, Path(id): Path<String>) -> Result<Response, Problem> {
    let session = visitor.session(&id)?;
    let brush = Brush::new(&visitor.state, &session.id, visitor.lang);
    let [mode, header, banner, posts] = regions(Audience::Wall, &brush);
    Ok(page(&WallPage {
        shell: visitor.shell(session.name.clone()),
        session: brush.head(),
        stream: format!("/stream/wall/{}", session.id),
        mode,
        header,
        banner,
        posts,
        people: people(&visitor, &session.id),
        join: join(&visitor, session),
    }))
}

/// How people in the room join in: the public URL, else the request's host unless that is this machine alone.
fn join(visitor: &Visitor, session: &Session) -> Option<Join> {
    let base = match &visitor.site.public_url {
        Some(url) => url.clone(),
        None if is_loopback(&visitor.host) => return None,
        None => visitor.base_url(),
    };
    let path = short_path(&visitor.state, session);
    let url = format!("{}/{path}", base.trim_end_matches('/'));
    let address = url.trim_start_matches("https://").trim_start_matches("http://").to_owned();
    let code = qrcode::QrCode::new(&url).ok()?;
    let qr_size = u32::try_from(code.width()).ok()?;
    Some(Join { address, qr_path: modules(&code), qr_size, url })
}

/// The short link of the session's first room, else the board.
fn short_path(state: &State, session: &Session) -> String {
    let room = session.rooms.first().and_then(|room| state.programme.room(room));
    let here = room.filter(|room| {
        state.programme.session_in(&room.id, state.at).is_some_and(|now| now.id == session.id)
    });
    here.map_or_else(|| format!("board/{}", session.id), |room| room.short.clone())
}

/// The dark modules as one path, a stroke a run.
fn modules(code: &qrcode::QrCode) -> String {
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, other| one == other) {
            if run[0] == qrcode::Color::Dark {
                path.push_str(&format!("M{x} {y}h{}v1h-{}z", run.len(), run.len()));
            }
            x += run.len();
        }
    }
    path
}

fn is_loopback(host: &str) -> bool {
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name).trim_matches(['[', ']']);
    name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}
