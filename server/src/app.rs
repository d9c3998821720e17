//! Wiring: serves a conference to browsers, programs and the control socket until it is told to stop.

use std::{net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};

use anyhow::Context as _;
use tokio::{net::TcpListener, task::JoinHandle, time::MissedTickBehavior};
use tokio_util::sync::CancellationToken;

use crate::{
    clock::steady,
    conference::Conference,
    control,
    domain::{Actor, At, Event, health::SourceHealth},
    log::{Log as _, Sqlite},
    pipeline::Input,
    projections::State,
    screens::{self, FormPace, Health, Parts, Pictures, Site, Sockets, notes, regions::Audience},
};

/// How often notes are looked at. People read them; a second or two is now.
const NOTES: Duration = Duration::from_secs(2);
/// How long open requests may take after the server was told to stop.
const DRAIN: Duration = Duration::from_secs(8);

/// How the conference is served.
pub struct Serving {
    pub public_url: Option<String>,
    pub assets_from: Option<PathBuf>,
    pub sockets_per_address: usize,
    pub pictures: Pictures,
}

/// A server that runs until it is stopped.
pub struct Running {
    pub conference: Conference,
    pub address: SocketAddr,
    stopping: CancellationToken,
    tasks: Vec<JoinHandle<()>>,
}

impl Running {
    /// Serves a conference on a listener that the caller bound.
    ///
    /// # Errors
    /// The control socket cannot be made.
    pub fn start(conference: Conference, listener: TcpListener, serving: Serving) -> anyhow::Result<Self> {
        let address = listener.local_addr()?;
        let stopping = CancellationToken::new();
        let base_url = serving.public_url.clone().unwrap_or_else(|| format!("http://{address}"));
        let site = Site::new(Parts {
            pipeline: conference.pipeline.clone(),
            hub: Arc::clone(&conference.hub),
            clock: conference.clock.clone(),
            health: health(&conference),
            log_id: conference.log.id().to_owned(),
            read_log: read_log(&conference.log),
            public_url: serving.public_url,
            assets_from: serving.assets_from,
            stopping: stopping.clone(),
            sockets: Sockets::new(serving.sockets_per_address),
            form_pace: FormPace::default(),
            pictures: serving.pictures,
        });
        let desk = control::Desk::new(conference.pipeline.clone(), Arc::clone(&conference.log), base_url);
        let control = control::serve(&conference.folder.control_socket(), desk, stopping.clone())?;
        let tasks = vec![
            tokio::spawn(serve(listener, site.clone(), stopping.clone())),
            control,
            tokio::spawn(tick(site.clone(), stopping.clone())),
        ];
        Ok(Self { conference, address, stopping, tasks })
    }

    /// Says when the server is told to stop, for whatever else runs beside it.
    #[must_use]
    pub fn stopping(&self) -> CancellationToken {
        self.stopping.clone()
    }

    /// Closes streams so that screens come back by themselves, answers what is open, and commits what is queued.
    pub async fn stop(self) {
        self.stopping.cancel();
        let tasks = futures_util::future::join_all(self.tasks);
        if tokio::time::timeout(DRAIN, tasks).await.is_err() {
            tracing::warn!("some requests were still open after {} s and were cut", DRAIN.as_secs());
            return;
        }
        self.conference.close().await;
    }
}

async fn serve(listener: TcpListener, site: Site, stopping: CancellationToken) {
    let app = screens::routes(site).into_make_service_with_connect_info::<SocketAddr>();
    let listener = axum::serve::ListenerExt::tap_io(listener, |stream| {
        // Frames are whole when they are written: waiting for more only delays a wall.
        let _ = stream.set_nodelay(true);
    });
    let served = axum::serve(listener, app).with_graceful_shutdown(stopping.clone().cancelled_owned());
    tokio::select! {
        served = served => if let Err(error) = served {
            tracing::error!(%error, "the server stopped listening: {error}");
        },
        // Browsers keep spare connections open, which a graceful stop would wait for.
        () = async { stopping.cancelled().await; tokio::time::sleep(DRAIN / 2).await } => {}
    }
}

/// Every source on the board, and every network that brought something without having a source of its own: the room form,
/// programs that push.
fn health(conference: &Conference) -> Health {
    let (board, heard) = (conference.sources.clone(), conference.heard.clone());
    Arc::new(move || {
        let mut all = board.all();
        for (network, last) in heard.all() {
            if all.iter().all(|health| health.network != network) {
                all.push(SourceHealth::heard(network, last));
            }
        }
        all
    })
}

fn read_log(log: &Arc<Sqlite>) -> screens::ReadLog {
    let log = Arc::clone(log);
    Arc::new(move |since, limit| {
        let log = Arc::clone(&log);
        Box::pin(async move { log.read_from(since, limit).await.map_err(|error| error.to_string()) })
    })
}

/// Keeps notes fresh and takes announcements down when their time is over.
async fn tick(site: Site, stopping: CancellationToken) {
    let mut due = tokio::time::interval(NOTES);
    due.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = due.tick() => {}
            () = stopping.cancelled() => return,
        }
        let (state, now) = (site.pipeline.state(), site.clock.now());
        for ring in site.hub.wanted(steady()) {
            let (slot, note) = match ring.audience {
                Audience::Wall | Audience::Board => ("people", notes::people(&state, &ring.session, now)),
                Audience::Console => ("counts", notes::counts(&state, &ring.session, now)),
                Audience::Chair => continue,
            };
            site.hub.note(&ring, slot, notes::note(note).into());
            if ring.audience == Audience::Console {
                let sources = notes::sources(&state, &ring, &(site.health)(), now);
                site.hub.note(&ring, "sources", notes::note(sources).into());
            }
        }
        for ended in over(&state, now) {
            // It is over again at the next tick if the log is full now.
            let _ = site.pipeline.tell(Actor::System, Input::Fact(Box::new(ended))).await;
        }
    }
}

/// Announcements whose time is over.
fn over(state: &State, now: At) -> Vec<Event> {
    let sessions = state.programme.sessions().map(|session| session.id.clone());
    let over = sessions.filter(|session| {
        let announcement = state.content.walls.wall(session).mode.announcement;
        announcement.and_then(|announcement| announcement.until).is_some_and(|until| until <= now)
    });
    over.map(|session| Event::AnnouncementEnded { session }).collect()
}

/// The listener of an address, or why not.
///
/// # Errors
/// The address is taken or not ours.
pub async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| {
        format!("{address} cannot be listened on; is another server running? Try --listen 127.0.0.1:0")
    })
}

/// Waits for Ctrl-C or the operating system's request to end.
///
/// # Errors
/// Signals cannot be received on this system.
pub async fn asked_to_stop() -> anyhow::Result<()> {
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    tokio::select! {
        pressed = tokio::signal::ctrl_c() => pressed?,
        _ = terminate.recv() => {}
    }
    Ok(())
}
