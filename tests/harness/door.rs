//! The way in to a running server, whatever runs it: people are invited and let in, programs get tokens.

use std::path::PathBuf;

use backchannel::{
    control::{self, Errand},
    domain::Scope,
};
use tokio::sync::OnceCell;

use crate::{Person, Program, Screen, Web};

/// A server's address, its data folder, and the organiser who has the first link.
pub struct Door {
    pub web: Web,
    pub data: PathBuf,
    first_link: String,
    organiser: OnceCell<Person>,
}

impl Door {
    #[must_use]
    pub fn new(base: &str, data: PathBuf, first_link: String) -> Self {
        Self { web: Web::at(base), data, first_link, organiser: OnceCell::new() }
    }

    /// The first organiser, signed in.
    pub async fn organiser(&self) -> &Person {
        let joined =
            || async { Person { web: self.web.joins(&self.first_link).await, session: "main".into() } };
        self.organiser.get_or_init(joined).await
    }

    /// Somebody of this role, freshly invited for a session and signed in.
    pub async fn invited(&self, role: &str, session: &str) -> Person {
        let link = self.organiser().await.invites("Noor Haddad", role, Some(session)).await;
        Person { web: self.web.joins(&link).await, session: session.to_owned() }
    }

    pub async fn facilitator(&self, session: &str) -> Person {
        self.invited("facilitator", session).await
    }

    pub async fn chair(&self, session: &str) -> Person {
        self.invited("chair", session).await
    }

    /// Somebody in the room, without an account.
    #[must_use]
    pub fn participant(&self, session: &str) -> Person {
        Person { web: self.web.clone(), session: session.to_owned() }
    }

    /// A program with a fresh push token.
    pub async fn program(&self) -> Program {
        self.program_for(Scope::Push).await
    }

    /// A program with a fresh token of this scope.
    ///
    /// # Panics
    /// When the control socket gives none.
    pub async fn program_for(&self, scope: Scope) -> Program {
        let errand = Errand::Token { name: "bridge".into(), scope };
        let token = control::ask(&self.data, errand).await.expect("the control socket gives a token");
        Program { web: self.web.clone(), token }
    }

    /// A public screen, such as `wall/main`.
    pub async fn screen(&self, stream: &str) -> Screen {
        self.web.watches(stream).await
    }
}
