//! The generated day of a summit that `backchannel demo` plays: invented people, invented posts, and the staff's
//! acts. Everything is the same on every run; nothing here reads a clock, a file or the network.

mod acts;
mod beats;
mod cast;
mod curve;
mod earlier;
mod library;
mod measured;
mod phrasing;
mod pictured;
mod plans;
mod programme;
mod random;
mod slots;
mod themes;
mod times;
mod writing;

#[cfg(test)]
mod tests;

use crate::domain::{At, Event, Post, PostKey, Review, Role, SessionId, ThemeId};

/// The conference's tag, as people write it.
const TAG: &str = "SoMeSummit";
/// Another seed, another day; this one is in the screenshots.
const SEED: u64 = 20_140_626;

/// A whole day, in the order of its time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// What stands in the log before the first step.
    pub opening: Vec<Event>,
    pub people: Vec<Staff>,
    pub steps: Vec<Step>,
    pub starts_at: At,
    /// Where the demo begins to play; everything before is folded first.
    pub opens_at: At,
    pub ends_at: At,
}

/// Somebody who works at the conference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Staff {
    pub name: String,
    pub role: Role,
    /// Empty: all of them.
    pub sessions: Vec<SessionId>,
}

/// One thing that happens, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub at: At,
    pub act: Act,
}

/// A post arrives, or somebody of the staff acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Post(Box<Post>),
    /// `who` is the name of one of [`Script::people`].
    Staff {
        who: String,
        does: StaffAct,
    },
}

/// What facilitators and chairs do. Themes get their numbers in the order in which they are started, per session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StaffAct {
    Show { post: PostKey },
    Hide { post: PostKey, why: String },
    Stash { session: SessionId, post: PostKey },
    Feature { session: SessionId, post: PostKey },
    Unfeature { session: SessionId, post: PostKey },
    StartTheme { session: SessionId, title: String, summary: Option<String>, post: Option<PostKey> },
    Gather { theme: ThemeId, post: PostKey },
    Pin { theme: ThemeId },
    Review { theme: ThemeId, review: Review, words: Option<String> },
    Conclude { theme: ThemeId, text: String },
}

/// The day of the demo.
#[must_use]
pub fn script() -> Script {
    let mut dice = random::Dice::seeded(SEED);
    let day = writing::day(&mut dice);
    let handled = acts::handled(&day, &mut dice);
    let mut steps = themes::steps(&handled, &mut dice);
    steps.extend(acts::steps(&handled));
    steps.extend(
        day.into_iter().map(|told| Step { at: told.post.created_at, act: Act::Post(Box::new(told.post)) }),
    );
    steps.sort_by_key(|step| step.at);
    Script {
        opening: programme::opening(),
        people: programme::staff(),
        steps,
        starts_at: starts_at(),
        opens_at: opens_at(),
        ends_at: times::local("18:00"),
    }
}

fn starts_at() -> At {
    times::local("08:00")
}

/// Half a minute into 14:12, when the post that the demo opens with has just been featured.
fn opens_at() -> At {
    times::local("14:12:30")
}
