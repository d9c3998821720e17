//! The command line, and the file it may name. Flags win over the file; every flag has an environment variable.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use clap::{Args, Parser, Subcommand};
use serde::Deserialize;

use crate::{
    domain::{
        At, Conference, Event, Mark, Policy, Role, Room, RoomId, Scope, Session, SessionId,
        text::{clean_line, fold_tag},
    },
    telemetry::LogFormat,
};

/// Where people and programs reach the server, unless told otherwise.
const LISTEN: &str = "127.0.0.1:8080";
const DATA: &str = "backchannel-data";

/// Puts the online conversation about a conference into its rooms, live.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Cli {
    #[arg(long, global = true, value_enum, default_value_t, env = "BACKCHANNEL_LOG_FORMAT")]
    pub log_format: LogFormat,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// A rehearsal with nothing to configure: a generated day of a summit, in a temporary conference.
    Demo(Demo),
    /// The real thing. Without a configuration it makes a conference with one room and session, `main`.
    Serve(Serve),
    /// Takes archives in: our NDJSON, plain or gzipped.
    Import(Import),
    /// Prints an invitation link; the way back in when everyone is locked out.
    Link(Link),
    /// Prints a token for a program, once.
    Token(Token),
    /// Writes a consistent copy of the log.
    Backup(Backup),
    /// Looks at configuration and data, and says in plain words what to fix.
    Check(Check),
}

#[derive(Debug, Args)]
pub struct Demo {
    /// How fast the day runs.
    #[arg(long, default_value_t = 1.0, value_parser = speed, env = "BACKCHANNEL_SPEED")]
    pub speed: f64,
    #[arg(long, default_value = LISTEN, env = "BACKCHANNEL_LISTEN")]
    pub listen: SocketAddr,
    /// Serve style sheets and scripts from this checkout while editing them.
    #[arg(long, env = "BACKCHANNEL_ASSETS")]
    pub assets: Option<PathBuf>,
}

#[derive(Debug, Default, Args)]
pub struct Serve {
    /// Without a hashtag everything that arrives is taken.
    pub hashtags: Vec<String>,
    #[arg(long, env = "BACKCHANNEL_CONFIG")]
    pub config: Option<PathBuf>,
    /// The data folder; it is made if it is missing.
    #[arg(long, env = "BACKCHANNEL_DATA")]
    pub data: Option<PathBuf>,
    #[arg(long, env = "BACKCHANNEL_LISTEN")]
    pub listen: Option<SocketAddr>,
    /// As people reach it, such as https://summit.example.
    #[arg(long, env = "BACKCHANNEL_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Replay an archive; with --speed at its own pace times N, else at once.
    #[arg(long, env = "BACKCHANNEL_ARCHIVE", value_delimiter = ',')]
    pub archive: Vec<PathBuf>,
    #[arg(long, value_parser = speed, env = "BACKCHANNEL_SPEED")]
    pub speed: Option<f64>,
    /// Start `main` with the policy open: new posts reach its wall unreviewed.
    #[arg(long, env = "BACKCHANNEL_OPEN")]
    pub open: bool,
    /// Streams that one address may have open. A venue is one address.
    #[arg(long, env = "BACKCHANNEL_SOCKETS_PER_ADDRESS")]
    pub sockets_per_address: Option<usize>,
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub folder: Folder,
}

#[derive(Debug, Args)]
pub struct Link {
    /// organiser, facilitator, chair, technician or participant.
    #[arg(long)]
    pub role: Role,
    /// For a facilitator or chair: the session they work in. Without it: all sessions.
    #[arg(long)]
    pub session: Option<SessionId>,
    #[arg(long, env = "BACKCHANNEL_PUBLIC_URL")]
    pub public_url: Option<String>,
    #[command(flatten)]
    pub folder: Folder,
}

#[derive(Debug, Args)]
pub struct Token {
    #[arg(long)]
    pub name: String,
    #[arg(long, value_parser = scope)]
    pub scope: Scope,
    #[command(flatten)]
    pub folder: Folder,
}

