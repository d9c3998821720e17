//! A connection to a Jetstream, and all the ways in which it ends.

use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;
use reqwest::{Url, header::RETRY_AFTER};
use tokio::{
    net::TcpStream,
    time::{Instant, timeout, timeout_at},
};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async_with_config,
    tungstenite::{
        Error, Message,
        client::IntoClientRequest as _,
        error::CapacityError,
        handshake::client::{Request, Response},
        http::{HeaderValue, header::USER_AGENT},
        protocol::WebSocketConfig,
    },
};

use crate::net;

/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(15);
/// Longest message that is read off the wire, only to be dropped.
const MESSAGE_LIMIT: usize = 16 * 1024 * 1024;

/// An open connection.
pub(super) struct Stream {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    silence: Duration,
    heard: Instant,
}

/// Why there is no connection any more.
#[derive(Debug)]
pub(super) struct Cut {
    pub why: String,
    /// The server asks to be left alone for so long.
    pub wait: Duration,
    pub end: End,
}

/// How a connection ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Closed,
    Silent,
    /// It sent what breaks a connection. The same may come again from the same place.
    Poisoned,
}

impl Stream {
    /// Connects to an address; a connection that brings nothing for `silence` counts as cut.
    pub async fn open(address: &Url, silence: Duration) -> Result<Self, Cut> {
        net::prepare();
        let limits = WebSocketConfig::default()
            .max_message_size(Some(MESSAGE_LIMIT))
            .max_frame_size(Some(MESSAGE_LIMIT));
        let connecting = connect_async_with_config(request(address)?, Some(limits), true);
        let connected = timeout(CONNECT, connecting).await.map_err(|_| cut("it does not answer"))?;
        let (socket, _) = connected.map_err(|error| Cut::from(&error))?;
        Ok(Self { socket, silence, heard: Instant::now() })
    }

    /// The next message. Pings are answered and are no sign of life: a server sends them while it has nothing to send
    /// from. Dropping this loses nothing.
    pub async fn next(&mut self) -> Result<Bytes, Cut> {
        loop {
            let next = timeout_at(self.heard + self.silence, self.socket.next()).await;
            let message = match next {
                Err(_) => return Err(Cut { end: End::Silent, ..cut("it has fallen silent") }),
                Ok(None) => return Err(cut("the connection ended")),
                Ok(Some(message)) => message.map_err(|error| Cut::from(&error))?,
            };
            let bytes = match message {
                Message::Text(text) => text.into(),
                Message::Binary(bytes) => bytes,
                Message::Close(reason) => return Err(closed(reason.map(|reason| reason.code.into()))),
                Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => continue,
            };
            self.heard = Instant::now();
            return Ok(bytes);
        }
    }
}

fn request(address: &Url) -> Result<Request, Cut> {
    let mut request = address.as_str().into_client_request().map_err(|error| Cut::from(&error))?;
    request.headers_mut().insert(USER_AGENT, HeaderValue::from_static(net::USER_AGENT));
    Ok(request)
}

fn cut(why: &str) -> Cut {
    Cut { why: why.to_owned(), wait: Duration::ZERO, end: End::Closed }
}

fn closed(code: Option<u16>) -> Cut {
    cut(&code.map_or_else(|| "it closed".to_owned(), |code| format!("it closed with code {code}")))
}

impl From<&Error> for Cut {
    fn from(error: &Error) -> Self {
        match error {
            Error::Http(response) => refused(response),
            Error::Utf8(_) | Error::Capacity(CapacityError::MessageTooLong { .. }) => {
                Self { end: End::Poisoned, ..cut(&format!("it sent what nobody can read: {error}")) }
            }
            _ => cut(&error.to_string()),
        }
    }
}

fn refused(response: &Response) -> Cut {
    let told = response.headers().get(RETRY_AFTER).and_then(|wait| wait.to_str().ok()?.parse().ok());
    let wait = Duration::from_secs(told.unwrap_or_default()).min(Duration::from_secs(600));
    Cut { wait, ..cut(&format!("it answers {}", response.status())) }
}
