//! Who wrote the posts: asked for in batches, remembered for a while.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    future::pending,
    time::Duration,
};

use reqwest::{Client, Url};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep_until},
};

use super::{
    fetch::{AT_ONCE, NoAnswer, profiles},
    profile::Profile,
    settings::Settings,
};
use crate::{clock::jitter, domain::At, sources::backoff::Backoff};

/// Accounts remembered, and accounts waiting for an answer. A summit has some thousands.
const LIMIT: usize = 20_000;

/// What is known about accounts.
pub(super) struct Authors {
    client: Client,
    appview: Url,
    gather: Duration,
    age: i64,
    known: HashMap<String, Known>,
    batches: VecDeque<Vec<String>>,
    /// All that is in the batches or being asked for.
    waiting: HashSet<String>,
    /// When the first batch goes although it is not full.
    due: Instant,
    /// When the network may be asked again after it gave no answer.
    calm: Instant,
    asking: JoinSet<Answered>,
    backoff: Backoff,
}

struct Known {
    /// `None`: the network does not show this account.
    profile: Option<Profile>,
    at: At,
}

/// An answer, or none, to a batch.
pub(super) struct Answered {
    dids: Vec<String>,
    answer: Result<Vec<(String, Profile)>, NoAnswer>,
}

/// What was learnt about an account.
#[derive(Debug, PartialEq)]
pub(super) struct Learnt {
    pub did: String,
    pub profile: Option<Profile>,
    /// Whether it says something new about who they are.
    pub is_news: bool,
}

impl Authors {
    pub fn new(client: Client, settings: &Settings) -> Self {
        Self {
            client,
            appview: settings.appview.clone(),
            gather: settings.gather_authors,
            age: i64::try_from(settings.author_age.as_millis()).unwrap_or(i64::MAX),
            known: HashMap::new(),
            batches: VecDeque::new(),
            waiting: HashSet::new(),
            due: Instant::now(),
            calm: Instant::now(),
            asking: JoinSet::new(),
            backoff: Backoff::exponential(settings.first_pause, settings.longest_pause),
        }
    }

    /// What is known, which may be old; what is old or unknown is asked for.
    pub fn get(&mut self, did: &str, now: At) -> Option<&Profile> {
        let is_fresh = self.known.get(did).is_some_and(|known| now.since(known.at) < self.age);
        if !is_fresh {
            self.ask(did);
        }
        self.known.get(did).and_then(|known| known.profile.as_ref())
    }

    /// Whether there will be an answer about this account.
    pub fn awaits(&self, did: &str) -> bool {
        self.waiting.contains(did)
    }

    /// Asks for an account, known or not.
    pub fn ask(&mut self, did: &str) {
        if self.waiting.len() >= LIMIT || !self.waiting.insert(did.to_owned()) {
            return;
        }
        if self.batches.is_empty() {
            self.due = Instant::now() + self.gather;
        }
        match self.batches.back_mut().filter(|batch| batch.len() < AT_ONCE) {
            Some(batch) => batch.push(did.to_owned()),
            None => self.batches.push_back(vec![did.to_owned()]),
        }
    }

    /// Asks when it is time, and returns with the next answer. Dropping it loses nothing.
    pub async fn answered(&mut self) -> Answered {
        loop {
            if self.asking.is_empty() {
                match self.batches.front().map(Vec::len) {
                    None => pending().await,
                    Some(AT_ONCE) => sleep_until(self.calm).await,
                    Some(_) => sleep_until(self.due.max(self.calm)).await,
                }
                self.send();
            }
            if let Some(Ok(answered)) = self.asking.join_next().await {
                return answered;
            }
        }
    }

    fn send(&mut self) {
        let Some(dids) = self.batches.pop_front() else { return };
        let (client, appview) = (self.client.clone(), self.appview.clone());
        self.asking.spawn(async move {
            let answer = profiles(&client, &appview, &dids).await;
            Answered { dids, answer }
        });
    }

    /// Takes an answer in.
    pub fn learn(&mut self, answered: Answered, now: At) -> Vec<Learnt> {
        let Answered { dids, answer } = answered;
        match answer {
            Ok(profiles) => {
                self.backoff.reset();
                self.take(dids, profiles.into_iter().collect(), now)
            }
            Err(NoAnswer::Refused) if dids.len() == 1 => self.take(dids, HashMap::new(), now),
            Err(NoAnswer::Refused) => {
                self.batches.extend(dids.into_iter().map(|did| vec![did]));
                Vec::new()
            }
            Err(NoAnswer::Later { why, wait }) => {
                let pause = jitter(self.backoff.failed()).max(wait);
                tracing::debug!(why, "{} tells nobody's name now: {why}", self.appview);
                self.calm = Instant::now() + pause;
                self.batches.push_front(dids);
                Vec::new()
            }
        }
    }

    fn take(&mut self, dids: Vec<String>, mut told: HashMap<String, Profile>, now: At) -> Vec<Learnt> {
        if self.known.len() + dids.len() > LIMIT {
            self.known.clear();
        }
        let learn = |did: String| {
            self.waiting.remove(&did);
            let profile = told.remove(&did);
            let known = Known { profile: profile.clone(), at: now };
            let before = self.known.insert(did.clone(), known).and_then(|known| known.profile);
            Learnt { is_news: is_news(before.as_ref(), profile.as_ref()), did, profile }
        };
        dids.into_iter().map(learn).collect()
    }
}

/// Followers come and go all the time; a name that changes is news.
fn is_news(before: Option<&Profile>, now: Option<&Profile>) -> bool {
    let name = |profile: &Profile| {
        (profile.author.name.clone(), profile.author.handle.clone(), profile.author.avatar_url.clone())
    };
    now.is_some() && now.map(name) != before.map(name)
}
