//! `GET /stream/{audience}/{session}`: WebSocket, or the same messages as server-sent events.

use std::{convert::Infallible, time::Duration};

use axum::{
    extract::{
        FromRequestParts as _, Path, Query, Request, WebSocketUpgrade,
        ws::{CloseFrame, Message, Utf8Bytes, WebSocket},
    },
    http::{HeaderMap, StatusCode, header},
    response::{
        IntoResponse, Response,
        sse::{Event, Sse},
    },
};
use serde::Deserialize;

use super::{
    feed::Feed,
    frames::RingKey,
    limits::{Asker, Socket},
    problem::Problem,
    regions::Audience,
    site::Site,
    visitor::{Visitor, known_language},
};
use crate::domain::Seq;

/// Small: what a screen says is a few numbers, and what it hears is written as a whole.
const READ_BUFFER: usize = 1_024;
const HEARD_LIMIT: usize = 16 * 1_024;
/// A screen that takes nothing for so long is gone.
const WRITE_LIMIT: Duration = Duration::from_secs(60);
/// RFC 6455, section 7.4.1, as registered: the service restarts, come back.
const RESTART: u16 = 1012;

#[derive(Deserialize)]
pub struct Place {
    since: Option<u64>,
    /// The log that `since` counts in.
    log: Option<String>,
    lang: Option<String>,
}

/// Opens a stream.
pub async fn stream(
    visitor: Visitor,
    Path((audience, session)): Path<(String, String)>,
    Query(place): Query<Place>,
    asker: Asker,
    request: Request,
) -> Result<Response, Problem> {
    let audience: Audience = audience.parse().map_err(|()| Problem::not_found())?;
    let session = visitor.session(&session)?.id.clone();
    if matches!(audience, Audience::Console | Audience::Chair) {
        visitor.must(|login| login.may_run(&session))?;
    }
    same_origin(&visitor, request.headers())?;
    let too_many =
        || Problem::new(StatusCode::TOO_MANY_REQUESTS, "This address has as many screens open as it may.");
    let socket = visitor.site.sockets.open(asker.address).ok_or_else(too_many)?;
    let lang = place.lang.as_deref().and_then(known_language).unwrap_or(visitor.lang);
    let ours = place.log.as_deref().is_none_or(|log| log == visitor.site.log_id);
    let since = place.since.filter(|_| ours).map(Seq);
    let feed = Feed::new(visitor.site.clone(), RingKey { audience, session, lang }, since);
    let accept = request.headers().get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
    if accept.is_some_and(|accept| accept.contains("text/event-stream")) {
        return Ok(events(visitor.site, feed, socket));
    }
    let (mut parts, _) = request.into_parts();
    let upgrade = WebSocketUpgrade::from_request_parts(&mut parts, &visitor.site).await.map_err(|_| {
        Problem::new(
            StatusCode::UPGRADE_REQUIRED,
            "This address speaks WebSocket, or text/event-stream when asked.",
        )
    })?;
    let upgrade = upgrade
        .read_buffer_size(READ_BUFFER)
        .write_buffer_size(0)
        .max_message_size(HEARD_LIMIT)
        .max_frame_size(HEARD_LIMIT);
    Ok(upgrade.on_upgrade(move |open| write(visitor.site, feed, open, socket)))
}

/// An upgrade is a GET, which no other layer checks: a foreign page must not read staff's streams with their cookie.
fn same_origin(visitor: &Visitor, headers: &HeaderMap) -> Result<(), Problem> {
    let Some(origin) = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()) else {
        return Ok(());
    };
    let host = origin.split_once("://").map(|(_, host)| host);
    let is_ours = host == Some(visitor.host.as_str()) || Some(origin) == visitor.site.public_url.as_deref();
    if is_ours {
        Ok(())
    } else {
        Err(Problem::forbidden("Streams are opened by this server's own pages only."))
    }
}

async fn write(site: Site, mut feed: Feed, mut open: WebSocket, _counted: Socket) {
    loop {
        let message = tokio::select! {
            biased;
            () = site.stopping.cancelled() => {
                let close = CloseFrame { code: RESTART, reason: Utf8Bytes::from_static("restarting") };
                // The screen comes back by itself, whether it heard this or not.
                let _ = open.send(Message::Close(Some(close))).await;
                return;
            }
            heard = open.recv() => match heard {
                // Pings are answered below; what a screen says of itself is not asked for yet.
                Some(Ok(message)) if !matches!(message, Message::Close(_)) => continue,
                _ => return,
            },
            message = feed.next() => message,
        };
        let text = Utf8Bytes::try_from(message).expect("frames are JSON");
        match tokio::time::timeout(WRITE_LIMIT, open.send(Message::Text(text))).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) | Err(_) => return,
        }
    }
}

fn events(site: Site, feed: Feed, counted: Socket) -> Response {
    let stopping = site.stopping.clone();
    let messages = futures_util::stream::unfold((feed, counted), |(mut feed, counted)| async move {
        let message = feed.next().await;
        let text = String::from_utf8(message.to_vec()).expect("frames are JSON");
        Some((Ok::<_, Infallible>(Event::default().data(text)), (feed, counted)))
    });
    let until_stop = futures_util::StreamExt::take_until(messages, stopping.cancelled_owned());
    Sse::new(until_stop).into_response()
}
