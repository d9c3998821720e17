//! `backchannel serve`: the real thing.

use std::{io::Write as _, path::PathBuf};

use crate::{
    app::{self, Running, Serving},
    clock::{Clock, fresh_secret},
    conference::Conference,
    config::Settings,
    control::bring_in,
    domain::{Actor, Event, Post, Role, SecretHash},
    intake,
    pipeline::{Input, Pipeline},
    screens::Pictures,
    sources::archive,
};

/// Serves until it is asked to stop.
///
/// # Errors
/// In words for the person at the shell.
pub async fn run(settings: Settings) -> anyhow::Result<()> {
    let listener = app::listen(settings.listen).await?;
    let conference = Conference::open(&settings.data, Clock::System).await?;
    let first_link = seed(&conference, &settings).await?;
    let serving = Serving {
        public_url: settings.public_url.clone(),
        assets_from: None,
        sockets_per_address: settings.sockets_per_address,
        pictures: Pictures::from_public(settings.media_hosts.clone()),
    };
    let running = Running::start(conference, listener, serving)?;
    let base = settings.public_url.clone().unwrap_or_else(|| format!("http://{}", running.address));
    let mut out = std::io::stdout();
    let _ = writeln!(out, "Backchannel serves {base}");
    if let Some(secret) = first_link {
        let _ = writeln!(out, "The organiser's first link, which works once: {base}/join/{secret}");
    }
    let upstreams = settings.upstreams.clone().sources(&running.conference.pipeline.state());
    let conference = &running.conference;
    let listening = intake::start(upstreams, &conference.pipeline, &conference.sources, &conference.clock);
    let replaying: Vec<_> = settings
        .archives
        .iter()
        .map(|file| tokio::spawn(replay(running.conference.pipeline.clone(), file.clone(), settings.speed)))
        .collect();
    app::asked_to_stop().await?;
    listening.iter().chain(&replaying).for_each(tokio::task::JoinHandle::abort);
    // Tasks hold the pipeline until they are gone.
    futures_util::future::join_all(listening.into_iter().chain(replaying)).await;
    running.stop().await;
    Ok(())
}

/// Gives an empty log its programme and its first organiser, whose secret comes back. A log that has a programme keeps
/// it; only the run's hashtags may differ, and the change is recorded.
///
/// # Errors
/// The log cannot be written.
pub async fn seed(conference: &Conference, settings: &Settings) -> anyhow::Result<Option<String>> {
    let state = conference.pipeline.state();
    if state.programme.is_empty() {
        let secret = fresh_secret();
        let organiser = Event::InvitationMade {
            invitation: SecretHash::of(&secret),
            name: "First organiser".into(),
            role: Role::Organiser,
            sessions: Vec::new(),
            reusable: false,
        };
        conference.record(settings.seeds.iter().cloned().chain([organiser]).collect(), None).await?;
        return Ok(Some(secret));
    }
    if !settings.hashtags.is_empty() && settings.hashtags != state.programme.conference().tags {
        let tags = settings.hashtags.clone();
        tracing::warn!(?tags, "the hashtags of this run differ from the log's and hold from now on");
        conference.record(vec![Event::TagsChosen { tags }], None).await?;
    }
    Ok(None)
}

async fn replay(pipeline: Pipeline, file: PathBuf, speed: Option<f64>) {
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let now = Clock::System.now();
    let read = tokio::task::spawn_blocking(move || archive::read(&file, now)).await;
    let archive = match read {
        Ok(Ok(archive)) => archive,
        Ok(Err(error)) => {
            tracing::error!(archive = name, %error, "the archive {name} cannot be read: {error}");
            return;
        }
        Err(_) => return,
    };
    for rejected in &archive.rejected {
        tracing::warn!(
            archive = name,
            line = rejected.line,
            "{name} line {}: {}",
            rejected.line,
            rejected.why
        );
    }
    let done = match speed {
        None => bring_in(&pipeline, &name, archive.posts).await,
        Some(speed) => pace(&pipeline, &name, archive.posts, speed).await,
    };
    match done {
        Ok(taken) => tracing::info!(archive = name, "{name}: {taken}"),
        Err(error) => tracing::error!(archive = name, "{name} stopped: {error:#}"),
    }
}

/// Brings posts in at the archive's own pace, times `speed`.
async fn pace(pipeline: &Pipeline, name: &str, posts: Vec<Post>, speed: f64) -> anyhow::Result<String> {
    let count = posts.len();
    let mut before = posts.first().map(|post| post.created_at);
    for post in posts {
        let gap = before.map_or(0, |before| post.created_at.since(before).max(0)).unsigned_abs();
        before = Some(post.created_at);
        tokio::time::sleep(std::time::Duration::from_millis(gap).div_f64(speed)).await;
        pipeline.tell(Actor::Source(name.to_owned()), Input::Post(Box::new(post))).await?;
    }
    Ok(format!("{count} replayed"))
}