#[derive(Debug, Args)]
pub struct Backup {
    /// A new file; an existing one is left alone.
    #[arg(long)]
    pub out: PathBuf,
    #[command(flatten)]
    pub folder: Folder,
}

#[derive(Debug, Args)]
pub struct Check {
    #[arg(long, env = "BACKCHANNEL_CONFIG")]
    pub config: Option<PathBuf>,
    #[command(flatten)]
    pub folder: Folder,
}

#[derive(Debug, Args)]
pub struct Folder {
    #[arg(long, default_value = DATA, env = "BACKCHANNEL_DATA")]
    pub data: PathBuf,
}

fn speed(text: &str) -> Result<f64, String> {
    let speed = text.parse::<f64>().map_err(|error| error.to_string())?;
    if speed > 0.0 && speed <= 10_000.0 { Ok(speed) } else { Err("a speed is a number above 0, up to 10000".into()) }
}

fn scope(text: &str) -> Result<Scope, String> {
    match text {
        "push" => Ok(Scope::Push),
        "read" => Ok(Scope::Read),
        _ => Err("the scopes are push and read".into()),
    }
}

/// The configuration file. What describes the programme seeds an empty log once; later the log wins.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    data: Option<PathBuf>,
    listen: Option<SocketAddr>,
    public_url: Option<String>,
    sockets_per_address: Option<usize>,
    /// Hosts that pictures may come from although their addresses are not public: a media server of one's own.
    #[serde(default)]
    media_hosts: Vec<String>,
    conference: Option<FileConference>,
    #[serde(default)]
    rooms: Vec<FileRoom>,
    #[serde(default)]
    sessions: Vec<FileSession>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileConference {
    name: String,
    #[serde(default)]
    hashtags: Vec<String>,
    zone: Option<String>,
    registered: Option<u32>,
    /// Whether pictures of posts are fetched by this server and shown.
    pictures: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileRoom {
    id: RoomId,
    name: String,
    short: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileSession {
    id: SessionId,
    name: String,
    rooms: Vec<RoomId>,
    mark: Option<Mark>,
    starts: Option<String>,
    ends: Option<String>,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    policy: Policy,
    question: Option<String>,
    #[serde(default)]
    chairs: Vec<String>,
    #[serde(default)]
    facilitators: Vec<String>,
}

/// What `serve` runs with.
#[derive(Debug)]
pub struct Settings {
    pub data: PathBuf,
    pub listen: SocketAddr,
    pub public_url: Option<String>,
    pub archives: Vec<PathBuf>,
    pub speed: Option<f64>,
    pub sockets_per_address: usize,
    pub media_hosts: Vec<String>,
    /// Hashtags of this run, where any were given.
    pub hashtags: Vec<String>,
    /// For an empty log.
    pub seeds: Vec<Event>,
}

impl Settings {
    /// Puts flags over the file.
    ///
    /// # Errors
    /// Names the file and line of what does not fit.
    pub fn from(serve: Serve) -> anyhow::Result<Self> {
        let file = serve.config.as_deref().map(read).transpose()?.unwrap_or_default();
        let public_url = serve.public_url.or(file.public_url).map(|url| origin(&url)).transpose()?;
        let mut hashtags = serve.hashtags;
        if hashtags.is_empty() {
            hashtags = file.conference.iter().flat_map(|conference| conference.hashtags.clone()).collect();
        }
        let hashtags: Vec<String> = hashtags.iter().map(|tag| hashtag(tag)).collect::<Result<_, _>>()?;
        let conference = conference(file.conference, &hashtags)?;
        let seeds = seeds(conference, file.rooms, file.sessions, serve.open)?;
        Ok(Self {
            data: serve.data.or(file.data).unwrap_or_else(|| DATA.into()),
            listen: serve.listen.or(file.listen).unwrap_or(LISTEN.parse()?),
            public_url,
            archives: serve.archive,
            speed: serve.speed,
            media_hosts: file.media_hosts,
            sockets_per_address: serve.sockets_per_address.or(file.sockets_per_address).unwrap_or(2_000),
            hashtags,
            seeds,
        })
    }
}

fn read(path: &Path) -> anyhow::Result<File> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{} does not fit", path.display()))
}

/// Scheme and host, without a path: it is compared with what browsers send as Origin.
fn origin(url: &str) -> anyhow::Result<String> {
    let url = url.trim_end_matches('/');
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => Ok(url.to_ascii_lowercase()),
        _ => bail!("the public URL is written like https://summit.example, without a path: {url}"),
    }
}

