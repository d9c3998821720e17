//! Steps, decided one after the other as the pipeline decides them.

use std::collections::HashMap;

use backchannel::{
    domain::{Actor, At, Entry, Event, PostKey, Seq},
    hub::Message,
    pipeline::{Ask, Batch, Input},
    projections::State,
    screens::frames::{Messages, RingKey},
};

use super::{
    conference::{STARTS, opening},
    steps::Step,
};

/// A conference as it went.
#[derive(Default)]
pub struct Run {
    /// Before the first entry, and after each.
    pub states: Vec<State>,
    pub entries: Vec<Entry>,
    pub messages: HashMap<RingKey, Vec<Message>>,
    /// As [`Batch::owed`].
    pub owed: Vec<(Vec<PostKey>, Seq, Vec<Seq>)>,
    rings: Vec<RingKey>,
}

impl Run {
    /// An opened conference, watched through these rings.
    pub fn watched(rings: Vec<RingKey>) -> Self {
        let mut run = Self { states: vec![State::default()], rings, ..Self::default() };
        for (n, event) in opening().into_iter().enumerate() {
            run.take(Input::Fact(Box::new(event)), STARTS, n);
        }
        run
    }

    pub fn of(steps: &[Step]) -> Self {
        Self::watched(Vec::new()).then(steps)
    }

    /// The conference goes on.
    pub fn then(mut self, steps: &[Step]) -> Self {
        for step in steps {
            let at = self.state().at.plus(step.minutes() * At::MINUTE);
            let n = usize::try_from(self.state().head.0).expect("a short log");
            if let Some(input) = step.input(n, at) {
                self.take(input, at, n);
            }
        }
        self
    }

    /// The conference as it stands, watched through these rings from here on.
    pub fn watching(self, rings: Vec<RingKey>) -> Self {
        let state = self.state().clone();
        Self { states: vec![state], entries: Vec::new(), messages: HashMap::new(), owed: Vec::new(), rings }
    }

    pub fn state(&self) -> &State {
        self.states.last().expect("the state before the first entry")
    }

    fn take(&mut self, input: Input, at: At, n: usize) {
        let actor = match &input {
            Input::Command(_, caller) => caller.actor(),
            _ => Actor::System,
        };
        let mut batch = Batch::on(self.state().clone(), Messages::for_rings(self.rings.clone()));
        batch.take(Ask { actor, inputs: vec![input], key: Some(format!("key-{n}")), at: Some(at) }, at);
        let Batch { next, messages, drafts, owed } = batch;
        for (ring, messages) in messages.into_batch() {
            self.messages.entry(ring).or_default().extend(messages);
        }
        self.owed.extend(owed);
        for draft in drafts {
            self.entries.push(Entry::new(next.head, draft));
            self.states.push(next.clone());
        }
    }

    /// The log as it reads once everything that withdrawals owe is taken out.
    pub fn redacted(&self) -> Vec<Entry> {
        let gone: Vec<Seq> = self.owed.iter().flat_map(|(_, _, entries)| entries.iter().copied()).collect();
        let redact = |entry: &Entry| match gone.contains(&entry.seq) {
            true => Entry { event: Event::Redacted, ..entry.clone() },
            false => entry.clone(),
        };
        self.entries.iter().map(redact).collect()
    }
}

/// The state that follows from a log, read from its bytes.
pub fn folded(entries: &[Entry]) -> State {
    let mut state = State::default();
    for entry in entries {
        let stored = serde_json::to_string(entry).expect("entries are plain values");
        state.apply(&serde_json::from_str(&stored).expect("an entry reads as it was written"));
    }
    state
}

pub fn bytes(state: &State) -> String {
    serde_json::to_string(state).expect("a state is plain values")
}
