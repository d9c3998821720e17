//! Set-up: `/setup`, for organisers.

use askama::Template;
use wall_ui::parts::{Moment, SessionHead, Shell, Source};

/// Style sheets of set-up beside the shared ones.
pub const STYLES: [&str; 11] = [
    "staff",
    "button",
    "pill",
    "key",
    "bar",
    "setup",
    "steps",
    "programme",
    "people-table",
    "invite",
    "lines",
];

#[derive(Template)]
#[template(path = "staff-setup.html")]
pub struct SetupPage<'a> {
    pub shell: Shell<'a>,
    pub steps: Vec<Step>,
    pub days: Vec<Day>,
    pub people: Vec<Person>,
    pub sources: Vec<SetupSource>,
    /// Sessions a new person can be invited to.
    pub sessions: Vec<SessionHead>,
    /// A link that was just made, shown this once: name and URL.
    pub new_link: Option<(String, String)>,
    pub rooms: Vec<SetupRoom>,
    /// Accounts that asked to be left out, the oldest request first.
    pub opt_outs: Vec<OptOut>,
}

impl SetupPage<'_> {
    fn done_steps(&self) -> usize {
        self.steps.iter().filter(|step| step.done).count()
    }

    /// Whether this step is the one to do now.
    fn is_next(&self, name: &str) -> bool {
        self.steps.iter().find(|step| !step.done).is_some_and(|step| step.name == name)
    }

    fn joined(&self) -> usize {
        self.people.iter().filter(|person| person.joined).count()
    }
}

/// A line of "Ready for Thursday".
pub struct Step {
    /// Message `setup-step-…`: `programme`, `sources`, `people`, `rehearse`.
    pub name: &'static str,
    pub done: bool,
    /// What stands behind it, finished.
    pub detail: String,
}

pub struct Day {
    pub date: Moment,
    pub rooms: Vec<String>,
    pub slots: Vec<Slot>,
}

/// A row of the programme: sessions that start together.
pub struct Slot {
    pub from: Moment,
    pub until: Moment,
    pub sessions: Vec<SlotSession>,
}

pub struct SlotSession {
    pub head: SessionHead,
    /// First column and how many.
    pub column: usize,
    pub span: usize,
    pub tags: String,
    pub chairs: String,
    pub facilitators: String,
}

pub struct Person {
    pub name: String,
    pub initials: String,
    pub tone: u8,
    pub role: &'static str,
    pub place: String,
    pub joined: bool,
}

pub struct SetupSource {
    pub source: Source,
    /// `ok`, `slow`, `lost`, `ready`.
    pub state: &'static str,
    pub detail: String,
}

/// An account that asked to be left out.
pub struct OptOut {
    /// What the confirmation names.
    pub author: String,
    pub source: Source,
    pub handle: String,
    pub reason: Option<String>,
    pub at: Moment,
}

pub struct SetupRoom {
    pub name: String,
    /// `summit.example/b`.
    pub short: String,
    /// Walls of the room that are open now: path and session name.
    pub walls: Vec<(String, String)>,
}
