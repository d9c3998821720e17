//! A screen that stays connected to a stream and keeps its page.

use crate::{
    Web,
    carrier::{Carrier, Heard},
    page::Page,
    patience::within,
};

/// A connected monitor, console, tablet or phone. It hears only while a test waits for something.
pub struct Screen {
    web: Web,
    stream: String,
    log: String,
    carrier: Carrier,
    pub page: Page,
    /// Everything that was ever said to it.
    pub transcript: String,
}

impl Screen {
    /// Opens a stream such as `wall/main` and waits for its first page.
    ///
    /// # Panics
    /// When the server refuses.
    pub async fn open(web: Web, stream: &str) -> Self {
        let carrier = Carrier::socket(&web, &format!("/stream/{stream}"), None).await;
        let carrier = carrier.unwrap_or_else(|status| panic!("{stream} answers {status}"));
        Self::on(carrier, web, stream).await
    }

    /// The same by server-sent events.
    pub async fn follow(web: Web, stream: &str) -> Self {
        let carrier = Carrier::events(&web, &format!("/stream/{stream}")).await;
        Self::on(carrier, web, stream).await
    }

    async fn on(carrier: Carrier, web: Web, stream: &str) -> Self {
        let log = web.log_id().await;
        let stream = stream.to_owned();
        let (page, transcript) = (Page::default(), String::new());
        let mut screen = Self { web, stream, log, carrier, page, transcript };
        screen.wait_until("the first page", |page| page.resets > 0).await;
        screen
    }

    /// Waits for whatever comes next.
    pub async fn hears(&mut self) -> Heard {
        let heard = within(&format!("anything on {}", self.stream), self.carrier.hear()).await;
        if let Heard::Message(message) = &heard {
            self.page.take(message);
            self.transcript.push_str(message);
            self.transcript.push('\n');
        }
        heard
    }

    /// Reads on until the page is as it should be.
    ///
    /// # Panics
    /// When that does not happen, or the stream ends before.
    pub async fn wait_until(&mut self, what: &str, is_so: impl Fn(&Page) -> bool) {
        let awaited = format!("{what} on {}", self.stream);
        let reading = async {
            while !is_so(&self.page) {
                if let Heard::Closed(code) = self.hears().await {
                    panic!("the stream ended ({code:?}) while waiting for {what}");
                }
            }
        };
        within(&awaited, reading).await;
    }

    /// Waits until a text stands on the page.
    pub async fn sees(&mut self, text: &str) {
        self.wait_until(&format!("{text:?}"), |page| page.shows(text)).await;
    }

    /// Waits until a text has gone from the page.
    pub async fn loses(&mut self, text: &str) {
        self.wait_until(&format!("{text:?} to go"), |page| !page.shows(text)).await;
    }

    /// Whether a text was ever sent to it, seen or not.
    #[must_use]
    pub fn was_told(&self, text: &str) -> bool {
        self.transcript.contains(text)
    }

    /// Waits for the end of the stream and its code.
    pub async fn ends(&mut self) -> Option<u16> {
        loop {
            if let Heard::Closed(code) = self.hears().await {
                return code;
            }
        }
    }

    /// Connects again and goes on from where the page stands, as a client does after a cut.
    ///
    /// # Panics
    /// When the server refuses.
    pub async fn comes_back(&mut self) {
        let path = format!("/stream/{}?since={}&log={}", self.stream, self.page.cursor, self.log);
        let carrier = Carrier::socket(&self.web, &path, None).await;
        self.carrier = carrier.unwrap_or_else(|status| panic!("{path} answers {status}"));
    }

    /// Insists that the page is the one a new screen gets. What is still on its way is read first.
    ///
    /// # Panics
    /// When the pages differ.
    pub async fn equals_a_fresh_one(&mut self) {
        let fresh = Self::open(self.web.clone(), &self.stream).await.page;
        let same = |page: &Page| page.regions == fresh.regions;
        self.wait_until("the page of a fresh screen", same).await;
    }
}
