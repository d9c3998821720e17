//! Idempotency keys of the last 24 hours: the same key twice acts once.

use imbl::OrdMap;
use serde::Serialize;

use crate::domain::{Act, At, Entry, Seq};

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Keys {
    acts: OrdMap<String, Act>,
    by_age: OrdMap<Seq, String>,
}

impl Keys {
    #[must_use]
    pub fn act(&self, key: &str) -> Option<&Act> {
        self.acts.get(key)
    }

    pub(super) fn apply(&mut self, entry: &Entry) {
        while let Some((seq, key)) = self.by_age.get_min().cloned() {
            let old = self.acts.get(&key).is_some_and(|act| entry.at.since(act.at) > At::DAY);
            if !old {
                break;
            }
            self.acts.remove(&key);
            self.by_age.remove(&seq);
        }
        if let Some(key) = &entry.key {
            self.acts.insert(key.clone(), entry.act());
            self.by_age.insert(entry.seq, key.clone());
        }
    }
}
