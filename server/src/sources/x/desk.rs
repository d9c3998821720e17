//! Where everything meets that the source does at the same time: reading, filling a gap, asking what is gone.

use serde_json::Value;
use tokio::sync::Mutex;

use super::{
    api::Api,
    book::Book,
    id::Id,
    map::{self, Version},
    meter::Reached,
    settings::Settings,
    thing::Thing,
    trouble::Trouble,
};
use crate::{
    domain::{Network, PostKey},
    sources::{Found, Outlet},
};

pub(super) struct Desk {
    pub api: Api,
    pub settings: Settings,
    pub outlet: Outlet,
    /// Held while a batch becomes durable: a place must never overtake the posts that it stands for.
    pub book: Mutex<Book>,
}

/// What messages of X amount to.
#[derive(Default)]
pub(super) struct Heard {
    pub versions: Vec<Version>,
    /// Every post that X delivered, also those that only came along.
    pub delivered: Vec<Id>,
}

impl Desk {
    pub(super) fn new(settings: Settings, outlet: Outlet) -> Self {
        let book = Mutex::new(Book::open(outlet.place(), &settings.held));
        Self { api: Api::new(&settings), settings, outlet, book }
    }

    /// Reads a message of the stream or a page of a search into `heard`; what is no post is dropped and counted.
    pub(super) fn hear(&self, message: &Value, heard: &mut Heard) {
        let nothing = Value::Null;
        let includes = Thing::of(message.get("includes").unwrap_or(&nothing));
        let main = match message.get("data") {
            Some(Value::Array(many)) => many.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        for data in main.iter().map(Thing::of) {
            heard.delivered.extend(data.id("id"));
            match map::versions(data, includes, self.outlet.now()) {
                Ok(versions) => heard.versions.extend(versions),
                Err(why) => self.outlet.dropped(&why),
            }
        }
        heard.delivered.extend(includes.things("tweets").filter_map(|tweet| tweet.id("id")));
    }

    /// Hands posts over, in this order, and returns once they are durable.
    pub(super) async fn bring(&self, heard: Heard) -> Result<(), Trouble> {
        let mut book = self.book.lock().await;
        let now = self.outlet.now();
        book.meter.count(heard.delivered, now);
        let mut found = Vec::with_capacity(heard.versions.len());
        for version in heard.versions {
            if book.admits(&version) {
                book.brings(&version, now);
                found.push(Found::Post(Box::new(version.post)));
            }
        }
        self.outlet.bring(found, Some(book.place())).await?;
        self.is_affordable(&mut book)
    }

    /// Takes back what is gone from X.
    pub(super) async fn take_back(&self, gone: &[Id], delivered: Vec<Id>) -> Result<(), Trouble> {
        let mut book = self.book.lock().await;
        book.meter.count(delivered, self.outlet.now());
        gone.iter().for_each(|gone| book.forget(*gone));
        let found = gone.iter().map(|gone| Found::Withdrawal(key(*gone))).collect();
        self.outlet.bring(found, Some(book.place())).await?;
        self.is_affordable(&mut book)
    }

    /// How many posts more may be read now.
    pub(super) async fn left(&self) -> u64 {
        self.book.lock().await.meter.left(self.settings.caps, self.outlet.now())
    }

    pub(super) async fn reached(&self) -> Option<Reached> {
        self.book.lock().await.meter.reached(self.settings.caps, self.outlet.now())
    }

    fn is_affordable(&self, book: &mut Book) -> Result<(), Trouble> {
        match book.meter.reached(self.settings.caps, self.outlet.now()) {
            Some(_) => Err(Trouble::Capped),
            None => Ok(()),
        }
    }
}

/// The key of a post by its first id.
pub(super) fn key(first: Id) -> PostKey {
    PostKey::of(Network::X, &first.to_string())
}
