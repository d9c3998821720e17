//! `POST /commands/{name}`: a person acts, by script or by form.

use axum::{
    Json,
    body::Bytes,
    extract::Path,
    http::{HeaderMap, header},
    response::{IntoResponse, Redirect, Response},
};
use serde_json::json;

use super::{
    commands::{Command, fields},
    limits::Asker,
    pages::drawn_setup,
    problem::Problem,
    visitor::Visitor,
};
use crate::{
    clock::fresh_secret,
    domain::{Act, Refusal},
    pipeline::{Answer, Ask, Input, Outcome},
};

/// Decides a command and answers once it is durable and visible.
///
/// # Errors
/// The refusal, in words for the person who asked.
pub async fn command(
    visitor: Visitor,
    asker: Asker,
    Path(name): Path<String>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<Response, Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let json = kind.starts_with("application/json");
    let body = fields(json, &bytes)?;
    let mut command = Command::read(&name, body.fields)?;
    if matches!(command, Command::SubmitPost(_)) {
        visitor.site.form_pace.take(asker.address).map_err(Problem::too_fast)?;
    }
    let secret = fresh_secret();
    let invited = seal(&mut command, &secret);
    let before = waiting(&visitor, &command);
    let caller = visitor.caller();
    let ask = Ask {
        actor: caller.actor(),
        inputs: vec![Input::Command(Box::new(command), caller)],
        key: body.key,
        at: None,
    };
    let answer = visitor.site.pipeline.ask(ask).await?.into_iter().next();
    let done = done(answer.expect("one answer an input"))?;
    let link = invited.map(|name| (name, format!("{}/join/{secret}", visitor.base_url())));
    let mine = before.map(|_| format!("/mine/{secret}"));
    let asked = (name == "opt-out").then(|| "/about?asked=1".to_owned());
    if json {
        return Ok(Json(answer_json(&done, before, mine, link)).into_response());
    }
    match link {
        Some(link) => {
            let after = Visitor { state: visitor.site.pipeline.state(), ..visitor };
            drawn_setup(&after, Some(link))
        }
        None => Ok(Redirect::to(&mine.or(asked).unwrap_or_else(|| back(&headers))).into_response()),
    }
}

/// What was done: the entry, and the act before it where there was nothing left to do.
struct Done {
    seq: u64,
    already: Option<Act>,
}

fn done(answer: Answer) -> Result<Done, Problem> {
    match answer {
        Ok(Outcome::Recorded(seq, _)) => Ok(Done { seq: seq.0, already: None }),
        Ok(Outcome::Repeated(act)) | Err(Refusal::Already(act)) => {
            Ok(Done { seq: act.seq.0, already: Some(act) })
        }
        Ok(Outcome::Duplicate | Outcome::Ignored) => Ok(Done { seq: 0, already: None }),
        Err(refusal) => Err(refusal.into()),
    }
}

/// Secrets are drawn here, since deciding draws nothing. Says whom an invitation names.
fn seal(command: &mut Command, secret: &str) -> Option<String> {
    match command {
        Command::SubmitPost(post) => post.numbered(secret.to_owned()),
        Command::Invite(invite) => {
            invite.sealed(secret.to_owned());
            return Some(invite.name().to_owned());
        }
        _ => {}
    }
    None
}

/// How many posts wait before one that is being sent.
fn waiting(visitor: &Visitor, command: &Command) -> Option<usize> {
    match command {
        Command::SubmitPost(post) => Some(visitor.state.content.posts.waiting_count(post.session())),
        _ => None,
    }
}

fn answer_json(
    done: &Done,
    before: Option<usize>,
    mine: Option<String>,
    link: Option<(String, String)>,
) -> serde_json::Value {
    let mut answer = json!({ "seq": done.seq });
    if let Some(act) = &done.already {
        answer["already"] = json!({ "by": act.by.to_string(), "at": act.at.to_string(), "seq": act.seq });
    }
    if let Some(before) = before {
        answer["before"] = json!(before);
    }
    // A repeated act made no second post, so there is no second link to it.
    if let Some(mine) = mine.filter(|_| done.already.is_none()) {
        answer["mine"] = json!(mine);
    }
    if let Some((name, url)) = link {
        answer["link"] = json!({ "name": name, "url": url });
    }
    answer
}

/// The page the form stood on. Only its path is taken: nobody is sent elsewhere, and no private link is drawn again.
fn back(headers: &HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|referer| referer.to_str().ok());
    let path = referer
        .and_then(|referer| referer.split_once("://"))
        .and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
    let path = path.unwrap_or("/").split(['?', '#']).next().unwrap_or("/").trim_start_matches('/');
    if path.starts_with("mine/") { "/".to_owned() } else { format!("/{path}") }
}
