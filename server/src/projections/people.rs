//! Invitations, devices that are signed in, and programs' tokens. Secrets are kept as hashes.

use imbl::OrdMap;
use serde::Serialize;

use crate::domain::{Entry, Event, Login, PersonId, Refusal, Role, Scope, SecretHash, SessionId};

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct People {
    invitations: OrdMap<SecretHash, Invitation>,
    logins: OrdMap<SecretHash, Login>,
    tokens: OrdMap<SecretHash, Token>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Invitation {
    pub person: PersonId,
    pub name: String,
    pub role: Role,
    pub sessions: Vec<SessionId>,
    /// A rehearsal's links open any number of devices; a real one opens one.
    pub reusable: bool,
    pub joined: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Token {
    pub name: String,
    pub scope: Scope,
}

impl People {
    #[must_use]
    pub fn invitation(&self, secret: &str) -> Option<&Invitation> {
        self.invitations.get(&SecretHash::of(secret))
    }

    /// Everybody who was invited, oldest invitation first.
    #[must_use]
    pub fn invited(&self) -> Vec<&Invitation> {
        let mut all: Vec<_> = self.invitations.values().collect();
        all.sort_by_key(|invitation| invitation.person);
        all
    }

    #[must_use]
    pub fn login(&self, cookie: &str) -> Option<&Login> {
        self.logins.get(&SecretHash::of(cookie))
    }

    #[must_use]
    pub fn token(&self, secret: &str) -> Option<&Token> {
        self.tokens.get(&SecretHash::of(secret))
    }

    /// Opens a login with an invitation: a real one can be spent once.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`] for a link that is unknown or was used.
    pub fn join(&self, invitation: &str, cookie: &str) -> Result<Event, Refusal> {
        let no = |why: &str| Refusal::NotAllowed(why.to_owned());
        let Some(found) = self.invitation(invitation) else {
            return Err(no("This link is not known here. Ask your organiser for a new one."));
        };
        if found.joined && !found.reusable {
            return Err(no(
                "This link was used already, and each works once. Ask your organiser for a new one.",
            ));
        }
        let login = Login {
            person: found.person,
            name: found.name.clone(),
            role: found.role,
            sessions: found.sessions.clone(),
        };
        let (cookie, invitation) = (SecretHash::of(cookie), SecretHash::of(invitation));
        Ok(Event::LoginOpened { cookie, invitation, login })
    }

    pub(super) fn apply(&mut self, entry: &Entry) {
        match &entry.event {
            Event::InvitationMade { invitation, name, role, sessions, reusable } => {
                let made = Invitation {
                    person: PersonId(entry.seq),
                    name: name.clone(),
                    role: *role,
                    sessions: sessions.clone(),
                    reusable: *reusable,
                    joined: false,
                };
                self.invitations.insert(*invitation, made);
            }
            Event::LoginOpened { cookie, invitation, login } => {
                if let Some(invitation) = self.invitations.get_mut(invitation) {
                    invitation.joined = true;
                }
                self.logins.insert(*cookie, login.clone());
            }
            Event::LoginClosed { cookie } => {
                self.logins.remove(cookie);
            }
            Event::TokenIssued { token, name, scope } => {
                self.tokens.insert(*token, Token { name: name.clone(), scope: *scope });
            }
            Event::TokenRevoked { token } => {
                self.tokens.remove(token);
            }
            _ => {}
        }
    }
}
