//! How a source is doing, in the words an operator needs.

use super::{Network, time::At};

/// What a source is doing now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It has not reached its upstream yet.
    Starting,
    /// Connected; posts come as they are written.
    Receiving,
    /// Not connected. It tries again by itself at this time.
    Reconnecting { at: At, why: String },
    /// The upstream refused the key; a person has to act.
    Refused { why: String },
    /// The spending cap stopped it; a person has to act.
    Capped { why: String },
    /// It has brought everything it had.
    Finished,
}

/// The state of one source at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceHealth {
    /// As an operator calls it: `bluesky`, `mastodon meded.example`.
    pub name: String,
    pub network: Network,
    pub condition: Condition,
    /// Since when it is in this condition.
    pub since: At,
    /// When its last post came.
    pub last_post: Option<At>,
    /// How far behind its upstream it was at the last post, in milliseconds.
    pub lag: Option<i64>,
    pub posts: u64,
    /// What it dropped because it could not be read.
    pub dropped: u64,
}

impl SourceHealth {
    /// A network that brought something by itself: the room form, a program that pushes.
    #[must_use]
    pub fn heard(network: Network, last: At) -> Self {
        Self {
            name: network.to_string(),
            network,
            condition: Condition::Receiving,
            since: last,
            last_post: Some(last),
            lag: None,
            posts: 0,
            dropped: 0,
        }
    }
}
