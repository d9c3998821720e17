//! One question to the network: who are these?

use std::time::Duration;

use reqwest::{Client, Response, StatusCode, Url, header::RETRY_AFTER};
use serde_json::Value;

use super::profile::Profile;

/// The network answers for no more at once.
pub(super) const AT_ONCE: usize = 25;
const TIMEOUT: Duration = Duration::from_secs(10);
/// An answer of 25 long profiles has a tenth of this.
const ANSWER_LIMIT: usize = 2 * 1024 * 1024;
/// Nobody is made to wait longer.
const WAIT_LIMIT: Duration = Duration::from_secs(600);

/// Why there is no answer.
#[derive(Debug, PartialEq)]
pub(super) enum NoAnswer {
    /// One of the ids is wrong in the network's eyes, and it names none of the others.
    Refused,
    /// Later perhaps, and not before this has passed.
    Later { why: String, wait: Duration },
}

/// Asks for the profiles of some accounts. The network leaves out whom it does not know or does not show.
pub(super) async fn profiles(
    client: &Client,
    appview: &Url,
    dids: &[String],
) -> Result<Vec<(String, Profile)>, NoAnswer> {
    let mut address = appview.clone();
    address.set_path("/xrpc/app.bsky.actor.getProfiles");
    address.query_pairs_mut().extend_pairs(dids.iter().map(|did| ("actors", did)));
    let asked = tokio::time::timeout(TIMEOUT, async {
        let response =
            client.get(address).send().await.map_err(|error| later(error.without_url().to_string()))?;
        body(accepted(response)?).await
    });
    let body = asked.await.map_err(|_| later("no answer in time".into()))??;
    let answer: Value =
        serde_json::from_slice(&body).map_err(|_| later("an answer that cannot be read".into()))?;
    Ok(answer["profiles"].as_array().into_iter().flatten().filter_map(Profile::read).collect())
}

fn accepted(response: Response) -> Result<Response, NoAnswer> {
    match response.status() {
        status if status.is_success() => Ok(response),
        StatusCode::BAD_REQUEST => Err(NoAnswer::Refused),
        status => {
            let told = response.headers().get(RETRY_AFTER).and_then(|wait| wait.to_str().ok()?.parse().ok());
            let wait = Duration::from_secs(told.unwrap_or_default()).min(WAIT_LIMIT);
            Err(NoAnswer::Later { why: format!("it answers {status}"), wait })
        }
    }
}

async fn body(mut response: Response) -> Result<Vec<u8>, NoAnswer> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| later(error.without_url().to_string()))? {
        body.extend_from_slice(&chunk);
        if body.len() > ANSWER_LIMIT {
            return Err(later("an answer that is too long".into()));
        }
    }
    Ok(body)
}

fn later(why: String) -> NoAnswer {
    NoAnswer::Later { why, wait: Duration::ZERO }
}
