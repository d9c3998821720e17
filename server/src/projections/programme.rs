//! The conference, its rooms and sessions.

use std::sync::LazyLock;

use imbl::OrdMap;
use serde::Serialize;

use super::Rules;
use crate::domain::{At, Conference, Entry, Event, Policy, Room, RoomId, Session, SessionId};

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Programme {
    conference: Option<Conference>,
    rooms: OrdMap<RoomId, Room>,
    sessions: OrdMap<SessionId, Session>,
    pub rules: Rules,
}

/// Stands until the first entry: an empty log has no name.
static UNNAMED: LazyLock<Conference> = LazyLock::new(|| Conference {
    name: "Backchannel".into(),
    tags: Vec::new(),
    rule: None,
    zone: "UTC".into(),
    registered: None,
    pictures: true,
});

impl Programme {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.conference.is_none()
    }

    #[must_use]
    pub fn conference(&self) -> &Conference {
        self.conference.as_ref().unwrap_or(&UNNAMED)
    }

    /// The conference's time zone; UTC when its name is unknown to the time-zone database.
    #[must_use]
    pub fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.conference().zone).unwrap_or(jiff::tz::TimeZone::UTC)
    }

    #[must_use]
    pub fn session(&self, id: &SessionId) -> Option<&Session> {
        self.sessions.get(id)
    }

    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.sessions.values()
    }

    /// Sessions in the order of the programme: by start, then id; those without times first.
    #[must_use]
    pub fn in_order(&self) -> Vec<&Session> {
        let mut sessions: Vec<_> = self.sessions.values().collect();
        sessions.sort_by_key(|session| (session.times, session.id.clone()));
        sessions
    }

    #[must_use]
    pub fn policy(&self, session: &SessionId) -> Policy {
        self.session(session).map(|session| session.policy).unwrap_or_default()
    }

    pub fn rooms(&self) -> impl Iterator<Item = &Room> {
        self.rooms.values()
    }

    #[must_use]
    pub fn room(&self, id: &RoomId) -> Option<&Room> {
        self.rooms.get(id)
    }

    #[must_use]
    pub fn room_by_short(&self, short: &str) -> Option<&Room> {
        self.rooms.values().find(|room| room.short.eq_ignore_ascii_case(short))
    }

    /// The session that runs in a room, else the next one there, else the last.
    #[must_use]
    pub fn session_in(&self, room: &RoomId, at: At) -> Option<&Session> {
        let here = || self.in_order().into_iter().filter(|session| session.rooms.contains(room));
        here()
            .find(|session| session.runs_at(at))
            .or_else(|| here().find(|session| session.times.is_some_and(|(from, _)| from > at)))
            .or_else(|| here().next_back())
    }

    pub(super) fn apply(&mut self, entry: &Entry) {
        self.rules.apply(entry);
        match &entry.event {
            Event::ConferenceOpened(conference) => self.conference = Some(conference.clone()),
            Event::TagsChosen { tags } => {
                let conference = self.conference.get_or_insert_with(|| UNNAMED.clone());
                conference.tags.clone_from(tags);
                conference.rule = None;
            }
            Event::TagRuleChosen { rule } => {
                let conference = self.conference.get_or_insert_with(|| UNNAMED.clone());
                conference.tags = rule.tags();
                conference.rule = Some(rule.clone());
            }
            Event::RoomAdded(room) => {
                self.rooms.insert(room.id.clone(), room.clone());
            }
            Event::SessionScheduled(session) => {
                self.sessions.insert(session.id.clone(), session.clone());
            }
            Event::PolicySet { session, policy } => {
                if let Some(session) = self.sessions.get_mut(session) {
                    session.policy = *policy;
                }
            }
            _ => {}
        }
    }
}
