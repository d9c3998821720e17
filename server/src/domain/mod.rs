//! The words and rules of the field. Nothing here reads a clock, a socket or a file.

pub mod consensus;
pub mod event;
pub mod health;
pub mod hosts;
pub mod ids;
pub mod line;
mod look_alikes;
pub mod people;
pub mod post;
pub mod present;
pub mod programme;
pub mod refusal;
mod skeleton;
pub mod tag_rule;
pub mod text;
pub mod theme;
pub mod time;
pub mod verdict;
pub mod wall;
pub mod word_list;

pub use event::{Act, Actor, Arrival, Class, Draft, Entry, Event, Gathered};
pub use ids::{AuthorKey, Gist, PostKey, RoomId, SecretHash, Seq, SessionId, ThemeId};
pub use people::{Login, PersonId, Role, Scope};
pub use post::{Author, Caution, Kind, Media, MediaKind, Network, Post, Quote};
pub use programme::{Conference, Mark, Policy, Room, Session};
pub use refusal::Refusal;
pub use tag_rule::TagRule;
pub use theme::Review;
pub use time::At;
pub use verdict::{HoldReason, Verdict};
pub use word_list::WordList;
