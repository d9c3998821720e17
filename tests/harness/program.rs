//! A program that brings posts.

use reqwest::Method;
use serde_json::Value;

use crate::{Answer, Line, Web};

/// Something with a push token.
#[derive(Clone, Debug)]
pub struct Program {
    pub web: Web,
    pub token: String,
}

impl Program {
    /// Pushes one post.
    pub async fn pushes(&self, line: &Line) -> Value {
        self.pushes_text(&line.to_string()).await
    }

    /// Pushes many posts at once.
    pub async fn pushes_all(&self, lines: &[Line]) -> Value {
        let lines: Vec<String> = lines.iter().map(Line::to_string).collect();
        self.pushes_text(&lines.join("\n")).await
    }

    /// Pushes whatever this is.
    pub async fn pushes_text(&self, body: &str) -> Value {
        self.asks(Method::POST, "/api/posts", body).await.is(200).json()
    }

    /// Takes a post back on its author's behalf.
    pub async fn withdraws(&self, line: &Line) -> Value {
        self.asks(Method::DELETE, &line.place(), "").await.is(200).json()
    }

    /// Reads the log from its start.
    pub async fn reads_log(&self) -> Answer {
        self.asks(Method::GET, "/api/log", "").await
    }

    /// A request with the token.
    pub async fn asks(&self, method: Method, path: &str, body: &str) -> Answer {
        let asked = format!("{method} {path}");
        let request = self.web.request(method, path).bearer_auth(&self.token).body(body.to_owned());
        Answer::to(asked, request).await
    }
}
