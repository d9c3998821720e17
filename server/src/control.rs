//! The desk behind a data folder: invitations, tokens, imports and backups, for whoever may read the folder's control
//! socket. A running server answers there; without one the same desk is opened on the folder itself.

use std::{
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context as _, bail};
use axum::{
    Json, Router,
    extract::State as Shared,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::post,
};
use serde::{Deserialize, Serialize};
use tokio::{net::UnixListener, task::JoinHandle};
use tokio_util::sync::CancellationToken;

use crate::{
    clock::{Clock, fresh_secret},
    conference::Conference,
    domain::{Actor, Event, Post, Role, Scope, SecretHash, SessionId},
    log::{CONTROL_SOCKET, FolderError, Sqlite},
    pipeline::{Ask, Input, Outcome, Pipeline},
    sources::archive,
};

/// What can be asked of the desk.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "ask", rename_all = "snake_case")]
pub enum Errand {
    Link { role: Role, session: Option<SessionId>, public_url: Option<String> },
    Token { name: String, scope: Scope },
    Import { files: Vec<PathBuf> },
    Backup { out: PathBuf },
}

/// Posts that go to the pipeline at once: a transaction's worth.
const PORTION: usize = 500;

/// Runs errands.
#[derive(Clone)]
pub struct Desk {
    pipeline: Pipeline,
    log: Arc<Sqlite>,
    base_url: String,
}

impl Desk {
    #[must_use]
    pub fn new(pipeline: Pipeline, log: Arc<Sqlite>, base_url: String) -> Self {
        Self { pipeline, log, base_url }
    }

    /// Runs an errand; the answer is what stdout shows. It is durable by then.
    ///
    /// # Errors
    /// In words for the person at the shell.
    pub async fn run(&self, errand: Errand) -> anyhow::Result<String> {
        match errand {
            Errand::Link { role, session, public_url } => self.link(role, session, public_url).await,
            Errand::Token { name, scope } => self.token(name, scope).await,
            Errand::Import { files } => self.import(files).await,
            Errand::Backup { out } => self.backup(out).await,
        }
    }

    async fn link(
        &self,
        role: Role,
        session: Option<SessionId>,
        base: Option<String>,
    ) -> anyhow::Result<String> {
        if let Some(session) = &session
            && self.pipeline.state().programme.session(session).is_none()
        {
            bail!("there is no session {session}");
        }
        let secret = fresh_secret();
        self.record(Event::InvitationMade {
            invitation: SecretHash::of(&secret),
            name: format!("New {}", role.as_str()),
            role,
            sessions: session.into_iter().collect(),
            reusable: false,
        })
        .await?;
        Ok(format!("{}/join/{secret}", base.as_deref().unwrap_or(&self.base_url).trim_end_matches('/')))
    }

    async fn token(&self, name: String, scope: Scope) -> anyhow::Result<String> {
        let secret = fresh_secret();
        self.record(Event::TokenIssued { token: SecretHash::of(&secret), name, scope }).await?;
        Ok(secret)
    }

    async fn import(&self, files: Vec<PathBuf>) -> anyhow::Result<String> {
        let mut lines = Vec::new();
        for file in files {
            let read = file.clone();
            let now = self.pipeline.state().at.max(Clock::System.now());
            let archive = tokio::task::spawn_blocking(move || archive::read(&read, now)).await?;
            let archive = archive.with_context(|| format!("{} cannot be read", file.display()))?;
            for rejected in &archive.rejected {
                eprintln!("{} line {}: {}", file.display(), rejected.line, rejected.why);
            }
            let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let taken = bring_in(&self.pipeline, &name, archive.posts).await?;
            lines.push(format!("{name}: {taken}, {} rejected", archive.rejected.len()));
        }
        Ok(lines.join("\n"))
    }

    async fn backup(&self, out: PathBuf) -> anyhow::Result<String> {
        let log = Arc::clone(&self.log);
        let head = tokio::task::spawn_blocking(move || log.backup(&out)).await??;
        Ok(format!("copied the log up to entry {head}"))
    }

    async fn record(&self, event: Event) -> anyhow::Result<()> {
        self.pipeline.tell(Actor::System, Input::Fact(Box::new(event))).await?;
        Ok(())
    }
}

/// Brings an archive's posts in at once and says what became of them.
///
/// # Errors
/// The log cannot be written.
pub async fn bring_in(pipeline: &Pipeline, name: &str, posts: Vec<Post>) -> anyhow::Result<String> {
    let (mut arrived, mut known, mut ignored) = (0, 0, 0);
    let mut posts = posts.into_iter().map(|post| Input::Post(Box::new(post)));
    loop {
        let inputs: Vec<_> = posts.by_ref().take(PORTION).collect();
        if inputs.is_empty() {
            return Ok(format!("{arrived} arrived, {known} known, {ignored} without a tag of ours"));
        }
        let ask = Ask { actor: Actor::Source(name.to_owned()), inputs, key: None, at: None };
        for answer in pipeline.ask(ask).await? {
            match answer? {
                Outcome::Recorded(..) => arrived += 1,
                Outcome::Duplicate | Outcome::Repeated(_) => known += 1,
                Outcome::Ignored => ignored += 1,
            }
        }
    }
}

/// Answers errands at the folder's socket until the server stops.
///
/// # Errors
/// The socket cannot be made.
pub fn serve(path: &Path, desk: Desk, stopping: CancellationToken) -> anyhow::Result<JoinHandle<()>> {
    if path.exists() {
        // The folder's lock is ours, so whoever made this socket is gone.
        std::fs::remove_file(path).with_context(|| format!("{} cannot be replaced", path.display()))?;
    }
    let listener = UnixListener::bind(path).with_context(|| format!("{} cannot be made", path.display()))?;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600))?;
    let routes = Router::new().route("/", post(answer)).with_state(desk);
    Ok(tokio::spawn(async move {
        let served = axum::serve(listener, routes).with_graceful_shutdown(stopping.cancelled_owned());
        if let Err(error) = served.await {
            tracing::error!(%error, "the control socket is closed: {error}");
        }
    }))
}

async fn answer(Shared(desk): Shared<Desk>, Json(errand): Json<Errand>) -> Response {
    match desk.run(errand).await {
        Ok(text) => text.into_response(),
        Err(error) => (StatusCode::UNPROCESSABLE_ENTITY, format!("{error:#}")).into_response(),
    }
}

/// Has an errand run: by the server that owns the folder, else here.
///
/// # Errors
/// In words for the person at the shell.
pub async fn ask(data: &Path, errand: Errand) -> anyhow::Result<String> {
    match Conference::open(data, Clock::System).await {
        Ok(conference) => {
            let base_url = "http://127.0.0.1:8080".to_owned();
            let desk = Desk::new(conference.pipeline.clone(), Arc::clone(&conference.log), base_url);
            let answer = desk.run(errand).await;
            drop(desk);
            conference.close().await;
            answer
        }
        Err(error) if matches!(error.downcast_ref(), Some(FolderError::Taken(_))) => {
            ask_server(&data.join(CONTROL_SOCKET), &errand).await
        }
        Err(error) => Err(error),
    }
}

async fn ask_server(socket: &Path, errand: &Errand) -> anyhow::Result<String> {
    let client = crate::net::client().unix_socket(socket).build()?;
    let asked = client.post("http://control/").json(errand).send().await;
    let response =
        asked.context("the server that owns the data folder does not answer at its control socket")?;
    let done = response.status().is_success();
    let text = response.text().await?;
    if done { Ok(text) } else { bail!(text) }
}
