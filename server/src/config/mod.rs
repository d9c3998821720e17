//! What the server runs with. Flags win over the file; keys come from the environment alone, so that they stand in no
//! shell history and no configuration that is passed around.

mod cli;
mod file;
mod upstreams;

use std::{net::SocketAddr, path::PathBuf};

use anyhow::bail;

use crate::domain::{
    Event,
    text::{clean_line, fold_tag},
};

pub use cli::{Backup, Check, Cli, Command, Demo, Folder, Import, Link, Networks, Serve, Token};
pub use upstreams::Upstreams;

/// What `serve` runs with.
pub struct Settings {
    pub data: PathBuf,
    pub listen: SocketAddr,
    pub public_url: Option<String>,
    pub archives: Vec<PathBuf>,
    pub speed: Option<f64>,
    pub sockets_per_address: usize,
    pub media_hosts: Vec<String>,
    pub upstreams: Upstreams,
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
        let file = serve.config.as_deref().map(file::read).transpose()?.unwrap_or_default();
        let public_url = serve.public_url.or(file.public_url).map(|url| origin(&url)).transpose()?;
        let mut hashtags = serve.hashtags;
        if hashtags.is_empty() {
            hashtags = file.conference.iter().flat_map(|conference| conference.hashtags.clone()).collect();
        }
        let hashtags: Vec<String> = hashtags.iter().map(|tag| hashtag(tag)).collect::<Result<_, _>>()?;
        let upstreams = Upstreams::from(serve.networks, file.sources)?;
        let conference = file::conference(file.conference, &hashtags)?;
        let seeds = file::seeds(conference, file.rooms, file.sessions, serve.open)?;
        Ok(Self {
            data: serve.data.or(file.data).unwrap_or_else(|| cli::DATA.into()),
            listen: serve.listen.or(file.listen).unwrap_or(cli::LISTEN.parse()?),
            public_url,
            archives: serve.archive,
            speed: serve.speed,
            media_hosts: file.media_hosts,
            upstreams,
            sockets_per_address: serve.sockets_per_address.or(file.sockets_per_address).unwrap_or(2_000),
            hashtags,
            seeds,
        })
    }
}

/// Scheme and host, without a path: it is compared with what browsers send as Origin.
fn origin(url: &str) -> anyhow::Result<String> {
    let url = url.trim_end_matches('/');
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => {
            Ok(url.to_ascii_lowercase())
        }
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
