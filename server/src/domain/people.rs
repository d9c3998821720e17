//! Who may do what.

use serde::{Deserialize, Serialize};

use super::{SessionId, ids::Seq};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Participant,
    Technician,
    Facilitator,
    Chair,
    Organiser,
}

impl Role {
    pub const ALL: [Self; 5] =
        [Self::Participant, Self::Technician, Self::Facilitator, Self::Chair, Self::Organiser];

    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::Technician => "technician",
            Self::Facilitator => "facilitator",
            Self::Chair => "chair",
            Self::Organiser => "organiser",
        }
    }
}

impl std::str::FromStr for Role {
    type Err = String;

    fn from_str(s: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|role| role.as_str() == s).ok_or_else(|| {
            format!("{s} is no role; the roles are organiser, facilitator, chair, technician and participant")
        })
    }
}

/// A person is the entry that invited them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(pub Seq);

/// Who is signed in at one device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Login {
    pub person: PersonId,
    pub name: String,
    pub role: Role,
    /// The sessions a facilitator or chair works in. Empty: all of them.
    pub sessions: Vec<SessionId>,
}

impl Login {
    fn works_in(&self, session: &SessionId) -> bool {
        self.sessions.is_empty() || self.sessions.contains(session)
    }

    /// May see held posts, judge them, gather themes and pin them.
    #[must_use]
    pub fn may_facilitate(&self, session: &SessionId) -> bool {
        self.role == Role::Organiser || self.role == Role::Facilitator && self.works_in(session)
    }

    /// May review what is pinned.
    #[must_use]
    pub fn may_chair(&self, session: &SessionId) -> bool {
        self.role == Role::Organiser || self.role == Role::Chair && self.works_in(session)
    }

    /// May clear, hold and release the session's walls, and read its console.
    #[must_use]
    pub fn may_run(&self, session: &SessionId) -> bool {
        self.may_facilitate(session) || self.may_chair(session)
    }

    /// May hide and block, which acts on the whole conference.
    #[must_use]
    pub fn may_moderate(&self) -> bool {
        matches!(self.role, Role::Organiser | Role::Facilitator)
    }

    #[must_use]
    pub fn may_organise(&self) -> bool {
        self.role == Role::Organiser
    }
}

/// What a program's token opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// `POST` and `DELETE /api/posts`.
    Push,
    /// `GET /api/log` and `/api/posts`.
    Read,
}
