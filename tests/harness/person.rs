//! People who act: facilitators, chairs, organisers, participants. The server says who may do what.

use serde_json::{Value, json};

use crate::{Answer, Line, Web};

/// Somebody with a device.
#[derive(Clone, Debug)]
pub struct Person {
    pub web: Web,
    /// The session they work in.
    pub session: String,
}

impl std::ops::Deref for Person {
    type Target = Web;

    fn deref(&self) -> &Web {
        &self.web
    }
}

impl Person {
    pub async fn shows(&self, post: &Line) -> Value {
        self.done("show-post", json!({ "post": post.key() })).await
    }

    pub async fn hides(&self, post: &Line) -> Value {
        self.done("hide-post", json!({ "post": post.key() })).await
    }

    pub async fn features(&self, post: &Line) -> Value {
        self.done("feature-post", json!({ "session": self.session, "post": post.key() })).await
    }

    pub async fn starts_theme(&self, title: &str) -> Value {
        self.done("start-theme", json!({ "session": self.session, "title": title })).await
    }

    pub async fn gathers(&self, post: &Line, theme: &str) -> Value {
        self.done("gather-post", json!({ "theme": theme, "post": post.key() })).await
    }

    pub async fn pins(&self, theme: &str) -> Value {
        self.done("pin-theme", json!({ "theme": theme })).await
    }

    pub async fn discusses(&self, theme: &str) -> Value {
        self.done("review-pin", json!({ "theme": theme, "review": "discussing" })).await
    }

    pub async fn parks(&self, theme: &str) -> Value {
        self.done("review-pin", json!({ "theme": theme, "review": "parked" })).await
    }

    pub async fn concludes(&self, theme: &str, text: &str) -> Value {
        self.done("write-conclusion", json!({ "theme": theme, "text": text })).await
    }

    /// Says something from the room form.
    pub async fn submits(&self, text: &str) -> Value {
        self.done("submit-post", json!({ "session": self.session, "text": text, "name": "Priya" })).await
    }

    /// Invites somebody; answers with their link.
    ///
    /// # Panics
    /// When the answer carries no link.
    pub async fn invites(&self, name: &str, role: &str, session: Option<&str>) -> String {
        let done = self.done("invite", json!({ "name": name, "role": role, "session": session })).await;
        done["link"]["url"].as_str().expect("an invitation has a link").to_owned()
    }

    /// The answer to a command that was carried out.
    async fn done(&self, command: &str, fields: Value) -> Value {
        let answer: Answer = self.does(command, fields).await;
        answer.is(200).json()
    }
}
