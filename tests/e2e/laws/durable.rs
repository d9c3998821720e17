//! The laws once more through the running loop, its log on disk and its rings.

use std::sync::Arc;

use backchannel::{
    clock::Clock,
    domain::{Actor, Seq},
    hub::{Gathered, Hub, Limits},
    log::{Log as _, Sqlite},
    pipeline::{self, Ask, Input, Pipeline},
    projections::State,
    screens::frames::RingKey,
    telemetry::Heard,
};
use proptest::prelude::*;

use super::{
    cases,
    conference::{STARTS, opening},
    pages::rings,
    run::{Run, bytes, folded},
    steps::{Step, steps},
    withdrawal::{holds, taken_back},
};

/// Everything at once, in one batch or a few.
async fn tell(pipeline: &Pipeline, clock: &Clock, steps: &[Step]) {
    let facts = opening().into_iter().map(|event| Input::Fact(Box::new(event)));
    pipeline.ask(ask(Actor::System, facts.collect())).await.expect("the loop runs");
    let mut answers = Vec::new();
    for (n, step) in steps.iter().enumerate() {
        clock.advance(step.minutes() * 60_000);
        let Some(input) = step.input(n, clock.now()) else { continue };
        let actor = if let Input::Command(_, caller) = &input { caller.actor() } else { Actor::System };
        answers.push(pipeline.send(ask(actor, vec![input])).await.expect("the loop runs"));
    }
    for answer in answers {
        answer.await.expect("every ask is answered");
    }
}

fn ask(actor: Actor, inputs: Vec<Input>) -> Ask {
    Ask { actor, inputs, key: None, at: None }
}

/// All that a reader of this ring can still be given.
fn held(hub: &Hub<RingKey>, ring: &RingKey, head: Seq) -> Vec<bytes::Bytes> {
    let mut reader = hub.reader(ring.clone());
    let oldest = (0..=head.0).find(|since| reader.resume(Seq(*since)));
    assert!(oldest.is_some(), "a ring serves at least its head");
    match reader.gathered() {
        Gathered::Some { messages, .. } => messages,
        Gathered::Fallen => Vec::new(),
    }
}

async fn law(steps: &[Step]) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().expect("a folder");
    let log = Arc::new(Sqlite::open(folder.path().join("log.sqlite"), || "a-log".into()).expect("a log"));
    let (hub, clock) = (Arc::new(Hub::new(Seq(0), Limits::default())), Clock::manual(STARTS));
    let rings = rings("en");
    let readers: Vec<_> = rings.iter().map(|ring| hub.reader(ring.clone())).collect();
    let (pipeline, _running) = pipeline::start(
        Arc::clone(&log),
        Arc::clone(&hub),
        clock.clone(),
        Heard::default(),
        State::default(),
    );
    tell(&pipeline, &clock, steps).await;
    let state = pipeline.state();
    let entries = log.read_from(Seq(0), 10_000).await.expect("a page of the log");
    prop_assert_eq!(bytes(&folded(&entries)), bytes(&state));
    let stored = serde_json::to_string(&entries).expect("entries are plain values");
    for (word, _) in taken_back(&Run::of(steps), steps) {
        prop_assert!(!stored.contains(&word), "the log holds {}", word);
        for ring in &rings {
            let messages = held(&hub, ring, state.head);
            prop_assert!(!messages.iter().any(|message| holds(message, &word)), "{:?} holds {}", ring, word);
        }
    }
    drop(readers);
    Ok(())
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn the_log_on_disk_and_the_rings_keep_the_laws(steps in steps(50)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(law(&steps))?;
    }
}
