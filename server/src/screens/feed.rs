//! One screen's stream: what to send next, whatever carries it.

use std::{sync::Arc, time::Duration};

use bytes::{BufMut as _, Bytes, BytesMut};
use tokio::time::{Instant, sleep_until};

use super::{
    frames::{self, RingKey},
    notes,
    site::Site,
};
use crate::{
    domain::Seq,
    hub::{Gathered, Reader},
};

/// A client that hears nothing for 45 seconds gives up, and it cannot hear a ping of the protocol below it.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// A reader of a ring that speaks the wire format.
pub struct Feed {
    site: Site,
    ring: Arc<RingKey>,
    reader: Reader,
    /// Whether the screen has to be given the whole picture.
    lost: bool,
    /// Nothing was sent yet: the first message tells the client that it is live.
    silent: bool,
    heartbeat: Instant,
}

impl Feed {
    /// Goes on after `since` if the ring still has what came after it, else from the whole picture.
    #[must_use]
    pub fn new(site: Site, ring: RingKey, since: Option<Seq>) -> Self {
        let mut reader = site.hub.reader(ring.clone());
        let lost = !since.is_some_and(|since| reader.resume(since));
        Self { site, ring: Arc::new(ring), reader, lost, silent: true, heartbeat: Instant::now() + HEARTBEAT }
    }

    /// The next message, as soon as there is one. Dropping the future loses nothing.
    pub async fn next(&mut self) -> Bytes {
        loop {
            if let Some(message) = self.ready() {
                self.silent = false;
                self.heartbeat = Instant::now() + HEARTBEAT;
                return message;
            }
            tokio::select! {
                () = self.reader.changed() => {}
                () = sleep_until(self.heartbeat) => self.silent = true,
            }
        }
    }

    fn ready(&mut self) -> Option<Bytes> {
        if std::mem::take(&mut self.lost) {
            return Some(self.resets());
        }
        match self.reader.gathered() {
            Gathered::Fallen => Some(self.resets()),
            Gathered::Some { messages, notes } if messages.len() + notes.len() > 0 => {
                Some(joined(&messages, &notes))
            }
            Gathered::Some { .. } if self.silent => Some(self.clock()),
            Gathered::Some { .. } => None,
        }
    }

    fn resets(&mut self) -> Bytes {
        let state = self.site.pipeline.state();
        self.reader.reset(state.head, || frames::resets(&self.ring, &state))
    }

    fn clock(&self) -> Bytes {
        Bytes::from(notes::note(notes::clock(&self.site.clock)))
    }
}

/// Several entries may follow in one message. One alone is passed on as it is, uncopied.
fn joined(messages: &[Bytes], notes: &[Bytes]) -> Bytes {
    if let ([only], []) | ([], [only]) = (messages, notes) {
        return only.clone();
    }
    let all = || messages.iter().chain(notes);
    let mut text = BytesMut::with_capacity(all().map(|part| part.len() + 1).sum());
    for part in all() {
        if !text.is_empty() {
            text.put_u8(b'\n');
        }
        text.put_slice(part);
    }
    text.freeze()
}
