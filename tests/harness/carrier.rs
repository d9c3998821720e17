//! What carries a stream: a WebSocket, or server-sent events.

use bytes::Bytes;
use futures_util::{Stream, StreamExt as _};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{self, Message, client::IntoClientRequest as _, http::HeaderValue},
};

use crate::Web;

/// What came.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    Message(String),
    /// The end, with the code where one was given.
    Closed(Option<u16>),
}

pub enum Carrier {
    Socket(Box<WebSocketStream<MaybeTlsStream<TcpStream>>>),
    Events(Events),
}

impl Carrier {
    /// Opens a WebSocket.
    ///
    /// # Errors
    /// The status that the server answered instead.
    ///
    /// # Panics
    /// When there is no server.
    pub async fn socket(web: &Web, path: &str, origin: Option<&str>) -> Result<Self, u16> {
        let address = format!("{}{path}", web.base.replacen("http", "ws", 1));
        let mut request = address.into_client_request().expect("an address of ours");
        let mut add = |name: &'static str, value: &str| {
            request.headers_mut().insert(name, HeaderValue::from_str(value).expect("a header of ours"));
        };
        if let Some(cookie) = &web.cookie {
            add("cookie", cookie);
        }
        if let Some(origin) = origin {
            add("origin", origin);
        }
        match connect_async(request).await {
            Ok((socket, _)) => Ok(Self::Socket(Box::new(socket))),
            Err(tungstenite::Error::Http(response)) => Err(response.status().as_u16()),
            Err(error) => panic!("{path}: {error}"),
        }
    }

    /// Asks for server-sent events.
    ///
    /// # Panics
    /// When the server refuses.
    pub async fn events(web: &Web, path: &str) -> Self {
        let request = web.request(reqwest::Method::GET, path).header("accept", "text/event-stream");
        let response = request.send().await.unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(response.status(), 200, "{path}");
        Self::Events(Events { bytes: Box::pin(response.bytes_stream()), read: String::new() })
    }

    pub async fn hear(&mut self) -> Heard {
        match self {
            Self::Socket(socket) => loop {
                match socket.next().await {
                    Some(Ok(Message::Text(text))) => return Heard::Message(text.as_str().to_owned()),
                    Some(Ok(Message::Close(frame))) => {
                        return Heard::Closed(frame.map(|frame| frame.code.into()));
                    }
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => return Heard::Closed(None),
                }
            },
            Self::Events(events) => events.hear().await,
        }
    }
}

type Pieces = dyn Stream<Item = reqwest::Result<Bytes>> + Send;

/// Server-sent events, as the HTML standard describes them: an empty line ends an event.
pub struct Events {
    bytes: std::pin::Pin<Box<Pieces>>,
    read: String,
}

impl Events {
    async fn hear(&mut self) -> Heard {
        let mut pending = Vec::new();
        loop {
            if let Some((event, rest)) = self.read.split_once("\n\n") {
                let lines = event.lines().filter_map(|line| line.strip_prefix("data:"));
                let data: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
                let message = data.join("\n");
                self.read = rest.to_owned();
                if !message.is_empty() {
                    return Heard::Message(message);
                }
                continue;
            }
            match self.bytes.next().await {
                Some(Ok(bytes)) => pending.extend_from_slice(&bytes),
                _ => return Heard::Closed(None),
            }
            // A character may be cut between two pieces.
            if let Ok(text) = str::from_utf8(&pending) {
                self.read.push_str(text);
                pending.clear();
            }
        }
    }
}
