//! What becomes of everything that a Jetstream tells.

use std::collections::HashMap;

use bytes::Bytes;
use serde_json::Value;
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::{
    authors::{Authors, Learnt},
    deletes::Deletes,
    labels::Labels,
    map,
    place::Place,
    profile::Profile,
    stream::{Cut, Stream},
    tags::Tags,
    wire::{Told, What, Wire},
};
use crate::{
    domain::{At, AuthorKey, Network, Post, PostKey},
    sources::{Found, Outlet, Stopped},
};

/// Posts that wait for their author's labels. Those beyond it get a name later, and no label.
const NAMELESS_LIMIT: usize = 1_000;

/// Hears one connection after the other, and remembers between them.
pub(super) struct Listener<W> {
    wire: W,
    outlet: Outlet,
    tags: Tags,
    authors: Authors,
    deletes: Deletes,
    /// Posts that were brought while their author was being asked for, by the author's id.
    nameless: HashMap<String, Vec<Post>>,
    pub place: Option<Place>,
    /// Whether the connection brought anything that can be read.
    pub has_heard: bool,
    keep: Interval,
    /// The place moved since it was kept.
    has_moved: bool,
    /// The next message is read whatever it is: it tells the time.
    asks_time: bool,
}

impl<W: Wire> Listener<W> {
    pub fn new(
        wire: W,
        outlet: Outlet,
        tags: Tags,
        authors: Authors,
        keep_place: std::time::Duration,
    ) -> Self {
        let mut keep = interval(keep_place);
        keep.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self {
            place: outlet.place().and_then(|place| place.parse().ok()),
            wire,
            outlet,
            tags,
            authors,
            deletes: Deletes::default(),
            nameless: HashMap::new(),
            has_heard: false,
            keep,
            has_moved: false,
            asks_time: true,
        }
    }

    /// Listens to a connection until it is cut.
    pub async fn listen(&mut self, stream: &mut Stream, host: &str) -> Result<Cut, Stopped> {
        (self.has_heard, self.asks_time) = (false, true);
        loop {
            tokio::select! {
                message = stream.next() => match message {
                    Ok(message) => self.take(&message, host).await?,
                    Err(cut) => return Ok(cut),
                },
                answered = self.authors.answered() => {
                    let learnt = self.authors.learn(answered, self.outlet.now());
                    let found = learnt.into_iter().flat_map(|learnt| self.described(learnt)).collect();
                    self.bring(found).await?;
                }
                _ = self.keep.tick() => self.keep_place().await?,
            }
        }
    }

    async fn take(&mut self, message: &Bytes, host: &str) -> Result<(), Stopped> {
        if !self.asks_time && !self.tags.may_concern(message) {
            return Ok(());
        }
        let found = match self.read(message) {
            Ok(told) => {
                (self.has_heard, self.has_moved, self.asks_time) = (true, true, false);
                self.place = Some(Place { host: host.to_owned(), at: told.at });
                self.found(told)
            }
            Err(why) => {
                self.outlet.dropped(why);
                Vec::new()
            }
        };
        self.bring(found).await
    }

    fn read(&self, message: &[u8]) -> Result<Told, &'static str> {
        let told = self.wire.read(message)?;
        let is_ahead = At(told.at / 1_000).since(self.outlet.now()) > At::DAY;
        if is_ahead { Err("a message from the future") } else { Ok(told) }
    }

    async fn bring(&self, found: Vec<Found>) -> Result<(), Stopped> {
        if found.is_empty() { Ok(()) } else { self.outlet.bring(found, None).await }
    }

    async fn keep_place(&mut self) -> Result<(), Stopped> {
        self.asks_time = true;
        if std::mem::take(&mut self.has_moved) {
            self.outlet.bring(Vec::new(), self.place.as_ref().map(ToString::to_string)).await?;
        }
        Ok(())
    }

    fn found(&mut self, Told { did, at, what }: Told) -> Vec<Found> {
        let author = AuthorKey::of(Network::BLUESKY, &did);
        match what {
            What::Written { rkey, record } => self.written(&did, &rkey, &record),
            What::Deleted { rkey } => {
                let post = PostKey::of(Network::BLUESKY, &map::uri(&did, &rkey));
                if self.outlet.holdings().holds(post) {
                    return vec![Found::Withdrawal(post)];
                }
                self.deletes.insert(post, at);
                Vec::new()
            }
            What::Gone if self.outlet.holdings().holds_some_of(author) => vec![Found::AuthorGone(author)],
            What::Renamed if self.outlet.holdings().holds_some_of(author) => {
                self.authors.ask(&did);
                Vec::new()
            }
            What::Gone | What::Renamed | What::Other => Vec::new(),
        }
    }

    fn written(&mut self, did: &str, rkey: &str, record: &Value) -> Vec<Found> {
        let post = match map::post(did, rkey, record, self.outlet.now()) {
            Ok(post) => post,
            Err(why) => {
                self.outlet.dropped(why);
                return Vec::new();
            }
        };
        let is_held = self.outlet.holdings().holds(post.key());
        if !is_held && !self.is_ours(&post) {
            return Vec::new();
        }
        let profile = self.authors.get(did, self.outlet.now()).cloned();
        let is_unwanted = profile.as_ref().is_some_and(|profile| profile.labels.is_unwanted);
        match is_unwanted || Labels::of_record(record).is_unwanted {
            false => vec![Found::Post(Box::new(self.signed(did, post, profile)))],
            true if is_held => vec![Found::Withdrawal(post.key())],
            true => Vec::new(),
        }
    }

    fn is_ours(&self, post: &Post) -> bool {
        let says_something = !post.text.is_empty() || !post.media.is_empty();
        says_something && self.tags.name_one_of(&post.hashtags) && !self.deletes.contains(post.key())
    }

    /// The post with its author as far as they are known. While more is asked for, it is remembered.
    fn signed(&mut self, did: &str, mut post: Post, profile: Option<Profile>) -> Post {
        let has_room = || self.nameless.values().map(Vec::len).sum::<usize>() < NAMELESS_LIMIT;
        if self.authors.awaits(did) && has_room() {
            self.nameless.entry(did.to_owned()).or_default().push(post.clone());
        }
        if let Some(profile) = profile {
            profile.complete(&mut post);
        }
        post
    }

    /// Somebody has a name now. Their labels say whether a person should look first, or whether they want no part in it.
    fn described(&mut self, Learnt { did, profile, is_news }: Learnt) -> Vec<Found> {
        let nameless = self.nameless.remove(&did).unwrap_or_default();
        let author = AuthorKey::of(Network::BLUESKY, &did);
        let Some(profile) = profile.filter(|_| self.outlet.holdings().holds_some_of(author)) else {
            return Vec::new();
        };
        if profile.labels.is_unwanted {
            return vec![Found::AuthorGone(author)];
        }
        let warned = nameless.into_iter().filter(|_| !profile.labels.warning.is_empty()).map(|mut post| {
            profile.complete(&mut post);
            Found::Post(Box::new(post))
        });
        let named =
            is_news.then(|| Found::Author(Network::from(Network::BLUESKY), Box::new(profile.author.clone())));
        warned.chain(named).collect()
    }
}
