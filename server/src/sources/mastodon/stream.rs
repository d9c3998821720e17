//! The way on which a server tells by itself: a WebSocket with one subscription for each hashtag. It has no memory, so
//! whatever opens it asks for what came before.

use std::{convert::Infallible, sync::Arc, time::Duration};

use futures_util::{FutureExt as _, StreamExt as _};
use tokio::{sync::Notify, time::Instant};
use tokio_tungstenite::tungstenite::{self, Message};

use super::{
    super::{Found, Stopped, backoff::Backoff},
    Pace,
    bringing::Bringing,
    message,
    rest::Api,
    socket::{Line, Socket},
    standing::{self, Standing},
};
use crate::clock::jitter;

/// Messages that are made durable together in a burst.
const TOGETHER: usize = 64;

/// Listens to one server.
pub(super) struct Stream {
    pub line: Line,
    pub api: Arc<Api>,
    pub bringing: Arc<Bringing>,
    pub standing: Arc<Standing>,
    pub opened: Arc<Notify>,
    pub tags: Vec<String>,
    pub pace: Pace,
}

/// Why a stream ended.
#[derive(Debug)]
pub(super) enum Ended {
    Stopped,
    /// A person has to act.
    Refused(String),
    /// The next try may work.
    Broken(String),
}

impl From<Stopped> for Ended {
    fn from(Stopped: Stopped) -> Self {
        Self::Stopped
    }
}

impl Stream {
    /// Listens until the conference takes nothing more.
    pub(super) async fn run(self) -> Result<Infallible, Stopped> {
        let mut backoff = Backoff::exponential(self.pace.retry, self.pace.retry_limit);
        self.standing.stream(standing::Stream::Opening);
        loop {
            let began = Instant::now();
            let Err(ended) = self.listen().await;
            // One that was accepted and then cut at once is not one that works.
            if began.elapsed() >= self.pace.retry_limit {
                backoff.reset();
            }
            let wait = match ended {
                Ended::Stopped => return Err(Stopped),
                Ended::Refused(why) => {
                    self.standing.stream(standing::Stream::Refused { why });
                    self.pace.refused
                }
                Ended::Broken(why) => {
                    let wait = jitter(backoff.failed());
                    let millis = i64::try_from(wait.as_millis()).unwrap_or(i64::MAX);
                    let again = self.bringing.now().plus(millis);
                    self.standing.stream(standing::Stream::Broken { again, why });
                    wait
                }
            };
            tokio::time::sleep(wait).await;
        }
    }

    async fn listen(&self) -> Result<Infallible, Ended> {
        let mut socket = self.line.open(&self.tags, self.pace.answer).await?;
        // Nothing says that a subscription was taken; a refusal comes at once.
        let settled = Instant::now() + self.pace.settle;
        while Instant::now() < settled {
            let Some(next) = self.next(&mut socket, settled - Instant::now()).await else { break };
            self.take(next?, &mut socket).await?;
        }
        self.api.show_token(true);
        self.standing.heard();
        self.opened.notify_one();
        loop {
            let next = self.next(&mut socket, self.pace.silence).await;
            let next =
                next.ok_or_else(|| Ended::Broken("the stream went silent, even its pings stopped".into()))?;
            self.take(next?, &mut socket).await?;
        }
    }

    /// The next message of any kind, pings included; `None` when there is none for so long.
    async fn next(&self, socket: &mut Socket, patience: Duration) -> Option<Result<Message, Ended>> {
        let next = tokio::time::timeout(patience, socket.next()).await.ok()?;
        Some(self.understood(next))
    }

    fn understood(&self, next: Option<tungstenite::Result<Message>>) -> Result<Message, Ended> {
        match next {
            Some(Ok(message)) => Ok(message),
            Some(Err(tungstenite::Error::Capacity(_) | tungstenite::Error::Utf8(_))) => {
                self.bringing.dropped("a message of the stream that has no end or is no text");
                Err(Ended::Broken("the stream sent what cannot be read".into()))
            }
            Some(Err(_)) | None => Err(Ended::Broken("the stream broke off".into())),
        }
    }

    /// Brings a message, and with it those that have come already.
    async fn take(&self, first: Message, socket: &mut Socket) -> Result<(), Ended> {
        let mut found = Vec::new();
        let mut ended = self.read(&first, &mut found);
        while ended.is_ok() && found.len() < TOGETHER {
            let Some(next) = socket.next().now_or_never() else { break };
            ended = self.understood(next).and_then(|message| self.read(&message, &mut found));
        }
        self.bringing.bring(found, None).await?;
        ended
    }

    fn read(&self, message: &Message, found: &mut Vec<Found>) -> Result<(), Ended> {
        match message {
            Message::Text(text) => {
                if let Some(seen) = message::read(text, &self.bringing)? {
                    self.standing.heard();
                    found.extend(seen.found);
                }
            }
            Message::Binary(_) => self.bringing.dropped("a message of the stream that is no text"),
            Message::Close(close) => return Err(closed(close.as_ref())),
            _ => {}
        }
        Ok(())
    }
}

fn closed(close: Option<&tungstenite::protocol::CloseFrame>) -> Ended {
    Ended::Broken(match close {
        None => "the server closed the stream without a word, as it does when a token was revoked".into(),
        Some(close) if u16::from(close.code) == 1001 => "the server is restarting".into(),
        Some(close) => format!("the server closed the stream (code {})", close.code),
    })
}
