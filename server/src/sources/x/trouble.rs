//! What can go wrong with X, by what has to be done about it.

use reqwest::{StatusCode, header::HeaderMap};
use serde_json::Value;

use super::thing::Thing;
use crate::{
    domain::{At, text::clean_line},
    sources::Stopped,
};

/// Why it does not go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The connection broke, or never came about: again, soon.
    Network(String),
    /// X's servers have a problem: again, later.
    Server(String),
    /// Too many requests: again, when X says.
    RateLimited { until: Option<At> },
    /// No rule stands: set them, and again.
    NoRules,
    /// X does not understand the request.
    Invalid(String),
    /// The key or the account is refused: a person has to act.
    Refused(String),
    /// Our own spending cap is reached.
    Capped,
    /// The conference takes nothing more.
    Stopped,
}

impl From<Stopped> for Trouble {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

impl Trouble {
    /// A connection that broke, without the address, which says nothing to a person.
    pub(super) fn broken(error: reqwest::Error) -> Self {
        let is_connect = error.is_connect();
        tracing::debug!(error = %error.without_url(), "the connection to X broke");
        Self::Network(if is_connect { "X cannot be reached" } else { "the connection to X broke" }.into())
    }

    /// Reads an answer that is no success.
    pub(super) fn answered(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Self {
        let body: Value = serde_json::from_slice(body).unwrap_or_default();
        let told = Self::told(Thing::of(&body));
        match (status.as_u16(), told) {
            (_, Some(trouble)) => trouble,
            (429, None) => Self::RateLimited { until: reset(headers) },
            (409, None) => Self::NoRules,
            (401, None) => Self::Refused(
                "X does not accept the bearer token; make a new one in X's developer portal and set it"
                    .into(),
            ),
            (402, None) => Self::Refused("X wants to be paid: add credits in X's developer portal".into()),
            (403, None) => Self::Refused(format!("X refuses this app what it asks for: {}", detail(&body))),
            (400..=499, None) if status != StatusCode::REQUEST_TIMEOUT => {
                Self::Invalid(format!("X does not understand us (it answered {status}): {}", detail(&body)))
            }
            (_, None) => Self::Server(format!("X answered {status}")),
        }
    }

    /// What a person reads.
    pub(super) fn why(self) -> String {
        match self {
            Self::Network(why) | Self::Server(why) | Self::Invalid(why) | Self::Refused(why) => why,
            Self::RateLimited { until: Some(until) } => {
                format!("X takes no more requests from this app until {until}")
            }
            Self::RateLimited { until: None } => "X takes no more requests from this app for now".into(),
            Self::NoRules => "X does not know what to look for; it is told again".into(),
            Self::Capped => "the spending cap is reached".into(),
            Self::Stopped => "the conference takes nothing more".into(),
        }
    }

    /// A problem that says more than the status, if there is one: of an answer, or of a stream that announces its end.
    pub(super) fn told(body: Thing<'_>) -> Option<Self> {
        Self::problem(body).or_else(|| body.things("errors").find_map(Self::problem))
    }

    /// Problems are addresses whose last part is a name: the host in front of it has changed before.
    fn problem(problem: Thing<'_>) -> Option<Self> {
        let name = problem.text("type")?.rsplit('/').next()?;
        Some(match name {
            "usage-capped" => Self::Refused(format!(
                "X gives no more posts for now, the account's limit is reached ({}): raise it in X's developer portal",
                problem.text("period").map_or_else(|| "no period named".into(), clean_line)
            )),
            "streaming-connection" => match problem.text("connection_issue") {
                Some("RuleConfigurationIssue" | "RulesInvalidIssue") => Self::NoRules,
                Some("TooManyConnections") => {
                    Self::Server("X still counts an older connection of this app".into())
                }
                _ => Self::Server(format!("X gives no stream: {}", words(problem))),
            },
            "operational-disconnect" => match problem.text("disconnect_type") {
                Some("InvalidRules") => Self::NoRules,
                _ => Self::Server(format!("X ended the connection: {}", words(problem))),
            },
            _ => return None,
        })
    }
}

/// When X takes requests again.
fn reset(headers: &HeaderMap) -> Option<At> {
    let seconds: i64 = headers.get("x-rate-limit-reset")?.to_str().ok()?.trim().parse().ok()?;
    Some(At(seconds.checked_mul(At::SECOND)?))
}

fn detail(body: &Value) -> String {
    let body = Thing::of(body);
    body.things("errors").map(words).find(|words| !words.is_empty()).unwrap_or_else(|| words(body))
}

fn words(problem: Thing<'_>) -> String {
    let said = ["detail", "message", "title"].into_iter().find_map(|name| problem.text(name));
    said.map_or_else(|| "no reason given".into(), clean_line)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn answered(status: u16, body: &Value) -> Trouble {
        Trouble::answered(
            StatusCode::from_u16(status).unwrap(),
            &HeaderMap::new(),
            body.to_string().as_bytes(),
        )
    }

    fn problem(name: &str) -> Value {
        json!({ "title": "T", "detail": "Words of X", "type": format!("https://api.twitter.com/2/problems/{name}") })
    }

    #[test]
    fn every_status_has_its_class() {
        assert!(matches!(answered(401, &json!({})), Trouble::Refused(why) if why.contains("token")));
        assert!(matches!(answered(402, &json!({})), Trouble::Refused(why) if why.contains("credits")));
        assert!(
            matches!(answered(403, &problem("client-forbidden")), Trouble::Refused(why) if why.contains("Words"))
        );
        assert_eq!(answered(409, &problem("conflict")), Trouble::NoRules);
        assert!(
            matches!(answered(400, &problem("invalid-request")), Trouble::Invalid(why) if why.contains("Words"))
        );
        assert!(matches!(answered(503, &json!("<html>")), Trouble::Server(_)));
        assert!(matches!(answered(302, &json!({})), Trouble::Server(_)));
    }

    #[test]
    fn the_problem_says_more_than_the_status() {
        assert!(
            matches!(answered(429, &problem("usage-capped")), Trouble::Refused(why) if why.contains("limit"))
        );
        let mut connections = problem("streaming-connection");
        connections["connection_issue"] = json!("TooManyConnections");
        for status in [403, 429] {
            assert!(matches!(answered(status, &connections), Trouble::Server(_)));
        }
        assert!(matches!(answered(200, &json!({ "errors": [connections] })), Trouble::Server(_)));
    }

    #[test]
    fn too_many_requests_says_until_when() {
        let headers = |reset: &'static str| {
            HeaderMap::from_iter([("x-rate-limit-reset".parse().unwrap(), reset.parse().unwrap())])
        };
        let until = |reset| Trouble::answered(StatusCode::TOO_MANY_REQUESTS, &headers(reset), b"{}");
        assert_eq!(until("1782476000"), Trouble::RateLimited { until: Some(At(1_782_476_000_000)) });
        assert_eq!(until("soon"), Trouble::RateLimited { until: None });
        assert_eq!(until("9223372036854775807"), Trouble::RateLimited { until: None });
    }

    #[test]
    fn a_stream_can_announce_its_end() {
        let message = |errors| json!({ "errors": errors });
        let mut gone = problem("operational-disconnect");
        gone["disconnect_type"] = json!("UpstreamOperationalDisconnect");
        assert!(matches!(Trouble::told(Thing::of(&message(json!([gone])))), Some(Trouble::Server(_))));
        gone["disconnect_type"] = json!("InvalidRules");
        assert_eq!(Trouble::told(Thing::of(&message(json!([gone])))), Some(Trouble::NoRules));
        assert_eq!(Trouble::told(Thing::of(&message(json!([problem("resource-not-found")])))), None);
    }
}
