//! Looking again at what was brought: edits and deletions that nobody told us of. A suspended account's posts, and those
//! deleted while the stream was closed, are found only so.

use std::collections::{HashSet, VecDeque};

use super::{
    asking::Halt,
    bringing::Bringing,
    rest::{Api, LOOK_AT_ONCE},
    status::{Numbered, elements},
    trouble::Trouble,
};

/// Posts that are looked at again: more than any wall and console show.
const LAST: usize = 200;

/// What is still to be looked at, in small steps, since a server allows few requests.
#[derive(Debug, Default)]
pub(super) struct Recheck {
    due: Vec<String>,
    /// Left out of a list of many. Only a server that says of the very post that it is gone is believed: others leave
    /// posts out of lists because they cannot list, or because they are busy.
    suspects: VecDeque<String>,
}

impl Recheck {
    pub(super) fn is_done(&self) -> bool {
        self.due.is_empty() && self.suspects.is_empty()
    }

    /// Starts anew, once the round before is finished.
    pub(super) fn fill(&mut self, bringing: &Bringing) {
        if self.is_done() {
            self.due = bringing.last(LAST);
        }
    }

    /// Makes one request, if there is anything to look at.
    pub(super) async fn step(&mut self, api: &Api, bringing: &Bringing) -> Result<(), Halt> {
        if let Some(id) = self.suspects.pop_front() {
            return one(&id, api, bringing).await;
        }
        let ids: Vec<_> = self.due.drain(..self.due.len().min(LOOK_AT_ONCE)).collect();
        if ids.is_empty() {
            return Ok(());
        }
        let list = match api.statuses(&ids).await {
            Ok(list) => list,
            // Before 4.3 nobody could ask for many, and others still answer that in their own ways.
            Err(Trouble::Missing | Trouble::Failed(_)) => Vec::new(),
            Err(Trouble::Denied(_)) => return Ok(()),
            Err(trouble) => return Err(trouble.into()),
        };
        let there = elements(&list).unwrap_or_default();
        let numbers: HashSet<String> = there.iter().filter_map(|status| Numbered::read(status)).collect();
        self.suspects.extend(ids.into_iter().filter(|id| !numbers.contains(id)));
        let found = there.iter().filter_map(|status| bringing.read(status).found).collect();
        Ok(bringing.bring(found, None).await?)
    }
}

async fn one(id: &str, api: &Api, bringing: &Bringing) -> Result<(), Halt> {
    let found = match api.status(id).await {
        Ok(status) => bringing.read(&status).found,
        Err(Trouble::Missing) => bringing.deleted(id),
        Err(Trouble::Denied(_)) => None,
        Err(trouble) => return Err(trouble.into()),
    };
    Ok(bringing.bring(found.into_iter().collect(), None).await?)
}
