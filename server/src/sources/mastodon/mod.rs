//! Mastodon and its relatives. One source for each server.
//!
//! With a token the server tells by itself, through a WebSocket, and is asked after every opening and once a minute for
//! what that left out: a stream has no memory, and stays open and silent when its server has troubles of its own.
//! Without a token, and on servers of other make, it is asked every few seconds.
//!
//! Several servers are one conversation: a post is known by its `uri`, which is the same everywhere. Deletes carry a
//! server's own number, so each source remembers which number is which post, for its last 10,000 posts and until it is
//! restarted. A delete of an unknown number is ignored; if it only overtook its post, it holds once the post comes.
//! Every few minutes the newest posts of each hashtag are read again, and the last 200 that were brought are looked at:
//! what was edited is brought again, what its server no longer knows is withdrawn.

mod asking;
mod bringing;
mod diagnosis;
mod ids;
mod instance;
mod links;
mod map;
mod message;
mod paging;
mod places;
mod recheck;
mod rest;
mod settings;
mod socket;
mod source;
mod standing;
mod status;
mod stream;
mod trouble;
mod versions;

pub use diagnosis::diagnose;
pub use settings::{Pace, Settings};
pub use source::Mastodon;

/// What a server says that wants to know who reads.
const CLOSED: &str = "this server closed its hashtag feed to anonymous readers; give a token";
