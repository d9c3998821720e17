//! Set-up over the state.

use facilitator_ui::setup::{
    Day, OptOut, Person, SetupPage, SetupRoom, SetupSource, Slot, SlotSession, Step,
};

use super::{
    Brush, Frame,
    post::{initials, tone},
};
use crate::{
    domain::{At, AuthorKey, Session, health::SourceHealth},
    projections::{State, people::Invitation},
};

/// What set-up shows beside the state.
pub struct SetupFacts<'a> {
    /// Where people reach this server, without scheme: `summit.example`.
    pub address: String,
    pub health: &'a [SourceHealth],
    pub new_link: Option<(String, String)>,
}

/// The set-up page.
#[must_use]
pub fn setup<'a>(frame: &Frame<'a>, state: &'a State, facts: SetupFacts) -> SetupPage<'a> {
    let sessions = state.programme.in_order();
    let t = facilitator_ui::words::words(frame.lang);
    let any = sessions.first().map(|session| Brush::new(state, &session.id, frame.lang));
    let people: Vec<Person> =
        state.people.invited().into_iter().map(|invitation| person(state, invitation)).collect();
    let sources = sources(any.as_ref(), facts.health, frame);
    SetupPage {
        shell: super::shell(frame, state, t.say("setup-page-title")),
        steps: steps(frame, state, &people, &sources),
        days: any.iter().flat_map(days).collect(),
        sources,
        people,
        sessions: any.iter().flat_map(Brush::heads).collect(),
        new_link: facts.new_link,
        rooms: rooms(frame, state, &facts.address),
        opt_outs: any.iter().flat_map(opt_outs).collect(),
    }
}

fn opt_outs(brush: &Brush) -> Vec<OptOut> {
    let requests = brush.state.requests.in_order().into_iter();
    requests
        .map(|(author, request)| OptOut {
            author: author.to_string(),
            source: brush.source(&request.network),
            handle: request.handle.clone(),
            reason: request.reason.clone(),
            at: brush.moment(request.at),
        })
        .collect()
}

fn steps(frame: &Frame, state: &State, people: &[Person], sources: &[SetupSource]) -> Vec<Step> {
    let t = facilitator_ui::words::words(frame.lang);
    let sessions = state.programme.sessions().count();
    let joined = people.iter().filter(|person| person.joined).count();
    let count = |key: &str, n: usize| t.count(key, n);
    vec![
        Step { name: "programme", done: sessions > 0, detail: count("setup-detail-sessions", sessions) },
        Step {
            name: "sources",
            done: !sources.is_empty(),
            detail: count("setup-detail-sources", sources.len()),
        },
        Step { name: "people", done: people.len() > 1, detail: count("setup-detail-joined", joined) },
        Step {
            name: "rehearse",
            done: state.rehearses(),
            detail: t.say(if state.rehearses() {
                "setup-detail-rehearsing"
            } else {
                "setup-detail-rehearse"
            }),
        },
    ]
}

fn person(state: &State, invitation: &Invitation) -> Person {
    let places = invitation.sessions.iter().filter_map(|session| state.programme.session(session));
    Person {
        name: invitation.name.clone(),
        initials: initials(&invitation.name),
        tone: tone(AuthorKey::of("staff", &invitation.name)),
        role: invitation.role.as_str(),
        place: places.map(|session| session.name.as_str()).collect::<Vec<_>>().join(", "),
        joined: invitation.joined,
    }
}

fn sources(brush: Option<&Brush>, health: &[SourceHealth], frame: &Frame) -> Vec<SetupSource> {
    let Some(brush) = brush else { return Vec::new() };
    let line = |health: &SourceHealth| {
        let line = brush.health(health, frame.now);
        // A network's own name stands above already; a server's or a feed's does not.
        let name = Some(line.name).filter(|name| name != health.network.as_str());
        let detail: Vec<_> = [name, line.last, line.trouble].into_iter().flatten().collect();
        SetupSource { source: line.source, state: line.state, detail: detail.join(", ") }
    };
    health.iter().map(line).collect()
}

/// The programme, a grid a day: rooms across, times down.
fn days(brush: &Brush) -> Vec<Day> {
    let rooms: Vec<_> = brush.state.programme.rooms().collect();
    let timed: Vec<(&Session, (At, At))> = brush
        .state
        .programme
        .in_order()
        .into_iter()
        .filter_map(|session| Some((session, session.times?)))
        .collect();
    let date = |at: &At| at.zoned(&brush.zone, "%F");
    timed
        .chunk_by(|one, other| date(&one.1.0) == date(&other.1.0))
        .map(|day| Day {
            date: brush.moment(day[0].1.0),
            rooms: rooms.iter().map(|room| room.name.clone()).collect(),
            slots: day.chunk_by(|one, other| one.1 == other.1).map(|slot| self::slot(brush, slot)).collect(),
        })
        .collect()
}

fn slot(brush: &Brush, slot: &[(&Session, (At, At))]) -> Slot {
    let (_, (from, until)) = slot[0];
    let mut sessions: Vec<_> = slot.iter().map(|(session, _)| slot_session(brush, session)).collect();
    sessions.sort_by_key(|session| session.column);
    Slot { from: brush.moment(from), until: brush.moment(until), sessions }
}

fn slot_session(brush: &Brush, session: &Session) -> SlotSession {
    let rooms = brush.state.programme.rooms().position(|room| session.rooms.first() == Some(&room.id));
    let tags = brush.state.programme.conference().tags.iter().chain(&session.keywords);
    SlotSession {
        head: brush.head_of(session),
        column: rooms.unwrap_or(0) + 1,
        span: session.rooms.len().max(1),
        tags: tags.map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(", "),
        chairs: session.chairs.join(", "),
        facilitators: session.facilitators.join(", "),
    }
}

fn rooms(frame: &Frame, state: &State, address: &str) -> Vec<SetupRoom> {
    let room = |room: &crate::domain::Room| {
        let now = state.programme.session_in(&room.id, frame.now);
        SetupRoom {
            name: room.name.clone(),
            short: format!("{address}/{}", room.short),
            walls: now
                .map(|session| (format!("/wall/{}", session.id), session.name.clone()))
                .into_iter()
                .collect(),
        }
    };
    state.programme.rooms().map(room).collect()
}
