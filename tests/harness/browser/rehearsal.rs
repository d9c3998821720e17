//! The generated day of a summit, played by the real program.

use tokio::process::Child;

use super::window::Window;
use crate::process::{line_with, started};

/// `backchannel demo`, running on a free port.
pub struct Rehearsal {
    pub base: String,
    secret: String,
    _process: Child,
}

impl Rehearsal {
    /// Starts with the day running this fast.
    ///
    /// # Panics
    /// When it prints no links.
    pub async fn at_speed(speed: &str) -> Self {
        let flags = ["demo", "--listen", "127.0.0.1:0", "--speed", speed].map(str::to_owned);
        let (process, mut stdout) = started(&flags);
        let link = line_with(&mut stdout, "console").await;
        let (base, rest) = link.split_once("/join/").expect("the console's link signs in");
        // It prints more, to somebody who reads on.
        line_with(&mut stdout, "nothing stays").await;
        let (secret, _) = rest.split_once('?').expect("the link says where to");
        Self { base: base.to_owned(), secret: secret.to_owned(), _process: process }
    }

    /// The personal link, which here may be used again and again.
    #[must_use]
    pub fn link(&self) -> String {
        format!("{}/join/{}", self.base, self.secret)
    }

    #[must_use]
    pub fn page(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Signs a window in.
    pub async fn lets_in(&self, window: &Window) {
        window.joins(&self.link()).await;
    }
}
