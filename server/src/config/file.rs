//! The configuration file, and the programme it seeds an empty log with.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use serde::Deserialize;

use crate::domain::{At, Conference, Event, Mark, Policy, Room, RoomId, Session, SessionId};

/// The configuration file. What describes the programme seeds an empty log once; later the log wins.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) data: Option<PathBuf>,
    pub(super) listen: Option<SocketAddr>,
    pub(super) public_url: Option<String>,
    pub(super) sockets_per_address: Option<usize>,
    /// Hosts that pictures may come from although their addresses are not public: a media server of one's own.
    #[serde(default)]
    pub(super) media_hosts: Vec<String>,
    #[serde(default)]
    pub(super) sources: FileSources,
    pub(super) conference: Option<FileConference>,
    #[serde(default)]
    pub(super) rooms: Vec<FileRoom>,
    #[serde(default)]
    pub(super) sessions: Vec<FileSession>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileConference {
    pub(super) name: String,
    #[serde(default)]
    pub(super) hashtags: Vec<String>,
    pub(super) zone: Option<String>,
    pub(super) registered: Option<u32>,
    /// Whether pictures of posts are fetched by this server and shown.
    pub(super) pictures: Option<bool>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileRoom {
    id: RoomId,
    name: String,
    short: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileSession {
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

/// Where posts come from, beside the flags, and where the networks are when they are somewhere else.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileSources {
    /// `true`, or the address of a Jetstream server.
    pub(super) bluesky: Option<FileBluesky>,
    #[serde(default)]
    pub(super) mastodon: Vec<String>,
    #[serde(default)]
    pub(super) feeds: Vec<String>,
    #[serde(default)]
    pub(super) x: FileX,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum FileBluesky {
    On(bool),
    At(String),
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileX {
    pub(super) base_url: Option<String>,
    /// Posts that may be read in an hour, since X charges for each.
    pub(super) posts_an_hour: Option<u64>,
    /// And over the whole conference.
    pub(super) posts_in_all: Option<u64>,
}

pub(super) fn read(path: &Path) -> anyhow::Result<File> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    toml::from_str(&text).with_context(|| format!("{} does not fit", path.display()))
}

pub(super) fn conference(file: Option<FileConference>, hashtags: &[String]) -> anyhow::Result<Conference> {
    let named = hashtags.first().map_or_else(|| "Backchannel".to_owned(), |tag| format!("#{tag}"));
    let (name, zone, registered, pictures) = match file {
        Some(file) => (file.name, file.zone, file.registered, file.pictures),
        None => (named, None, None, None),
    };
    let zone = zone.unwrap_or_else(|| "UTC".to_owned());
    jiff::tz::TimeZone::get(&zone)
        .with_context(|| format!("{zone} is no time zone; write one like Europe/Oslo"))?;
    Ok(Conference {
        name,
        tags: hashtags.to_vec(),
        rule: None,
        zone,
        registered,
        pictures: pictures.unwrap_or(true),
    })
}

pub(super) fn seeds(
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

fn main_session(
    conference: &Conference,
    room: Option<RoomId>,
    policy: Policy,
) -> anyhow::Result<FileSession> {
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
            text.parse::<At>()
                .with_context(|| format!("session {id}: {text} is no time like 2026-06-26T13:30:00+02:00"))
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
