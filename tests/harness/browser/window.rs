//! One device: a window, its keyboard, its pointer, and what its page says.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::{By, WebDriver, extensions::query::ElementWaitable as _};

use super::{driver::Driver, watched::Watched};

const DEADLINE: Duration = Duration::from_secs(20);
const WAIT: &str = include_str!("wait.js");
const WATCH: &str = include_str!("watch.js");

/// Width and height of a page in CSS pixels.
#[derive(Clone, Copy, Debug)]
pub struct Size(pub u32, pub u32);

impl Size {
    /// A monitor of a room.
    pub const WALL: Self = Self(1920, 1080);
    /// A facilitator's laptop.
    pub const DESK: Self = Self(1440, 900);
    /// A chair's tablet.
    pub const TABLET: Self = Self(1180, 820);
    /// Somebody's laptop in the audience.
    pub const PAGE: Self = Self(1280, 800);
}

/// A window of a browser. It closes when it is dropped.
pub struct Window {
    led: WebDriver,
    /// Lives as long as its windows.
    driver: Arc<Driver>,
}

impl Drop for Window {
    /// Also after a failure, where nothing can be awaited any more.
    fn drop(&mut self) {
        let _ = self.led.clone().leak();
        let closed = close(&self.driver.address, &self.led.session_id().to_string());
        // Whoever reads the failure that led here is not helped by a second one.
        drop(closed);
    }
}

impl Window {
    pub(super) async fn on(led: WebDriver, driver: Arc<Driver>, size: Size) -> Self {
        let window = Self { led, driver };
        window.tells("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
        window.becomes(size).await;
        window
    }

    /// Gives the page this size from now on.
    pub async fn becomes(&self, Size(width, height): Size) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.tells("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Prefers dark colours from now on.
    pub async fn goes_dark(&self) {
        let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        self.tells("Emulation.setEmulatedMedia", dark).await;
    }

    /// Runs no script of any page from now on.
    pub async fn forgoes_scripts(&self) {
        self.tells("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    }

    /// # Panics
    /// When the address does not load.
    pub async fn opens(&self, address: &str) {
        self.led.goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Follows a personal link and waits for the page it leads to.
    pub async fn joins(&self, link: &str) {
        self.opens(link).await;
        self.waits_for("!location.pathname.startsWith('/join/') && document.readyState === 'complete'").await;
    }

    /// Waits until an expression of the page's is true.
    ///
    /// # Panics
    /// When that does not happen; with the page's words.
    #[track_caller]
    pub fn waits_for(&self, expression: &str) -> impl Future<Output = ()> {
        self.is_within_deadline(expression, std::panic::Location::caller())
    }

    async fn is_within_deadline(&self, expression: &str, asked: &std::panic::Location<'_>) {
        let script = WAIT.replace("EXPRESSION", expression);
        let deadline = tokio::time::Instant::now() + DEADLINE;
        while tokio::time::Instant::now() < deadline {
            let left = deadline - tokio::time::Instant::now();
            let left = json!(u64::try_from(left.as_millis()).unwrap_or(u64::MAX));
            // A page that goes elsewhere meanwhile ends the wait; the next page is asked again.
            let Ok(answer) = self.led.execute_async(script.as_str(), vec![left]).await else { continue };
            if answer.json() == &Value::Bool(true) {
                return;
            }
        }
        let words: String = self.answers("return document.body.innerText.slice(0, 2000)").await;
        panic!("{asked} waited in vain for {expression} on a page that says:\n{words}")
    }

    /// What a script returns.
    ///
    /// # Panics
    /// When it fails or returns something else.
    pub async fn answers<T: DeserializeOwned>(&self, script: &str) -> T {
        let answer =
            self.led.execute(script, Vec::new()).await.unwrap_or_else(|error| panic!("{script}: {error}"));
        answer.convert().unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// What a script hands to its last argument, a callback.
    ///
    /// # Panics
    /// When it fails or hands over something else.
    pub async fn answers_later<T: DeserializeOwned>(&self, script: &str) -> T {
        let answer = self.led.execute_async(script, Vec::new()).await;
        let answer = answer.unwrap_or_else(|error| panic!("{script}: {error}"));
        answer.convert().unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Leaves a mark that no reload survives.
    pub async fn marks_its_page(&self) {
        let _: bool = self.answers("return window.unbroken = true").await;
    }

    /// Whether the page is still the one that was marked.
    pub async fn stands_on_its_marked_page(&self) -> bool {
        self.answers("return window.unbroken === true").await
    }

    /// What the page reported by itself since it was opened.
    pub async fn watched(&self) -> Watched {
        self.answers("return window.watched").await
    }

    /// Presses keys, one after the other, on whatever has the focus.
    ///
    /// # Panics
    /// When there is no page to type on.
    pub async fn types(&self, keys: &str) {
        self.led.action_chain().send_keys(keys).perform().await.expect("a page has a keyboard");
    }

    /// # Panics
    /// When there is no such element or it cannot be reached.
    pub async fn clicks(&self, selector: &str) {
        let found =
            self.led.find(By::Css(selector)).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        found.click().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Clicks a button that leads to another page, and waits for that page. Needs no script on either.
    ///
    /// # Panics
    /// When there is no such button or it leads nowhere.
    pub async fn leaves_by(&self, selector: &str) {
        let found =
            self.led.find(By::Css(selector)).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        found.click().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        found.wait_until().stale().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Fills a field in.
    ///
    /// # Panics
    /// When there is no such field.
    pub async fn fills_in(&self, selector: &str, words: &str) {
        let found =
            self.led.find(By::Css(selector)).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        found.send_keys(words).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Whether the page's own text, as delivered or drawn, holds this. Needs no script on the page.
    ///
    /// # Panics
    /// When the page is gone.
    pub async fn says(&self, words: &str) -> bool {
        self.led.source().await.expect("a page has a source").contains(words)
    }

    /// Keeps a picture of the window among the build's output.
    ///
    /// # Panics
    /// When it cannot be written.
    pub async fn is_pictured(&self, name: &str) {
        let folder = pictures();
        std::fs::create_dir_all(&folder).expect("the build's output can be written");
        self.led.screenshot(&folder.join(format!("{name}.png"))).await.expect("a picture");
    }

    async fn tells(&self, method: &str, parameters: Value) {
        self.led.cdp().send_raw(method, parameters).await.unwrap_or_else(|error| panic!("{method}: {error}"));
    }
}

fn close(address: &str, session: &str) -> std::io::Result<()> {
    let mut driver = TcpStream::connect(address)?;
    write!(driver, "DELETE /session/{session} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n")?;
    driver.set_read_timeout(Some(DEADLINE))?;
    driver.read_to_end(&mut Vec::new()).map(drop)
}

/// `screenshots` beside the profile's folder.
fn pictures() -> PathBuf {
    let profile = crate::process::program().parent().map(PathBuf::from);
    let target = profile.and_then(|profile| profile.parent().map(PathBuf::from));
    target.expect("the program lies in target/PROFILE").join("screenshots")
}
