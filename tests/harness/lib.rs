//! Actors against the real server: people, programs and screens that do what their names say.
//!
//! A test reads like a sentence: the program pushes a post, the facilitator shows it, the wall sees it. Whatever is
//! waited for is an event, never a time.

mod answer;
pub mod browser;
pub mod carrier;
mod door;
pub mod fake_bluesky;
pub mod fake_mastodon;
pub mod fake_web;
pub mod fake_x;
pub mod folder;
mod line;
mod markup;
pub mod page;
pub mod patience;
mod person;
pub mod png;
pub mod process;
mod program;
mod screen;
mod server;
mod sourced;
mod web;

pub use answer::Answer;
pub use door::Door;
pub use line::{Line, line};
pub use person::Person;
pub use process::Process;
pub use program::Program;
pub use screen::Screen;
pub use server::{Server, Stopped, temporary};
pub use sourced::Sourced;
pub use web::Web;
