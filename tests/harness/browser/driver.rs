//! chromedriver as a process of its own, on a free port.

use std::{process::Stdio, sync::Arc};

use thirtyfour::{ChromiumLikeCapabilities as _, DesiredCapabilities, WebDriver};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
    sync::{Semaphore, SemaphorePermit},
};

use super::window::{Size, Window};
use crate::patience::within;

const CHROMEDRIVER: &str = "chromedriver";
const STARTED: &str = "was started successfully on port ";
const FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Browsers are large: however many tests run, this many have one at a time.
static TURNS: Semaphore = Semaphore::const_new(2);

/// A place to open windows.
pub struct Browser(Arc<Driver>);

/// The process, which ends with the last window.
pub(super) struct Driver {
    pub(super) address: String,
    _process: Child,
    _turn: SemaphorePermit<'static>,
}

impl Browser {
    /// Waits for its turn and starts.
    ///
    /// # Panics
    /// When chromedriver is not there or does not start.
    pub async fn start() -> Self {
        let turn = TURNS.acquire().await.expect("turns are never closed");
        let mut command = Command::new(CHROMEDRIVER);
        command.arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
        let mut process = command.spawn().unwrap_or_else(|error| {
            panic!(
                "{CHROMEDRIVER} does not start ({error}); on Debian: apt-get install chromium chromium-driver"
            )
        });
        let port = within("chromedriver to listen", port(&mut process)).await;
        Self(Arc::new(Driver { address: format!("127.0.0.1:{port}"), _process: process, _turn: turn }))
    }

    /// A device that was never here before, with a page area of this size.
    pub async fn window(&self, size: Size) -> Window {
        let mut wishes = DesiredCapabilities::chrome();
        for flag in FLAGS {
            wishes.add_arg(flag).expect("a flag is a text");
        }
        backchannel::net::prepare();
        let led =
            WebDriver::new(format!("http://{}", self.0.address), wishes).await.expect("chromium starts");
        Window::on(led, Arc::clone(&self.0), size).await
    }
}

/// The port it says it listens on.
async fn port(process: &mut Child) -> u16 {
    let stdout = process.stdout.take().expect("its stdout is a pipe");
    let mut lines = BufReader::new(stdout).lines();
    while let Some(line) = lines.next_line().await.expect("stdout is text") {
        if let Some((_, port)) = line.split_once(STARTED) {
            return port.trim_end_matches('.').parse().expect("a port is a number");
        }
    }
    panic!("chromedriver ended without listening")
}
