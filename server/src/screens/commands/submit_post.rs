use serde::Deserialize;

use super::{Action, Caller, body, caller};
use crate::{
    domain::{
        Arrival, Author, Event, HoldReason, Network, Post, Refusal, SessionId, Verdict,
        present::{Present as _, Standing},
        text::{self, clean_line},
    },
    projections::State,
};

/// Longest text of the room form, in characters: what fits a card of the wall whole.
const TEXT_LIMIT: usize = 500;

/// Says something from the room form, without an account. It waits for review.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubmitPost {
    session: SessionId,
    text: String,
    name: Option<String>,
    #[serde(default, deserialize_with = "body::number")]
    table: Option<u16>,
    /// Drawn by the server for each form that comes in.
    #[serde(skip)]
    id: String,
}

impl SubmitPost {
    /// Gives the post the native id it will have on the network `room`.
    pub fn numbered(&mut self, id: String) {
        self.id = id;
    }

    #[must_use]
    pub fn session(&self) -> &SessionId {
        &self.session
    }
}

impl Action for SubmitPost {
    fn decide(&self, state: &State, caller: &Caller) -> Result<Event, Refusal> {
        caller::session(state, &self.session)?;
        let text = body::filled("text", &self.text, TEXT_LIMIT)?;
        if self.table.is_some_and(|table| !(1..=999).contains(&table)) {
            return Err(Refusal::invalid("table", "Tables are numbered from 1 to 999."));
        }
        let post = Post::new(Network::ROOM, self.id.clone(), self.author(), text, caller.at);
        let post = Post { table: self.table, ..post };
        let arrival = Arrival {
            verdict: verdict(&post, state),
            post,
            sessions: vec![self.session.clone()],
            into: None,
            absorbs: Vec::new(),
            themes: Vec::new(),
            featured: Vec::new(),
        };
        Ok(Event::PostArrived(Box::new(arrival)))
    }
}

fn verdict(post: &Post, state: &State) -> Verdict {
    if state.standing(post.author_key()) == Standing::Blocked || state.leads_astray(post) {
        return Verdict::Hidden;
    }
    Verdict::Held(if state.words().catches(post) { HoldReason::Word } else { HoldReason::New })
}

impl SubmitPost {
    /// A table is one author. A name is whatever was typed. Nobody says who they are: each such post is its own author.
    fn author(&self) -> Author {
        let name = self.name.as_deref().map(clean_line).filter(|name| !name.is_empty());
        let (id, shown) = match (self.table, &name) {
            (Some(table), None) => (format!("table-{table}"), format!("Table {table}")),
            (_, Some(name)) => (format!("name-{}", text::fold_tag(name)), name.clone()),
            (None, None) => (format!("form-{}", self.id), String::new()),
        };
        Author { id: Some(id), handle: String::new(), name: shown, avatar_url: None, followers: None }
    }
}
