//! What programs use: pushing posts, reading numbers, reading the log.

mod log;
mod posts;
mod report;
mod tags;
mod token;

pub use log::log;
pub use posts::{push, withdraw};
pub use report::report;
pub use tags::preview;
