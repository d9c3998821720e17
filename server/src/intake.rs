//! From the sources to the pipeline: starts sources and carries what they find.

use std::{sync::Arc, time::Duration};

use tokio::{sync::mpsc, task::JoinHandle};

use crate::{
    clock::Clock,
    domain::{Actor, AuthorKey, Event, PostKey},
    pipeline::{Ask, Input, Pipeline},
    sources::{Batch, Board, Found, Holdings, Outlet, Source},
};

/// Batches that may wait. Beyond it a source waits, which is what its upstream buffers for.
const QUEUE: usize = 64;
/// How long to wait when the log takes nothing.
const AGAIN: Duration = Duration::from_secs(2);

/// Starts sources. They stop when their task is aborted or the pipeline ends.
pub fn start(
    sources: Vec<Box<dyn Source>>,
    pipeline: &Pipeline,
    board: &Board,
    clock: &Clock,
) -> Vec<JoinHandle<()>> {
    let (batches, found) = mpsc::channel(QUEUE);
    let state = pipeline.state();
    let mut tasks = vec![tokio::spawn(carry(found, pipeline.clone()))];
    for source in sources {
        let name = source.name();
        board.enter(name.clone(), source.network(), clock.now());
        let place = state.places.of(&name).map(str::to_owned);
        let tags = state.programme.conference().followed_tags();
        let outlet = Outlet::new(name, place, tags, batches.clone(), board.clone(), clock.clone());
        let outlet = outlet.beside(Arc::new(pipeline.clone()));
        tasks.push(tokio::spawn(source.run(outlet)));
    }
    tasks
}

/// A rehearsal puts posts aside; people may take these back all the same.
impl Holdings for Pipeline {
    fn holds(&self, post: PostKey) -> bool {
        self.state().all_posts().any(|posts| posts.get(post).is_some())
    }

    fn holds_some_of(&self, author: AuthorKey) -> bool {
        self.state().all_posts().any(|posts| posts.by_author(author).next().is_some())
    }
}

async fn carry(mut found: mpsc::Receiver<Batch>, pipeline: Pipeline) {
    while let Some(Batch { source, found, place, done }) = found.recv().await {
        let reached = place.map(|place| Event::SourceReached { source: source.clone(), place });
        loop {
            let fact = reached.clone().map(|reached| Input::Fact(Box::new(reached)));
            let inputs = found.iter().cloned().map(input).chain(fact).collect();
            let ask = Ask { actor: Actor::Source(source.clone()), inputs, key: None, at: None };
            let Ok(answers) = pipeline.ask(ask).await else { return };
            if answers.iter().all(Result::is_ok) {
                break;
            }
            // The disk is full, say. The source waits with us, its place stays, and nothing is lost.
            tokio::time::sleep(AGAIN).await;
        }
        // A source that was stopped meanwhile needs no word.
        let _ = done.send(());
    }
}

fn input(found: Found) -> Input {
    match found {
        Found::Post(post) => Input::Post(post),
        Found::Withdrawal(post) => Input::Withdrawal(post),
        Found::AuthorGone(author) => Input::AuthorGone(author),
        Found::Author(network, author) => {
            Input::Fact(Box::new(Event::AuthorDescribed { network, author: *author }))
        }
    }
}
