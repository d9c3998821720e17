//! `backchannel check`: looks at configuration and data, and says in plain words what to fix.

use anyhow::{anyhow, bail};

use crate::{
    clock::fresh_secret,
    config::{Check, Serve, Settings},
    domain::At,
    log::{DataFolder, FolderError, Sqlite},
};

/// 2026-01-01T00:00:00Z. A machine that says it is earlier has a dead clock battery.
const BUILT_AFTER: At = At(1_767_225_600_000);

/// Checks everything that can be checked from the shell.
///
/// # Errors
/// When anything would fail.
pub async fn run(flags: &Check) -> anyhow::Result<()> {
    let (config, networks) = (flags.config.clone(), flags.networks.clone());
    let settings = Settings::from(Serve { config, networks, ..Serve::default() });
    if flags.outbound {
        settings?.upstreams.hosts().iter().for_each(|host| println!("{host}"));
        println!("the servers that posts' pictures are on, unless the conference shows none");
        return Ok(());
    }
    let mut found = vec![("clock".to_owned(), clock()), ("data folder".to_owned(), data(flags))];
    match settings {
        Ok(settings) => {
            found.insert(0, ("configuration".to_owned(), Ok(configuration(&settings))));
            let networks = settings.upstreams.diagnose().await.into_iter();
            found.extend(networks.map(|(name, answer)| (name, answer.map_err(|why| anyhow!(why)))));
        }
        Err(error) => found.insert(0, ("configuration".to_owned(), Err(error))),
    }
    found.iter().for_each(|(what, answer)| match answer {
        Ok(fine) => println!("ok    {what}: {fine}"),
        Err(error) => println!("fix   {what}: {error:#}"),
    });
    if found.iter().any(|(_, answer)| answer.is_err()) {
        bail!("something needs fixing, see above")
    } else {
        Ok(())
    }
}

fn configuration(settings: &Settings) -> String {
    let loss = match &settings.public_url {
        Some(url) if url.starts_with("https://") => "",
        _ => "; without an https public URL sign-in cookies are not bound to https",
    };
    format!("listens on {}{loss}", settings.listen)
}

fn clock() -> anyhow::Result<String> {
    let now = crate::clock::Clock::System.now();
    if now < BUILT_AFTER {
        bail!("this machine says it is {now}; set its clock, for posts are ordered by it");
    }
    Ok(format!("it is {now}"))
}

fn data(flags: &Check) -> anyhow::Result<String> {
    let path = &flags.folder.data;
    if !path.exists() {
        return Ok(format!("{} is made at the first start", path.display()));
    }
    let folder = match DataFolder::own(path) {
        Ok(folder) => folder,
        Err(FolderError::Taken(_)) => return Ok(format!("{} is in use by a running server", path.display())),
        Err(error) => return Err(error.into()),
    };
    let mut entries = 0u64;
    let log = Sqlite::open(folder.log(), fresh_secret)?;
    let head = log.read_all(|_| entries += 1)?;
    Ok(format!("{entries} entries, the last is {head}, every checksum fits"))
}
