//! Asks for the feed, and says what we have already.

use std::time::Duration;

use reqwest::{Client, Response, StatusCode, Url, header};

/// Longest feed, in bytes.
const SIZE: usize = 4 * 1_024 * 1_024;
const TIME: Duration = Duration::from_secs(20);

/// What the server says.
pub(super) enum Answer {
    New(Vec<u8>),
    Unchanged,
}

pub(super) struct Fetcher {
    client: Client,
    url: Url,
    tag: Option<header::HeaderValue>,
    modified: Option<header::HeaderValue>,
}

impl Fetcher {
    pub(super) fn new(url: Url) -> Result<Self, String> {
        let client = crate::net::client().timeout(TIME).build().map_err(|error| error.to_string())?;
        Ok(Self { client, url, tag: None, modified: None })
    }

    pub(super) async fn fetch(&mut self) -> Result<Answer, String> {
        let mut request = self.client.get(self.url.clone());
        if let Some(tag) = &self.tag {
            request = request.header(header::IF_NONE_MATCH, tag);
        }
        if let Some(modified) = &self.modified {
            request = request.header(header::IF_MODIFIED_SINCE, modified);
        }
        let response = request.send().await.map_err(|_| "the feed's server does not answer".to_owned())?;
        match response.status() {
            StatusCode::NOT_MODIFIED => Ok(Answer::Unchanged),
            status if status.is_success() => {
                let (tag, modified) = validators(&response);
                let bytes = read(response).await?;
                // Only what was read to its end may be called known.
                (self.tag, self.modified) = (tag, modified);
                Ok(Answer::New(bytes))
            }
            status => Err(format!("the feed's server answers {status}")),
        }
    }
}

fn validators(response: &Response) -> (Option<header::HeaderValue>, Option<header::HeaderValue>) {
    let headers = response.headers();
    (headers.get(header::ETAG).cloned(), headers.get(header::LAST_MODIFIED).cloned())
}

async fn read(mut response: Response) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    while let Some(chunk) =
        response.chunk().await.map_err(|_| "the feed broke off in the middle".to_owned())?
    {
        if bytes.len() + chunk.len() > SIZE {
            return Err(format!("the feed is longer than {SIZE} bytes"));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}
