use serde::Deserialize;

use super::{Action, Caller};
use crate::{
    domain::{
        Event, PostKey, Refusal,
        hosts::{and_above, host, hosts},
        present::Present as _,
    },
    projections::State,
};

/// Hides every post that leads to a domain or takes media from it, in the whole conference, now and later.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockDomain {
    domain: String,
}

impl Action for BlockDomain {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller.must_moderate()?;
        let domain = host(self.domain.trim())
            .ok_or_else(|| Refusal::invalid("domain", "This is no domain. Write one like spam.example."))?;
        if state.blocks_host(&domain) {
            return Err(caller.nothing_to_do(state));
        }
        Ok(Event::DomainBlocked { posts: leading_to(&domain, state), domain })
    }
}

fn leading_to(domain: &str, state: &State) -> Vec<PostKey> {
    let leads = |host: String| and_above(&host).any(|host| host == domain);
    let posts = state.content.posts.iter().filter(|placed| hosts(&placed.post).any(leads));
    posts.map(|placed| placed.key()).collect()
}
