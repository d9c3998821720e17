//! The real program as a process of its own, which can be killed.

use std::{
    path::{Path, PathBuf},
    process::{ExitStatus, Output, Stdio},
    sync::Arc,
};

use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt as _, BufReader, Lines},
    process::{Child, ChildStdout, Command},
};

use crate::{Door, patience::within, server::temporary};

/// What a program says on stdout, line by line.
pub type Said = Lines<BufReader<ChildStdout>>;

/// `backchannel serve`, running.
pub struct Process {
    door: Door,
    child: Child,
    stdout: Said,
    folder: Arc<TempDir>,
}

impl std::ops::Deref for Process {
    type Target = Door;

    fn deref(&self) -> &Door {
        &self.door
    }
}

impl Process {
    /// Starts `serve` on a new data folder and any port.
    pub async fn serve(flags: &[&str]) -> Self {
        let folder = Arc::new(temporary());
        let (child, mut stdout) = started(&serve_flags(&folder, "127.0.0.1:0", flags));
        let base = line_with(&mut stdout, "Backchannel serves ").await;
        let first_link = line_with(&mut stdout, "/join/").await;
        let (_, secret) = first_link.rsplit_once('/').expect("a link has slashes");
        let data = folder.path().join("data");
        let door = Door::new(&base, data, format!("{base}/join/{secret}"));
        Self { door, child, stdout, folder }
    }

    /// Ends it at once, as a power cut does, and starts it again on the same folder and port.
    ///
    /// # Panics
    /// When it cannot be killed.
    pub async fn dies_and_starts_again(&mut self) {
        self.child.kill().await.expect("a process of ours can be killed");
        let address = self.door.web.base.trim_start_matches("http://").to_owned();
        (self.child, self.stdout) = started(&serve_flags(&self.folder, &address, &[]));
        line_with(&mut self.stdout, "Backchannel serves ").await;
    }

    /// Asks it to stop and waits until it has.
    ///
    /// # Panics
    /// When it does not stop.
    pub async fn stops(&mut self) -> ExitStatus {
        self.is_asked_to_stop().await;
        within("the server to stop", self.child.wait()).await.expect("a process of ours ends")
    }

    /// Asks it to stop, as an operating system does.
    ///
    /// # Panics
    /// When the signal cannot be sent.
    pub async fn is_asked_to_stop(&self) {
        let pid = self.pid().to_string();
        let sent = Command::new("kill").args(["-TERM", &pid]).status().await;
        assert!(sent.expect("kill is everywhere").success());
    }

    /// Memory it holds now, in bytes.
    ///
    /// # Panics
    /// Where there is no `/proc`.
    #[must_use]
    pub fn memory(&self) -> u64 {
        let status =
            std::fs::read_to_string(format!("/proc/{}/status", self.pid())).expect("Linux has /proc");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("a process has memory");
        let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
        kilobytes * 1_024
    }

    fn pid(&self) -> u32 {
        self.child.id().expect("it runs")
    }
}

fn serve_flags(folder: &TempDir, address: &str, more: &[&str]) -> Vec<String> {
    let data = folder.path().join("data").display().to_string();
    let own = ["serve", "--data", &data, "--listen", address];
    own.iter().chain(more).map(|&flag| flag.to_owned()).collect()
}

/// The program's path: beside the test's own. `tests/run` builds it first.
///
/// # Panics
/// When it was not built.
#[must_use]
pub fn program() -> PathBuf {
    let here = std::env::current_exe().expect("a test is a program");
    let profile = here.parent().and_then(Path::parent).expect("a test lies in target/PROFILE/deps");
    let program = profile.join("backchannel");
    assert!(program.exists(), "{} is missing: run `cargo build` first", program.display());
    program
}

/// Starts the program; its stdout can be read.
///
/// # Panics
/// When it cannot be started.
pub fn started(flags: &[String]) -> (Child, Said) {
    let mut command = Command::new(program());
    command.args(flags).env("RUST_LOG", "warn").stdout(Stdio::piped()).kill_on_drop(true);
    let mut child = command.spawn().expect("the program starts");
    let stdout = child.stdout.take().expect("its stdout is a pipe");
    (child, BufReader::new(stdout).lines())
}

/// Waits for a line that holds this, and answers with its last word.
///
/// # Panics
/// When the program says no such thing.
pub async fn line_with(stdout: &mut Said, text: &str) -> String {
    let reading = async {
        while let Some(line) = stdout.next_line().await.expect("stdout is text") {
            if line.contains(text) {
                return line.rsplit(' ').next().unwrap_or_default().to_owned();
            }
        }
        panic!("the program ended without saying {text:?}")
    };
    within(&format!("a line with {text:?}"), reading).await
}

/// Runs the program to its end.
///
/// # Panics
/// When it cannot be started or does not end.
pub async fn run(flags: &[&str]) -> Output {
    let running = Command::new(program()).args(flags).env("RUST_LOG", "warn").kill_on_drop(true).output();
    within(&format!("backchannel {}", flags.join(" ")), running).await.expect("the program starts")
}
