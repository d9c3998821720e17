//! What a server did instead of an answer, in the words of an operator.

use std::time::Duration;

use reqwest::{
    StatusCode,
    header::{HeaderMap, RETRY_AFTER},
};

use crate::domain::At;

/// Longest wait that a server can impose: its windows are 15 minutes.
const LONGEST: Duration = Duration::from_secs(15 * 60);
/// How long to wait where a server wants patience and does not say how much.
const UNSAID: Duration = Duration::from_secs(60);

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Trouble {
    /// The key was refused, or one is needed: a person has to act.
    Denied(String),
    /// There is no such thing here, in the API's words: a lost page of somebody's proxy says nothing about posts.
    Missing,
    /// It was asked too often and wants a pause.
    Busy(Duration),
    /// Anything else: the next try may work.
    Failed(String),
}

impl Trouble {
    /// An answer that is none.
    pub(super) fn of(status: StatusCode, headers: &HeaderMap, words: Option<String>, now: At) -> Self {
        let is_said = words.is_some();
        let said = words.map(|words| format!(": {words}")).unwrap_or_default();
        match status.as_u16() {
            401 | 403 | 422 => Self::Denied(format!("{status}{said}")),
            404 | 410 if is_said => Self::Missing,
            429 => Self::Busy(pause(headers, now)),
            _ => Self::Failed(format!("the server answered {status}{said}")),
        }
    }
}

impl From<reqwest::Error> for Trouble {
    fn from(error: reqwest::Error) -> Self {
        Self::Failed(match error {
            error if error.is_timeout() => "the server does not answer in time".into(),
            error if error.is_connect() => "the server cannot be reached".into(),
            error => format!("the connection broke: {}", error.without_url()),
        })
    }
}

/// How long the server wants to be left alone, where it says so.
pub(super) fn spent(status: StatusCode, headers: &HeaderMap, now: At) -> Option<Duration> {
    let is_last = text(headers, "x-ratelimit-remaining") == Some("0");
    (is_last || status == StatusCode::TOO_MANY_REQUESTS).then(|| pause(headers, now))
}

fn pause(headers: &HeaderMap, now: At) -> Duration {
    // A time in ISO 8601, unlike the seconds that most others send.
    let reset = text(headers, "x-ratelimit-reset").and_then(|reset| reset.parse::<At>().ok());
    let seconds = || text(headers, RETRY_AFTER.as_str()).and_then(|seconds| seconds.parse().ok());
    let until = reset.map(|reset| Duration::from_millis(reset.since(now).max(0).unsigned_abs()));
    until.or_else(|| seconds().map(Duration::from_secs)).unwrap_or(UNSAID).min(LONGEST)
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[(&'static str, &str)]) -> HeaderMap {
        lines.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_pause_lasts_until_the_time_that_the_server_names() {
        let now: At = "2026-06-26T12:00:00Z".parse().unwrap();
        let reset = ("x-ratelimit-reset", "2026-06-26T12:01:30.000000Z");
        assert_eq!(pause(&headers(&[reset]), now), Duration::from_secs(90));
        let spent = |left| spent(StatusCode::OK, &headers(&[reset, ("x-ratelimit-remaining", left)]), now);
        assert_eq!((spent("0"), spent("12")), (Some(Duration::from_secs(90)), None));
        assert_eq!(pause(&headers(&[("retry-after", "7")]), now), Duration::from_secs(7));
        assert_eq!(pause(&headers(&[("x-ratelimit-reset", "1782475920")]), now), UNSAID);
        assert_eq!(pause(&headers(&[("x-ratelimit-reset", "2106-01-01T00:00:00Z")]), now), LONGEST);
    }
}
