//! X's filtered stream: connects, reads, and comes back after whatever happens.

use std::{convert::Infallible, time::Duration};

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};
use reqwest::Response;
use serde_json::Value;
use tokio::time::{Instant, sleep, timeout};

use super::{
    desk::{Desk, Heard},
    fields, fill,
    lines::{Line, Lines},
    retry::Retry,
    rules,
    thing::Thing,
    trouble::Trouble,
};
use crate::domain::{At, health::Condition};

const PATH: &str = "/2/tweets/search/stream";

/// Follows the stream until there is no use in it.
pub(super) async fn follow(desk: &Desk, wanted: &[String]) -> Result<Infallible, Trouble> {
    let mut retry = Retry::new(&desk.settings.waits);
    let mut rules_stand = false;
    loop {
        let Err(trouble) = attempt(desk, wanted, &mut rules_stand, &mut retry).await;
        rules_stand &= trouble != Trouble::NoRules;
        let now = desk.outlet.now();
        desk.book.lock().await.breaks(now);
        let Some(wait) = retry.after(&trouble, now) else { return Err(trouble) };
        desk.outlet.is(Condition::Reconnecting { at: now.plus(millis(wait)), why: trouble.why() });
        sleep(wait).await;
    }
}

/// One connection, from its first request to its end.
async fn attempt(
    desk: &Desk,
    wanted: &[String],
    rules_stand: &mut bool,
    retry: &mut Retry,
) -> Result<Infallible, Trouble> {
    if !*rules_stand {
        rules::set(&desk.api, wanted, &desk.settings.rule_tag).await?;
        *rules_stand = true;
    }
    let response = desk.api.open(PATH, &fields::all()).await?;
    desk.outlet.is(Condition::Receiving);
    let began = Instant::now();
    let Err(trouble) = tokio::select! {
        ended = read(desk, response) => ended,
        failed = fill::fill(desk, wanted) => failed,
    };
    if began.elapsed() >= desk.settings.waits.settled {
        retry.reset();
    }
    Err(trouble)
}

async fn read(desk: &Desk, response: Response) -> Result<Infallible, Trouble> {
    let mut pieces = response.bytes_stream();
    let mut lines = Lines::default();
    loop {
        let piece = match next(&mut pieces, desk.settings.waits.silence, desk.settings.waits.dead).await {
            Ok(piece) => piece,
            Err(trouble) => {
                if lines.is_cut() {
                    desk.outlet.dropped("a line that the connection cut off");
                }
                return Err(trouble);
            }
        };
        let mut heard = Heard::default();
        let announced = lines.take(&piece).into_iter().find_map(|line| hear(desk, line, &mut heard));
        if !heard.delivered.is_empty() {
            desk.bring(heard).await?;
        }
        announced.map_or(Ok(()), Err)?;
    }
}

/// The next piece, or why there is none. X sends a line break now and then: silence is a dead connection.
async fn next(
    pieces: &mut (impl Stream<Item = reqwest::Result<Bytes>> + Unpin),
    silence: Duration,
    dead: Duration,
) -> Result<Bytes, Trouble> {
    let piece = match timeout(silence, pieces.next()).await {
        Ok(piece) => Some(piece),
        Err(_) => {
            tracing::warn!("X has been silent for {} s", silence.as_secs());
            timeout(dead.saturating_sub(silence), pieces.next()).await.ok()
        }
    };
    match piece {
        Some(Some(Ok(piece))) => Ok(piece),
        Some(Some(Err(error))) => Err(Trouble::broken(error)),
        Some(None) => Err(Trouble::Network("X ended the connection".into())),
        None => Err(Trouble::Network(format!("X was silent for {} s", dead.as_secs()))),
    }
}

/// Takes one line in; answers what it announces, if it is the end.
fn hear(desk: &Desk, line: Line, heard: &mut Heard) -> Option<Trouble> {
    let message = match line {
        Line::Text(line) => serde_json::from_slice::<Value>(&line),
        Line::TooLong => {
            desk.outlet.dropped("a line longer than any post");
            return None;
        }
    };
    match message {
        Ok(message) if message.get("data").is_some() => desk.hear(&message, heard),
        Ok(message) => match Trouble::told(Thing::of(&message)) {
            Some(trouble) => return Some(trouble),
            None => desk.outlet.dropped("a message without a post"),
        },
        Err(_) => desk.outlet.dropped("a line that is no JSON"),
    }
    None
}

fn millis(wait: Duration) -> i64 {
    i64::try_from(wait.as_millis()).unwrap_or(At::DAY)
}
