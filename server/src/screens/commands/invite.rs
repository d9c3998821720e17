use serde::Deserialize;

use super::{Action, Caller, body, caller};
use crate::{
    domain::{Event, Refusal, Role, SecretHash, SessionId, text::NAME_LIMIT},
    projections::State,
};

/// Invites a person: their link is shown once, and the log keeps its hash.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invite {
    name: String,
    role: Role,
    session: Option<SessionId>,
    /// Drawn by the server; the link ends in it.
    #[serde(skip)]
    secret: String,
}

impl Invite {
    /// Gives the invitation its secret.
    pub fn sealed(&mut self, secret: String) {
        self.secret = secret;
    }

    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Action for Invite {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_organise()?;
        if let Some(session) = &self.session {
            caller::session(state, session)?;
        }
        Ok(Event::InvitationMade {
            invitation: SecretHash::of(&self.secret),
            name: body::filled("name", &self.name, NAME_LIMIT)?,
            role: self.role,
            sessions: self.session.iter().cloned().collect(),
            reusable: false,
        })
    }
}
