//! A source that runs beside a server, as the real program starts it.

use std::time::Duration;

use backchannel::{
    domain::health::SourceHealth,
    intake,
    sources::{Board, Source},
};
use tokio::task::JoinHandle;

use crate::{Server, patience::within};

/// A running source. It ends with this value, as it would with the program.
pub struct Sourced {
    name: String,
    board: Board,
    tasks: Vec<JoinHandle<()>>,
}

impl Server {
    /// Starts a source that brings what it finds to this server.
    pub fn hears(&self, source: impl Source) -> Sourced {
        let (name, board) = (source.name(), self.sources().clone());
        let tasks = intake::start(vec![Box::new(source)], self.pipeline(), &board, &self.clock);
        Sourced { name, board, tasks }
    }
}

impl Sourced {
    /// How the source is doing.
    ///
    /// # Panics
    /// When it is not on the board.
    #[must_use]
    pub fn health(&self) -> SourceHealth {
        let found = self.board.all().into_iter().find(|health| health.name == self.name);
        found.expect("a source that was started is on the board")
    }

    /// Waits until the source is so. Health has no events; it is looked at often.
    pub async fn becomes(&self, what: &str, is_so: impl Fn(&SourceHealth) -> bool) {
        let looking = async {
            while !is_so(&self.health()) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        within(what, looking).await;
    }
}

impl Drop for Sourced {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}