fn hashtag(tag: &str) -> anyhow::Result<String> {
    let tag = clean_line(tag.trim_start_matches(['#', '＃']));
    if fold_tag(&tag).is_empty() || tag.contains(char::is_whitespace) {
        bail!("a hashtag is one word: {tag:?}");
    }
    Ok(tag)
}

fn conference(file: Option<FileConference>, hashtags: &[String]) -> anyhow::Result<Conference> {
    let named = hashtags.first().map_or_else(|| "Backchannel".to_owned(), |tag| format!("#{tag}"));
    let (name, zone, registered, pictures) = match file {
        Some(file) => (file.name, file.zone, file.registered, file.pictures),
        None => (named, None, None, None),
    };
    let zone = zone.unwrap_or_else(|| "UTC".to_owned());
    jiff::tz::TimeZone::get(&zone)
        .with_context(|| format!("{zone} is no time zone; write one like Europe/Oslo"))?;
    Ok(Conference { name, tags: hashtags.to_vec(), rule: None, zone, registered, pictures: pictures.unwrap_or(true) })
}

fn seeds(
    conference: Conference,
    mut rooms: Vec<FileRoom>,
    mut sessions: Vec<FileSession>,
    open: bool,
) -> anyhow::Result<Vec<Event>> {
    if sessions.is_empty() {
        let policy = if open { Policy::Open } else { Policy::Reviewed };
        sessions.push(main_session(&conference, rooms.first().map(|room| room.id.clone()), policy)?);
    }
    if rooms.is_empty() {
        rooms.push(FileRoom { id: "main".parse()?, name: "Main room".into(), short: "m".into() });
    }
    let known: Vec<RoomId> = rooms.iter().map(|room| room.id.clone()).collect();
    let mut seeds = vec![Event::ConferenceOpened(conference)];
    for room in rooms {
        if !(1..=2).contains(&room.short.chars().count()) {
            bail!("the short name of room {} has one or two characters", room.id);
        }
        seeds.push(Event::RoomAdded(Room { id: room.id, name: room.name, short: room.short }));
    }
    for session in sessions {
        if let Some(room) = session.rooms.iter().find(|room| !known.contains(room)) {
            bail!("session {} is held in room {room}, which is not among the rooms", session.id);
        }
        seeds.push(Event::SessionScheduled(session.into_session()?));
    }
    Ok(seeds)
}

fn main_session(conference: &Conference, room: Option<RoomId>, policy: Policy) -> anyhow::Result<FileSession> {
    Ok(FileSession {
        id: "main".parse()?,
        name: conference.name.clone(),
        rooms: vec![room.map_or_else(|| "main".parse(), Ok)?],
        mark: Some(Mark::None),
        starts: None,
        ends: None,
        keywords: Vec::new(),
        policy,
        question: None,
        chairs: Vec::new(),
        facilitators: Vec::new(),
    })
}

impl FileSession {
    fn into_session(self) -> anyhow::Result<Session> {
        let id = &self.id;
        let time = |text: &str| {
            text.parse::<At>().with_context(|| format!("session {id}: {text} is no time like 2026-06-26T13:30:00+02:00"))
        };
        let times = match (&self.starts, &self.ends) {
            (Some(starts), Some(ends)) => Some((time(starts)?, time(ends)?)),
            (None, None) => None,
            _ => bail!("session {id} has a start or an end; give both or neither"),
        };
        Ok(Session {
            id: self.id,
            name: self.name,
            mark: self.mark.unwrap_or(Mark::None),
            rooms: self.rooms,
            times,
            keywords: self.keywords,
            policy: self.policy,
            question: self.question,
            chairs: self.chairs,
            facilitators: self.facilitators,
        })
    }
}
