//! Who asks for a page: their language, their login, and the state they see.

use std::sync::Arc;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use axum_extra::extract::CookieJar;
use wall_ui::words::LANGUAGES;

use super::{
    assets,
    commands::Caller,
    problem::Problem,
    site::Site,
    views::{Frame, shell},
};
use crate::{
    domain::{At, Login, Session, SessionId},
    projections::State,
};

/// One request's view of the conference.
pub struct Visitor {
    pub site: Site,
    pub state: Arc<State>,
    pub login: Option<Login>,
    pub lang: &'static str,
    pub now: At,
    /// Host of the request, with port.
    pub host: String,
}

impl Visitor {
    #[must_use]
    pub fn frame(&self) -> Frame<'_> {
        Frame { assets: assets::root(), log: &self.site.log_id, now: self.now, lang: self.lang }
    }

    #[must_use]
    pub fn shell(&self, title: String) -> wall_ui::parts::Shell<'_> {
        shell(&self.frame(), &self.state, title)
    }

    #[must_use]
    pub fn caller(&self) -> Caller {
        Caller { login: self.login.clone(), at: self.now }
    }

    /// The session of an address.
    ///
    /// # Errors
    /// Not found, in words.
    pub fn session(&self, id: &str) -> Result<&Session, Problem> {
        let id = id.parse::<SessionId>().ok();
        id.and_then(|id| self.state.programme.session(&id)).ok_or_else(Problem::no_session)
    }

    /// Lets staff through.
    ///
    /// # Errors
    /// Says who the page is for and how to sign in.
    pub fn must(&self, may: impl FnOnce(&Login) -> bool) -> Result<&Login, Problem> {
        match &self.login {
            Some(login) if may(login) => Ok(login),
            Some(_) => Err(Problem::forbidden("This page is for another role than yours.")),
            None => Err(Problem::forbidden("This page is for staff. Open your personal link to sign in.")),
        }
    }

    /// Where people reach this server, with scheme, as far as anyone knows: the public URL, else the request's host.
    #[must_use]
    pub fn base_url(&self) -> String {
        self.site.public_url.clone().unwrap_or_else(|| format!("http://{}", self.host))
    }
}

impl FromRequestParts<Site> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Self::Rejection> {
        let state = site.pipeline.state();
        let cookies = CookieJar::from_headers(&parts.headers);
        let cookie = cookies.get(cookie_name(site)).map(|cookie| cookie.value());
        let login: Option<Login> = cookie.and_then(|cookie| state.people.login(cookie).cloned());
        Ok(Self {
            login,
            state,
            lang: language(parts),
            now: site.clock.now(),
            host: host(&parts.headers),
            site: site.clone(),
        })
    }
}

/// On https the cookie is bound to host and path; plain http has no such promise.
#[must_use]
pub fn cookie_name(site: &Site) -> &'static str {
    if site.is_secure() { "__Host-login" } else { "login" }
}

fn host(headers: &HeaderMap) -> String {
    headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost").to_owned()
}

/// `?lang=` first, then the browser's list, then English.
fn language(parts: &Parts) -> &'static str {
    let asked = parts.uri.query().into_iter().flat_map(|query| query.split('&'));
    let asked = asked.filter_map(|pair| pair.strip_prefix("lang="));
    let accepted = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let accepted = accepted.into_iter().flat_map(|list| list.split(','));
    asked.chain(accepted).find_map(known_language).unwrap_or(LANGUAGES[0])
}

/// The language of ours that a tag such as `fr-CH;q=0.9` names.
#[must_use]
pub fn known_language(tag: &str) -> Option<&'static str> {
    let primary = tag.trim().split(['-', '_', ';']).next()?;
    LANGUAGES.into_iter().find(|lang| lang.eq_ignore_ascii_case(primary))
}
