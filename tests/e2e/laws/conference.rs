//! The conference that the laws hold for: three sessions, a handful of staff, two networks.

use backchannel::{
    domain::{
        At, Author, Conference, Event, Login, Mark, Network, PersonId, Policy, Post, Role, Room, RoomId, Seq,
        Session, SessionId,
    },
    screens::commands::Caller,
};

pub const SESSIONS: [&str; 3] = ["ethics", "plenary", "teaching"];
/// Staff and visitors, by number.
pub const CALLERS: usize = 6;
pub const STARTS: At = At(1_403_784_000_000);

pub fn session(n: usize) -> SessionId {
    SESSIONS[n % SESSIONS.len()].parse().expect("a slug")
}

/// What stands in every log before anything happens.
pub fn opening() -> Vec<Event> {
    let conference = Conference {
        name: "Summit of invented people".into(),
        tags: vec!["Summit14".into()],
        rule: None,
        zone: "Europe/Oslo".into(),
        registered: None,
        pictures: true,
    };
    let room = Room { id: "hall".parse::<RoomId>().expect("a slug"), name: "Hall".into(), short: "h".into() };
    let sessions = (0..SESSIONS.len()).map(|n| Event::SessionScheduled(scheduled(n, Policy::Reviewed)));
    [Event::ConferenceOpened(conference), Event::RoomAdded(room)].into_iter().chain(sessions).collect()
}

/// `ethics` runs for the first half hour, `teaching` for the second, `plenary` always.
pub fn scheduled(n: usize, policy: Policy) -> Session {
    let n = n % SESSIONS.len();
    let half_hour =
        |half: i64| (STARTS.plus(half * 30 * At::MINUTE), STARTS.plus((half + 1) * 30 * At::MINUTE));
    Session {
        id: session(n),
        name: SESSIONS[n].to_uppercase(),
        mark: [Mark::Circle, Mark::None, Mark::Square][n],
        rooms: vec!["hall".parse().expect("a slug")],
        times: [Some(half_hour(0)), None, Some(half_hour(1))][n],
        keywords: vec![SESSIONS[n].into()],
        policy,
        question: None,
        chairs: Vec::new(),
        facilitators: Vec::new(),
    }
}

pub fn caller(n: usize, at: At) -> Caller {
    let (role, sessions) = match n % CALLERS {
        0 => (Role::Organiser, vec![]),
        1 => (Role::Facilitator, vec![]),
        2 => (Role::Facilitator, vec![session(0)]),
        3 => (Role::Chair, vec![session(0), session(1)]),
        4 => (Role::Participant, vec![]),
        _ => return Caller { login: None, at },
    };
    let login = Login { person: PersonId(Seq(n as u64)), name: format!("Person {n}"), role, sessions };
    Caller { login: Some(login), at }
}

/// Some post of an invented person. Its text has a word that stands in no other's.
pub fn post(network: usize, id: usize, at: At) -> Post {
    let network = Network::from([Network::X, Network::MASTODON][network % 2]);
    let author = Author {
        id: None,
        handle: format!("author{}.example", id % 3),
        name: format!("Author {}", id % 3),
        avatar_url: None,
        followers: (!id.is_multiple_of(3)).then_some(100 + id as u64),
    };
    let text = format!("Consider {} here. #Summit14", word(&network, id));
    Post::new(network.as_str(), id.to_string(), author, text, at)
}

/// Stands in the texts of one post alone, and of those who repeat it.
pub fn word(network: &Network, id: usize) -> String {
    format!("quokka-{network}-{id}-word")
}
