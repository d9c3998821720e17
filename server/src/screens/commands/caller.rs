//! Who asks, and may they?

use crate::{
    domain::{Act, Actor, At, Login, PostKey, Refusal, Role, SessionId, ThemeId},
    projections::{Placed, State, Theme},
};

/// The person behind a command; without a login, a participant.
#[derive(Clone, Debug)]
pub struct Caller {
    pub login: Option<Login>,
    pub at: At,
}

impl Caller {
    #[must_use]
    pub fn actor(&self) -> Actor {
        match &self.login {
            Some(login) if login.role != Role::Participant => {
                Actor::Person { id: login.person, name: login.name.clone() }
            }
            _ => Actor::Participant,
        }
    }

    /// It is so already, as far back as anybody remembers.
    pub(super) fn nothing_to_do(&self, state: &State) -> Refusal {
        Refusal::Already(Act { by: Actor::System, at: state.at, seq: state.head })
    }

    pub(super) fn must(&self, may: impl FnOnce(&Login) -> bool, who: &str) -> Result<&Login, Refusal> {
        match &self.login {
            Some(login) if may(login) => Ok(login),
            Some(login) => Err(Refusal::NotAllowed(format!(
                "This is for {who}; you are signed in as {}.",
                login.role.as_str()
            ))),
            None => {
                Err(Refusal::NotAllowed(format!("This is for {who}. Open your personal link to sign in.")))
            }
        }
    }

    pub(super) fn must_facilitate(&self, session: &SessionId) -> Result<&Login, Refusal> {
        self.must(|login| login.may_facilitate(session), "the session's facilitators")
    }

    pub(super) fn must_chair(&self, session: &SessionId) -> Result<&Login, Refusal> {
        self.must(|login| login.may_chair(session), "the session's chair")
    }

    pub(super) fn must_run(&self, session: &SessionId) -> Result<&Login, Refusal> {
        self.must(|login| login.may_run(session), "the session's chair and facilitators")
    }

    pub(super) fn must_moderate(&self) -> Result<&Login, Refusal> {
        self.must(Login::may_moderate, "facilitators")
    }

    pub(super) fn must_organise(&self) -> Result<&Login, Refusal> {
        self.must(Login::may_organise, "organisers")
    }
}

/// The session of this id.
pub(super) fn session<'a>(state: &'a State, id: &SessionId) -> Result<&'a crate::domain::Session, Refusal> {
    state.programme.session(id).ok_or_else(|| Refusal::unknown("session", id))
}

/// The post that stands under this key: a collapsed repost leads to what it counts towards.
pub(super) fn post(state: &State, key: PostKey) -> Result<&Placed, Refusal> {
    let posts = &state.content.posts;
    if posts.is_withdrawn(key) {
        return Err(Refusal::Withdrawn { what: "This post" });
    }
    let placed = posts.get(key).ok_or_else(|| Refusal::unknown("post", key))?;
    match placed.into {
        Some(into) => posts.get(into).ok_or(Refusal::Withdrawn { what: "This post" }),
        None => Ok(placed),
    }
}

pub(super) fn theme<'a>(state: &'a State, id: &ThemeId) -> Result<&'a Theme, Refusal> {
    state.content.boards.theme(id).ok_or_else(|| Refusal::unknown("theme", id))
}
