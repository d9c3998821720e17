//! Opening the WebSocket.

use std::time::Duration;

use futures_util::SinkExt as _;
use reqwest::Url;
use serde_json::json;
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async_with_config,
    tungstenite::{
        Error, Message,
        client::IntoClientRequest as _,
        handshake::client::{Request, Response},
        http::header::{AUTHORIZATION, HeaderValue, USER_AGENT},
        protocol::WebSocketConfig,
    },
};

use super::{Settings, settings::may_carry_secrets, stream::Ended};

pub(super) type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// Largest message that is read, in bytes.
const MESSAGE_LIMIT: usize = 16 * 1024 * 1024;

/// Where a stream stands, and the key to it.
pub(super) struct Line {
    url: Url,
    token: String,
}

impl Line {
    /// The stream of a server. `named`: where it says that it streams; without that it is the server itself.
    ///
    /// # Errors
    /// In words, when the server names an address that must not get the token.
    pub(super) fn of(settings: &Settings, token: String, named: Option<&str>) -> Result<Self, String> {
        let at = named.map_or_else(|| settings.base.to_string(), str::to_owned).replacen("http", "ws", 1);
        let mut url =
            Url::parse(&at).map_err(|_| format!("the server names no address for its stream: {at}"))?;
        if !matches!(url.scheme(), "wss" | "ws") || !may_carry_secrets(&url) {
            return Err(format!("the server wants to stream unencrypted, at {at}"));
        }
        url.path_segments_mut().expect("an address of a WebSocket has a path").pop_if_empty().extend([
            "api",
            "v1",
            "streaming",
        ]);
        Ok(Self { url, token })
    }

    /// Opens the stream and subscribes. No answer says that a subscription was taken.
    pub(super) async fn open(&self, tags: &[String], patience: Duration) -> Result<Socket, Ended> {
        crate::net::prepare();
        let mut config = WebSocketConfig::default();
        config.max_message_size = Some(MESSAGE_LIMIT);
        config.max_frame_size = Some(MESSAGE_LIMIT);
        let opening = connect_async_with_config(self.request()?, Some(config), false);
        let opened = tokio::time::timeout(patience, opening).await;
        let (mut socket, _) = opened.map_err(|_| unreachable())?.map_err(|error| not_opened(&error))?;
        for tag in tags {
            let subscribe = json!({ "type": "subscribe", "stream": "hashtag", "tag": tag });
            let subscribed = socket.send(Message::text(subscribe.to_string())).await;
            subscribed.map_err(|_| Ended::Broken("the stream broke off".into()))?;
        }
        Ok(socket)
    }

    fn request(&self) -> Result<Request, Ended> {
        let mut key = HeaderValue::try_from(format!("Bearer {}", self.token))
            .map_err(|_| Ended::Refused("the token has signs that no token has".into()))?;
        key.set_sensitive(true);
        let mut request = self.url.as_str().into_client_request().map_err(|error| not_opened(&error))?;
        request.headers_mut().insert(AUTHORIZATION, key);
        request.headers_mut().insert(USER_AGENT, HeaderValue::from_static(crate::net::USER_AGENT));
        Ok(request)
    }
}

fn unreachable() -> Ended {
    Ended::Broken("the stream cannot be reached".into())
}

fn not_opened(error: &Error) -> Ended {
    match error {
        Error::Http(answer) if answer.status() == 401 => {
            Ended::Refused(format!("the stream refused the token ({}); make a new one", said(answer)))
        }
        Error::Http(answer) => Ended::Broken(format!("the stream answered {}", answer.status())),
        _ => unreachable(),
    }
}

/// Why, in the server's words.
fn said(answer: &Response) -> String {
    let said = answer.headers().get("x-error-message").and_then(|words| words.to_str().ok());
    crate::domain::text::clean_line(said.unwrap_or("it does not say why"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stands_at(named: Option<&str>) -> Result<String, String> {
        let settings = Settings::of("meded.example", None)?;
        Line::of(&settings, "t".into(), named).map(|line| line.url.to_string())
    }

    #[test]
    fn a_stream_stands_where_its_server_says() {
        assert_eq!(stands_at(None).unwrap(), "wss://meded.example/api/v1/streaming");
        let named = stands_at(Some("wss://stream.meded.example")).unwrap();
        assert_eq!(named, "wss://stream.meded.example/api/v1/streaming");
        assert_eq!(stands_at(Some("https://s.example/x/")).unwrap(), "wss://s.example/x/api/v1/streaming");
    }

    #[test]
    fn a_token_is_not_sent_where_others_can_read_it() {
        for named in
            ["ws://stream.meded.example", "http://stream.meded.example", "ftp://x.example", "", "nonsense"]
        {
            assert!(stands_at(Some(named)).is_err(), "{named}");
        }
    }
}
