use axum::{
    Json,
    extract::Path,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use serde_json::json;
use wall_ui::pages::{Fate, MinePage};

use super::page;
use crate::{
    domain::{Network, PostKey, Verdict},
    projections::{Placed, State},
    screens::{
        problem::Problem,
        views::{Brush, small},
        visitor::Visitor,
    },
};

/// `GET /mine/{token}`: what became of something that was said with the form. The token is the post's id on the network
/// `room`: a secret, since pages and addresses only ever show its hash.
///
/// # Errors
/// Unknown, or withdrawn.
pub async fn mine(
    visitor: Visitor,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let key = PostKey::of(Network::ROOM, &token);
    let posts = &visitor.state.content.posts;
    if posts.is_withdrawn(key) {
        return Err(Problem::gone("This post"));
    }
    let placed = posts.get(key).ok_or_else(Problem::not_found)?;
    let session = placed.sessions.first().ok_or_else(Problem::not_found)?;
    let brush = Brush::new(&visitor.state, session, visitor.lang);
    let fate = fate(&visitor.state, &brush, placed);
    let accept = headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    if accept.is_some_and(|accept| accept.starts_with("application/json")) {
        let told = json!({ "fate": fate.name(), "text": placed.post.text, "at": placed.at.to_string() });
        return Ok(Json(told).into_response());
    }
    let author = brush.author(&placed.post);
    let shell = visitor.shell(String::new());
    let title = shell.t.say("page-mine-title");
    Ok(page(&MinePage {
        shell: wall_ui::parts::Shell { title, ..shell },
        session: brush.head(),
        name: author.name,
        unchecked: author.unchecked,
        text: placed.post.text.clone(),
        at: brush.moment(placed.at),
        fate,
        link: format!("{}/mine/{token}", visitor.base_url()),
        token,
    }))
}

fn fate(state: &State, brush: &Brush, placed: &Placed) -> Fate {
    match placed.verdict {
        Verdict::Hidden => return Fate::NotShown,
        Verdict::Held(_) => {
            let waiting = state.content.posts.waiting(brush.session);
            let before = waiting.take_while(|(seq, _)| *seq < placed.seq).count();
            return Fate::Waiting { before: small(before) };
        }
        Verdict::Shown => {}
    }
    let theme =
        state.content.boards.theme_of(brush.session, placed.key()).filter(|theme| theme.pin.is_some());
    let shown = || placed.decided.as_ref().map_or(placed.at, |act| act.at);
    match theme {
        None => Fate::Shown { at: brush.moment(shown()) },
        Some(theme) => {
            let path = format!("/theme/{}", theme.id);
            match &theme.conclusion {
                Some(conclusion) => Fate::Concluded { path, text: conclusion.text.clone() },
                None => Fate::InTheme { path, title: theme.title.clone() },
            }
        }
    }
}
