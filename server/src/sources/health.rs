//! Every source's condition, for whoever looks after them.

use std::sync::Arc;

use dashmap::DashMap;

use crate::domain::{
    At, Network,
    health::{Condition, SourceHealth},
};

/// Shared by all sources and whoever looks at them. Cloning it counts references.
#[derive(Clone, Debug, Default)]
pub struct Board(Arc<DashMap<String, SourceHealth>>);

impl Board {
    /// Puts a source on the board.
    pub fn enter(&self, name: String, network: &str, now: At) {
        let health = SourceHealth {
            name: name.clone(),
            network: Network::from(network),
            condition: Condition::Starting,
            since: now,
            last_post: None,
            lag: None,
            posts: 0,
            dropped: 0,
        };
        self.0.insert(name, health);
    }

    /// All sources, by name.
    #[must_use]
    pub fn all(&self) -> Vec<SourceHealth> {
        let mut all: Vec<_> = self.0.iter().map(|health| health.clone()).collect();
        all.sort_by(|one, other| one.name.cmp(&other.name));
        all
    }

    pub(super) fn set(&self, name: &str, condition: Condition, now: At) {
        let Some(mut health) = self.0.get_mut(name) else { return };
        if std::mem::discriminant(&health.condition) != std::mem::discriminant(&condition) {
            health.since = now;
            match &condition {
                Condition::Reconnecting { why, .. }
                | Condition::Refused { why }
                | Condition::Capped { why } => {
                    tracing::warn!(source = name, "{name} brings nothing now: {why}");
                }
                Condition::Receiving => tracing::info!(source = name, "{name} is receiving"),
                Condition::Starting | Condition::Finished => {}
            }
        }
        health.condition = condition;
    }

    pub(super) fn post(&self, name: &str, now: At, created_at: At) {
        let Some(mut health) = self.0.get_mut(name) else { return };
        health.posts += 1;
        health.last_post = Some(now);
        health.lag = Some(now.since(created_at).max(0));
    }

    /// How many were dropped, this one included.
    pub(super) fn dropped(&self, name: &str) -> u64 {
        let Some(mut health) = self.0.get_mut(name) else { return 0 };
        health.dropped += 1;
        health.dropped
    }
}
