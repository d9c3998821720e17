//! The command line. Every flag has an environment variable.

use std::{net::SocketAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand};

use crate::{
    domain::{Role, Scope, SessionId},
    telemetry::LogFormat,
};

/// Where people and programs reach the server, unless told otherwise.
pub(super) const LISTEN: &str = "127.0.0.1:8080";
pub(super) const DATA: &str = "backchannel-data";

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
    /// Takes archives in: our NDJSON, twarc2 or sheets of TAGS, plain or gzipped.
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
    #[command(flatten)]
    pub networks: Networks,
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

/// The networks to listen to. X is one when BACKCHANNEL_X_BEARER_TOKEN is set.
#[derive(Clone, Debug, Default, Args)]
pub struct Networks {
    /// Listen to Bluesky; with an address, to that Jetstream server instead of the public ones.
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "", env = "BACKCHANNEL_BLUESKY")]
    pub bluesky: Option<String>,
    /// A Mastodon server, by host or address. May be given several times.
    #[arg(long, env = "BACKCHANNEL_MASTODON", value_delimiter = ',')]
    pub mastodon: Vec<String>,
    /// A feed: RSS, Atom or JSON Feed, by address. May be given several times.
    #[arg(long, env = "BACKCHANNEL_FEED", value_delimiter = ',')]
    pub feed: Vec<String>,
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
    pub networks: Networks,
    /// Only print every host that the server would contact.
    #[arg(long)]
    pub outbound: bool,
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
    if speed > 0.0 && speed <= 10_000.0 {
        Ok(speed)
    } else {
        Err("a speed is a number above 0, up to 10000".into())
    }
}

fn scope(text: &str) -> Result<Scope, String> {
    match text {
        "push" => Ok(Scope::Push),
        "read" => Ok(Scope::Read),
        _ => Err("the scopes are push and read".into()),
    }
}
