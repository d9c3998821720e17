//! A browser without a screen: it keeps its cookie and follows nothing by itself.

use reqwest::{Client, Method, RequestBuilder, header, redirect};
use serde_json::Value;

use crate::{Answer, Screen};

/// Somebody's device at the server's address.
#[derive(Clone, Debug)]
pub struct Web {
    client: Client,
    pub base: String,
    pub cookie: Option<String>,
}

impl Web {
    /// A device that was never here before.
    ///
    /// # Panics
    /// If no client can be made on this machine.
    #[must_use]
    pub fn at(base: &str) -> Self {
        let client = backchannel::net::client().redirect(redirect::Policy::none()).no_proxy().build();
        let client = client.expect("a client without TLS needs nothing of the machine");
        Self { client, base: base.to_owned(), cookie: None }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let request = self.client.request(method, format!("{}{path}", self.base));
        match &self.cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        }
    }

    /// Opens a page, without scripts.
    pub async fn reads(&self, path: &str) -> Answer {
        let request = self.request(Method::GET, path).header(header::ACCEPT, "text/html");
        Answer::to(format!("GET {path}"), request).await
    }

    /// Gives a command, as a page's script does.
    pub async fn does(&self, command: &str, fields: Value) -> Answer {
        let path = format!("/commands/{command}");
        let asked = format!("{command} {fields}");
        Answer::to(asked, self.request(Method::POST, &path).json(&fields)).await
    }

    /// Sends a form, as a page does without scripts.
    pub async fn fills_in(&self, command: &str, form: &str) -> Answer {
        let path = format!("/commands/{command}");
        let request = self
            .request(Method::POST, &path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::REFERER, format!("{}/board/main", self.base))
            .body(form.to_owned());
        Answer::to(format!("form {command} {form}"), request).await
    }

    /// Presses the button of a join link. A device that was let in has a cookie afterwards.
    pub async fn presses(&self, link: &str) -> Answer {
        let path = link.strip_prefix(&self.base).unwrap_or(link);
        Answer::to(format!("POST {path}"), self.request(Method::POST, path)).await
    }

    /// This device, signed in by a link.
    ///
    /// # Panics
    /// When the link opens no login.
    pub async fn joins(&self, link: &str) -> Self {
        let answer = self.presses(link).await.is(303);
        let cookie = answer.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
        assert!(cookie.starts_with("login="), "a cookie: {cookie}");
        Self { cookie: Some(cookie), ..self.clone() }
    }

    /// The numbers of the report.
    pub async fn numbers(&self) -> Value {
        self.reads("/api/report").await.is(200).json()
    }

    /// The id of the server's log, as every page carries it.
    ///
    /// # Panics
    /// When the programme carries none.
    pub async fn log_id(&self) -> String {
        let page = self.reads("/").await.is(200).body;
        let (_, after) = page.split_once("data-log=\"").expect("every page names its log");
        after.split('"').next().unwrap_or_default().to_owned()
    }

    /// A new screen at a stream, such as `wall/main`.
    pub async fn watches(&self, stream: &str) -> Screen {
        Screen::open(self.clone(), stream).await
    }

    /// A new screen whose network lets no WebSocket through.
    pub async fn follows(&self, stream: &str) -> Screen {
        Screen::follow(self.clone(), stream).await
    }
}
