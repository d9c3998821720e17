//! A conference that runs: its folder, its log, its pipeline. Who serves it, and whether anybody does, is not its matter.

use std::{path::Path, sync::Arc};

use tokio::task::JoinHandle;

use crate::{
    clock::{Clock, fresh_secret},
    domain::{Actor, At, Event, Refusal},
    hub::{Hub, Limits},
    log::{DataFolder, Sqlite},
    pipeline::{self, Ask, Input, Pipeline},
    screens::frames::RingKey,
    sources::Board,
    telemetry::Heard,
};

/// What a conference needs to run, whatever serves it.
pub struct Conference {
    pub pipeline: Pipeline,
    pub log: Arc<Sqlite>,
    pub clock: Clock,
    pub heard: Heard,
    pub sources: Board,
    pub hub: Arc<Hub<RingKey>>,
    turning: JoinHandle<()>,
    pub folder: DataFolder,
}

impl Conference {
    /// Takes the folder, opens and folds its log, and starts the pipeline.
    ///
    /// # Errors
    /// The folder is owned or cannot be used, or the log is damaged: in words that say what to do.
    pub async fn open(data: &Path, clock: Clock) -> anyhow::Result<Self> {
        let folder = DataFolder::own(data)?;
        let log = Arc::new(Sqlite::open(folder.log(), fresh_secret)?);
        let folded = pipeline::fold(log.as_ref()).await?;
        tracing::info!(log.head = folded.head.0, "folded {} entries", folded.head);
        let hub = Arc::new(Hub::new(folded.head, Limits::default()));
        let heard = Heard::default();
        let (pipeline, turning) =
            pipeline::start(Arc::clone(&log), Arc::clone(&hub), clock.clone(), heard.clone(), folded);
        Ok(Self { pipeline, log, clock, heard, sources: Board::default(), hub, turning, folder })
    }

    /// Records facts of the server's own, one after the other; `at` for a rehearsal that tells its morning.
    ///
    /// # Errors
    /// The log cannot be written.
    pub async fn record(&self, facts: Vec<Event>, at: Option<At>) -> Result<(), Refusal> {
        let inputs = facts.into_iter().map(|fact| Input::Fact(Box::new(fact))).collect();
        let ask = Ask { actor: Actor::System, inputs, key: None, at };
        self.pipeline.ask(ask).await?.into_iter().try_for_each(|answer| answer.map(|_| ()))
    }

    /// Commits what is queued and lets go of the folder.
    pub async fn close(self) {
        drop(self.pipeline);
        // The loop ends when nobody can ask any more; a panic in it was reported by the panic hook.
        let _ = self.turning.await;
        drop(self.folder);
    }
}
