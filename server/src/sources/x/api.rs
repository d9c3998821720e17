//! Requests to X.

use std::time::Duration;

use reqwest::{Client, RequestBuilder, Response, header, redirect::Policy};
use serde_json::Value;

use super::{
    settings::Settings,
    thing::{Thing, renamed},
    trouble::Trouble,
};

/// Longest answer that is read: a page of a hundred posts with everything they refer to stays below.
const ANSWER_LIMIT: usize = 16 * 1024 * 1024;

/// A parameter of a request.
pub(super) type Parameter = (&'static str, String);

pub(super) struct Api {
    client: Client,
    base_url: String,
    token: super::Token,
    answer: Duration,
}

impl Api {
    pub(super) fn new(settings: &Settings) -> Self {
        // Compression would hold back line breaks that only say that X lives.
        let client = crate::net::client().no_gzip().redirect(Policy::none()).build();
        Self {
            client: client.expect("the system has certificates that can be read"),
            base_url: settings.base_url.trim_end_matches('/').to_owned(),
            token: settings.token.clone(),
            answer: settings.waits.answer,
        }
    }

    /// Opens what never ends.
    pub(super) async fn open(&self, path: &str, parameters: &[Parameter]) -> Result<Response, Trouble> {
        self.in_either_spelling(path, parameters).await
    }

    pub(super) async fn get(&self, path: &str, parameters: &[Parameter]) -> Result<Value, Trouble> {
        self.read(self.in_either_spelling(path, parameters).await?).await
    }

    pub(super) async fn post(&self, path: &str, body: &Value) -> Result<Value, Trouble> {
        let request = self.client.post(format!("{}{path}", self.base_url)).json(body);
        self.read(self.send(request).await?).await
    }

    /// X may know parameters by their new names only, and says no more than that it does not understand.
    async fn in_either_spelling(&self, path: &str, parameters: &[Parameter]) -> Result<Response, Trouble> {
        let get = |query: String| self.client.get(format!("{}{path}?{query}", self.base_url));
        let query = written(parameters, str::to_owned);
        let other = written(parameters, renamed);
        match self.send(get(query.clone())).await {
            Err(Trouble::Invalid(why)) if other != query => {
                self.send(get(other)).await.map_err(|again| match again {
                    Trouble::Invalid(_) => Trouble::Invalid(why),
                    again => again,
                })
            }
            answered => answered,
        }
    }

    async fn send(&self, request: RequestBuilder) -> Result<Response, Trouble> {
        let request = request.header(header::AUTHORIZATION, self.token.header()).send();
        let response = self.in_time(request).await?.map_err(Trouble::broken)?;
        let status = response.status();
        if status.is_success() {
            return Ok(response);
        }
        let headers = response.headers().clone();
        let body = self.in_time(body(response)).await?.unwrap_or_default();
        Err(Trouble::answered(status, &headers, &body))
    }

    async fn read(&self, response: Response) -> Result<Value, Trouble> {
        let body = self.in_time(body(response)).await??;
        let answer: Value = serde_json::from_slice(&body)
            .map_err(|_| Trouble::Server(format!("X answered {} bytes that cannot be read", body.len())))?;
        // Partial errors are the reader's; a limit is reached whatever else the answer holds.
        match Trouble::told(Thing::of(&answer)) {
            Some(trouble) => Err(trouble),
            None => Ok(answer),
        }
    }

    async fn in_time<T>(&self, happens: impl Future<Output = T>) -> Result<T, Trouble> {
        let late = |_| Trouble::Network(format!("X did not answer for {} s", self.answer.as_secs()));
        tokio::time::timeout(self.answer, happens).await.map_err(late)
    }
}

async fn body(mut response: Response) -> Result<Vec<u8>, Trouble> {
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(Trouble::broken)? {
        if body.len() + piece.len() > ANSWER_LIMIT {
            return Err(Trouble::Server("X answered more than can be read".into()));
        }
        body.extend_from_slice(&piece);
    }
    Ok(body)
}

fn written(parameters: &[Parameter], spelled: impl Fn(&str) -> String) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in parameters {
        // Only lists of fields carry names that change; a query or an id must stay as it is.
        let is_list = name.ends_with(".fields") || *name == "expansions";
        query.append_pair(&spelled(name), &if is_list { spelled(value) } else { value.clone() });
    }
    query.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_fields_change_their_spelling() {
        let parameters = [("tweet.fields", "note_tweet,text".into()), ("query", "#tweetup".into())];
        assert_eq!(written(&parameters, str::to_owned), "tweet.fields=note_tweet%2Ctext&query=%23tweetup");
        assert_eq!(written(&parameters, renamed), "post.fields=note_post%2Ctext&query=%23tweetup");
    }
}
