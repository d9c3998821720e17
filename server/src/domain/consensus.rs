//! Material, statements, rounds and conclusions. Ratings stand in the format from its first version, so that
//! opening the first round is no migration of every log.

use serde::{Deserialize, Serialize};

use super::time::At;

/// Pre-conference matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Material {
    DraftStatement { text: String },
    KeyResource { title: String, about: String, url: Option<String> },
    EngagementQuestion { text: String },
}

/// One Delphi pass over a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    pub statement: u32,
    pub number: u32,
    /// The wording that is rated in this round.
    pub text: String,
    pub closes_at: Option<At>,
    /// The rule, fixed before the first rating.
    pub rule: Rule,
}

/// When a statement counts as agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Least share of ratings from 7 to 9, in percent.
    pub share: u8,
    /// Greatest width of the middle half.
    pub spread: u8,
}

/// One answer: 1, disagree, to 9, agree; or the person cannot judge it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rating {
    Degree(u8),
    CannotJudge,
}

/// Where a rating came from; cohorts are counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cohort {
    Room,
    Online,
}

/// HMAC(round secret, participant): the same person has the same ballot in one round and another in the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ballot(pub String);
