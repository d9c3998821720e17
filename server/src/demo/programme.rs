//! The conference, its rooms, its sessions and its staff.

use super::{Staff, times::local};
use crate::domain::{At, Conference, Event, Mark, Policy, Role, Room, RoomId, Session, SessionId};

struct Slot {
    id: &'static str,
    name: &'static str,
    mark: Mark,
    rooms: &'static [&'static str],
    times: (&'static str, &'static str),
    question: &'static str,
    chair: &'static str,
    facilitators: &'static [&'static str],
}

const SESSIONS: [Slot; 6] = [
    Slot {
        id: "opening",
        name: "Opening plenary",
        mark: Mark::None,
        rooms: &["salon-a", "salon-b"],
        times: ("09:00", "09:45"),
        question: "What is the smallest thing online that ever changed your practice?",
        chair: "Solveig Aune",
        facilitators: &["Dag Rønning"],
    },
    Slot {
        id: "learning",
        name: "Learning theory",
        mark: Mark::Circle,
        rooms: &["salon-a"],
        times: ("10:00", "12:00"),
        question: "Which short post taught you something that you still know today?",
        chair: "Rob Achterberg",
        facilitators: &["Felix Braun"],
    },
    Slot {
        id: "scholarship",
        name: "Scholarship",
        mark: Mark::Square,
        rooms: &["salon-b"],
        times: ("10:00", "12:00"),
        question: "What would you want to see before you call an online collection scholarship?",
        chair: "Inês Carvalho",
        facilitators: &["Noor Haddad"],
    },
    Slot {
        id: "platforms",
        name: "Platforms best practice",
        mark: Mark::Diamond,
        rooms: &["salon-a"],
        times: ("13:30", "15:30"),
        question: "Who cannot use the platform that you teach on?",
        chair: "Kofi Mensah",
        facilitators: &["Felix Braun"],
    },
    Slot {
        id: "ethics",
        name: "Ethics & professionalism",
        mark: Mark::Triangle,
        rooms: &["salon-b"],
        times: ("13:30", "15:30"),
        question: "What would you need to hear from a patient before you post their story?",
        chair: "Hanneke Vos",
        facilitators: &["Marit Solberg", "Noor Haddad"],
    },
    Slot {
        id: "closing",
        name: "Closing plenary",
        mark: Mark::None,
        rooms: &["salon-a", "salon-b"],
        times: ("16:00", "17:00"),
        question: "What will you do on Monday?",
        chair: "Solveig Aune",
        facilitators: &["Dag Rønning"],
    },
];

/// What stands in the log before the day begins.
pub fn opening() -> Vec<Event> {
    let conference = Conference {
        name: "Social Media Summit".into(),
        tags: vec![super::TAG.into()],
        rule: None,
        zone: "Europe/Oslo".into(),
        registered: Some(83),
        pictures: true,
    };
    let rooms = [("salon-a", "Salon A", "a"), ("salon-b", "Salon B", "b")];
    let rooms = rooms.map(|(id, name, short)| {
        Event::RoomAdded(Room { id: room(id), name: name.into(), short: short.into() })
    });
    let sessions = SESSIONS.iter().map(|slot| Event::SessionScheduled(session(slot)));
    [Event::ConferenceOpened(conference)].into_iter().chain(rooms).chain(sessions).collect()
}

fn room(id: &str) -> RoomId {
    id.parse().expect("ids of the demo are slugs")
}

pub fn session_id(id: &str) -> SessionId {
    id.parse().expect("ids of the demo are slugs")
}

fn session(slot: &Slot) -> Session {
    let plenary = slot.mark == Mark::None;
    Session {
        id: session_id(slot.id),
        name: slot.name.into(),
        mark: slot.mark,
        rooms: slot.rooms.iter().map(|id| room(id)).collect(),
        times: Some((local(slot.times.0), local(slot.times.1))),
        keywords: if plenary { Vec::new() } else { vec![slot.id.into()] },
        policy: Policy::Reviewed,
        question: Some(slot.question.into()),
        chairs: vec![slot.chair.into()],
        facilitators: slot.facilitators.iter().map(|name| (*name).into()).collect(),
    }
}

pub fn staff() -> Vec<Staff> {
    let person = |name: &str, role, sessions: &[&str]| Staff {
        name: name.into(),
        role,
        sessions: sessions.iter().map(|id| session_id(id)).collect(),
    };
    vec![
        person("Solveig Aune", Role::Organiser, &[]),
        person("Marit Solberg", Role::Facilitator, &["ethics"]),
        person("Noor Haddad", Role::Facilitator, &["ethics", "scholarship"]),
        person("Felix Braun", Role::Facilitator, &["learning", "platforms"]),
        person("Dag Rønning", Role::Facilitator, &["opening", "closing"]),
        person("Rob Achterberg", Role::Chair, &["learning"]),
        person("Inês Carvalho", Role::Chair, &["scholarship"]),
        person("Kofi Mensah", Role::Chair, &["platforms"]),
        person("Hanneke Vos", Role::Chair, &["ethics"]),
        person("Tor Lund", Role::Technician, &[]),
    ]
}

/// The sessions that run at a time.
pub fn running(at: At) -> Vec<&'static str> {
    let runs = |slot: &&Slot| local(slot.times.0) <= at && at < local(slot.times.1);
    SESSIONS.iter().filter(runs).map(|slot| slot.id).collect()
}

/// Who moderates a session.
pub fn facilitators(session: &str) -> &'static [&'static str] {
    slot(session).facilitators
}

pub fn chair(session: &str) -> &'static str {
    slot(session).chair
}

fn slot(session: &str) -> &'static Slot {
    SESSIONS.iter().find(|slot| slot.id == session).expect("the session is in the programme")
}
