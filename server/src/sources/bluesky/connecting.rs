//! Connects again and again, to one server after the other.

use reqwest::Url;

use super::{
    listener::Listener,
    settings::Settings,
    stream::{Cut, End, Stream},
    wire::Wire,
};
use crate::{
    clock::jitter,
    domain::{At, health::Condition},
    sources::{Outlet, Stopped, backoff::Backoff},
};

/// A message that breaks the connection this often is passed over, and with it what was written meanwhile.
const POISON_LIMIT: u32 = 2;

/// The way to the network.
pub(super) struct Connecting<W> {
    wire: W,
    settings: Settings,
    outlet: Outlet,
    listener: Listener<W>,
    backoff: Backoff,
    /// Whose turn it is.
    turn: usize,
    poisoned: u32,
}

impl<W: Wire> Connecting<W> {
    pub fn new(wire: W, settings: Settings, outlet: Outlet, listener: Listener<W>) -> Self {
        let backoff = Backoff::exponential(settings.first_pause, settings.longest_pause);
        let last = |url: &Url| listener.place.as_ref().is_some_and(|place| place.host == host(url));
        let turn = settings.jetstreams.iter().position(last).unwrap_or_default();
        Self { wire, settings, outlet, listener, backoff, turn, poisoned: 0 }
    }

    /// Runs until the conference takes nothing more.
    pub async fn run(mut self) -> Stopped {
        while let Some(jetstream) = self.settings.jetstreams.iter().cycle().nth(self.turn).cloned() {
            let cut = match self.connect(&jetstream).await {
                Ok(cut) => cut,
                Err(stopped) => return stopped,
            };
            self.judge(&cut);
            self.pause(&jetstream, cut).await;
        }
        Stopped
    }

    /// One connection, from its start to its end.
    async fn connect(&mut self, jetstream: &Url) -> Result<Cut, Stopped> {
        self.listener.has_heard = false;
        let host = host(jetstream);
        let place = self.listener.place.as_ref().filter(|_| self.poisoned < POISON_LIMIT);
        let address = self.wire.address(jetstream, place.map(|place| place.cursor(&host)));
        match Stream::open(&address, self.settings.silence).await {
            Ok(mut stream) => {
                self.outlet.is(Condition::Receiving);
                self.listener.listen(&mut stream, &host).await
            }
            Err(cut) => Ok(cut),
        }
    }

    /// A server that brought something and was cut off is asked again; else it is the next one's turn.
    fn judge(&mut self, cut: &Cut) {
        if self.listener.has_heard {
            self.backoff.reset();
        }
        if !self.listener.has_heard || cut.end == End::Silent {
            self.turn = (self.turn + 1) % self.settings.jetstreams.len();
        }
        self.poisoned = if cut.end == End::Poisoned { self.poisoned + 1 } else { 0 };
        if cut.end == End::Poisoned {
            self.outlet.dropped("a message that breaks the connection");
        }
    }

    async fn pause(&mut self, jetstream: &Url, cut: Cut) {
        let wait = jitter(self.backoff.failed()).max(cut.wait);
        let millis = i64::try_from(wait.as_millis()).unwrap_or(At::DAY);
        let why = format!("{}: {}", host(jetstream), cut.why);
        self.outlet.is(Condition::Reconnecting { at: self.outlet.now().plus(millis), why });
        tokio::time::sleep(wait).await;
    }
}

/// Host and port, as they stand in the place.
fn host(url: &Url) -> String {
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}{port}", url.host_str().unwrap_or_default())
}
