//! The server inside the test, on a folder and a clock of its own.

use std::{path::PathBuf, sync::Arc};

use backchannel::{
    app::{self, Running, Serving},
    clock::Clock,
    conference::Conference,
    config::{Serve, Settings},
    domain::{At, Event, Role, SecretHash},
    pipeline::Pipeline,
    projections::State,
    screens::Pictures,
    serve,
    sources::Board,
};
use tempfile::TempDir;

use crate::Door;

/// When a conference of the tests begins: 26 June 2026, 12:12 UTC.
const BEGINS: At = At(1_782_475_920_000);

/// Two sessions in two rooms, at the same time.
const SUMMIT: &str = r#"
[conference]
name = "Summit of Examples"
zone = "Europe/Oslo"

[[rooms]]
id = "salon-a"
name = "Salon A"
short = "a"

[[rooms]]
id = "salon-b"
name = "Salon B"
short = "b"

[[sessions]]
id = "ethics"
name = "Ethics"
rooms = ["salon-a"]
mark = "circle"
keywords = ["ethics"]

[[sessions]]
id = "methods"
name = "Methods"
rooms = ["salon-b"]
mark = "square"
keywords = ["methods"]
policy = "open"
"#;

/// A running server. Everything that is asked of its [`Door`] goes through the network.
pub struct Server {
    door: Door,
    running: Running,
    /// The conference's time: it stands until a test moves it.
    pub clock: Clock,
    folder: TempDir,
}

impl std::ops::Deref for Server {
    type Target = Door;

    fn deref(&self) -> &Door {
        &self.door
    }
}

impl Server {
    /// One room and one session, `main`, where posts wait for review.
    pub async fn start() -> Self {
        Self::with(Serve::default()).await
    }

    /// The same with the policy open.
    pub async fn open() -> Self {
        Self::with(Serve { open: true, ..Serve::default() }).await
    }

    /// Takes only posts with these hashtags.
    pub async fn tagged(hashtag: &str) -> Self {
        Self::with(Serve { hashtags: vec![hashtag.to_owned()], ..Serve::default() }).await
    }

    /// Two sessions in two rooms: `ethics` is reviewed, `methods` is open.
    ///
    /// # Panics
    /// When the temporary folder cannot be written.
    pub async fn summit() -> Self {
        let folder = temporary();
        let config = folder.path().join("summit.toml");
        std::fs::write(&config, SUMMIT).expect("a temporary folder can be written");
        Self::on(folder, Serve { config: Some(config), ..Serve::default() }).await
    }

    /// A server with these flags.
    pub async fn with(flags: Serve) -> Self {
        Self::on(temporary(), flags).await
    }

    async fn on(folder: TempDir, flags: Serve) -> Self {
        let data = folder.path().join("data");
        let settings = Settings::from(Serve { data: Some(data.clone()), ..flags }).expect("flags that fit");
        let clock = Clock::manual(BEGINS);
        let conference = Conference::open(&data, clock.clone()).await.expect("a new folder opens");
        let first = serve::seed(&conference, &settings).await.expect("a new log is seeded");
        let listener = app::listen(([127, 0, 0, 1], 0).into()).await.expect("a free port");
        let serving = Serving {
            public_url: settings.public_url,
            assets_from: None,
            sockets_per_address: settings.sockets_per_address,
            pictures: Pictures::from_public(vec!["127.0.0.1".to_owned()]),
        };
        let running = Running::start(conference, listener, serving).expect("a server");
        let base = format!("http://{}", running.address);
        let first_link = format!("{base}/join/{}", first.expect("a new log has a first organiser"));
        Self { door: Door::new(&base, data, first_link), running, clock, folder }
    }

    /// What the server published last.
    #[must_use]
    pub fn state(&self) -> Arc<State> {
        self.running.conference.pipeline.state()
    }

    /// The way in to the server's one loop, for what runs beside it.
    #[must_use]
    pub fn pipeline(&self) -> &Pipeline {
        &self.running.conference.pipeline
    }

    /// How the sources beside it are doing.
    #[must_use]
    pub fn sources(&self) -> &Board {
        &self.running.conference.sources
    }

    /// An organiser's link that works again and again, as a rehearsal prints them.
    ///
    /// # Panics
    /// When the log cannot be written.
    pub async fn reusable_link(&self) -> String {
        let invitation = Event::InvitationMade {
            invitation: SecretHash::of("reusable"),
            name: "You".into(),
            role: Role::Organiser,
            sessions: Vec::new(),
            reusable: true,
        };
        self.running.conference.record(vec![invitation], None).await.expect("a log that can be written");
        format!("{}/join/reusable", self.web.base)
    }

    /// Stops as the real server does; the folder stays.
    pub async fn stop(self) -> Stopped {
        self.running.stop().await;
        Stopped { data: self.door.data.clone(), _folder: self.folder }
    }
}

/// The data of a server that was stopped.
pub struct Stopped {
    pub data: PathBuf,
    _folder: TempDir,
}

/// A folder that goes with the test.
///
/// # Panics
/// When the machine has no room for one.
#[must_use]
pub fn temporary() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}
