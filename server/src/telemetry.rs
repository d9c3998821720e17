//! What an operator hears: logs, and which networks brought something last.

use std::{io::IsTerminal as _, sync::Arc};

use dashmap::DashMap;
use tracing_subscriber::EnvFilter;

use crate::domain::{At, Network};

/// How log lines are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum LogFormat {
    /// One readable line each.
    #[default]
    Human,
    /// One JSON object each.
    Json,
}

/// Sends log lines to stderr. `RUST_LOG` filters them; the default is `info`.
pub fn log_to_stderr(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false);
    match format {
        LogFormat::Human => logs.init(),
        LogFormat::Json => logs.json().init(),
    }
}

/// When each network last brought a post, since this process started.
#[derive(Clone, Debug, Default)]
pub struct Heard(Arc<DashMap<Network, At>>);

impl Heard {
    pub fn note(&self, network: &Network, at: At) {
        match self.0.get_mut(network) {
            Some(mut last) => *last = at,
            None => drop(self.0.insert(network.clone(), at)),
        }
    }

    /// All networks that brought something, by name.
    #[must_use]
    pub fn all(&self) -> Vec<(Network, At)> {
        let mut all: Vec<_> = self.0.iter().map(|heard| (heard.key().clone(), *heard.value())).collect();
        all.sort();
        all
    }
}
