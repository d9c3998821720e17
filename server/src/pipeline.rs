//! The one loop. A post, a command, a withdrawal: each is decided on the present, numbered, made durable, and only then
//! seen.
//!
//! The loop owns the state. It drains its queue and decides each input on `next`, the state with all earlier inputs of
//! the batch applied. The batch goes to the log in one transaction. Then `next` is published, frames go out and *all*
//! callers are answered, refusals and duplicates too, because those rest on the state as well. A commit that fails
//! drops `next`, and nothing has happened. Pages never wait for the loop: they load what it published last.

use std::sync::Arc;

use arc_swap::ArcSwap;
use tokio::sync::{mpsc, oneshot};

use crate::{
    clock::{Clock, steady},
    domain::{Act, Actor, At, AuthorKey, Draft, Entry, Event, Post, PostKey, Refusal, Seq},
    filter::{self, Judgement},
    hub::Hub,
    log::{Append, Log},
    projections::State,
    screens::{
        commands::{Caller, Command},
        frames::{Messages, RingKey},
        views::post_id,
    },
    telemetry::Heard,
};

/// What can come in.
#[derive(Debug)]
pub enum Input {
    /// A source or a program brought a post: new, changed, or known.
    Post(Box<Post>),
    /// Its author took it back, on the network.
    Withdrawal(PostKey),
    /// The network took an account down: all of its posts go.
    AuthorGone(AuthorKey),
    /// A person acts.
    Command(Box<Command>, Caller),
    /// Somebody opens an invitation link; the cookie is what their device will show.
    Join { invitation: String, cookie: String },
    /// The server records what it knows itself: a seed, a rehearsal's bracket, a token.
    Fact(Box<Event>),
}

/// What became of an input.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    Recorded(Seq, Recorded),
    /// It is here already, unchanged.
    Duplicate,
    /// It is none of ours.
    Ignored,
    /// The same idempotency key acted before.
    Repeated(Act),
}

/// What kind of entry was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    Arrival,
    Edit,
    Other,
}

pub type Answer = Result<Outcome, Refusal>;

/// Inputs that are decided one after the other and answered together.
#[derive(Debug)]
pub struct Ask {
    pub actor: Actor,
    pub inputs: Vec<Input>,
    /// The caller's idempotency key.
    pub key: Option<String>,
    /// When it happened, for a rehearsal that tells its morning at once; else the clock says.
    pub at: Option<At>,
}

impl Ask {
    fn posts(&self) -> impl Iterator<Item = &Post> {
        self.inputs.iter().filter_map(|input| match input {
            Input::Post(post) => Some(post.as_ref()),
            _ => None,
        })
    }
}

type Waiting = (Ask, oneshot::Sender<Vec<Answer>>);

/// How many asks one transaction takes. Enough for a flood, and few enough that nobody waits long for a commit.
const BATCH: usize = 1_024;
/// Asks that may wait for the loop. Beyond it sources wait in turn, which is what their networks buffer for.
const QUEUE: usize = 4_096;

/// The way in to the loop, and the state it published last.
#[derive(Clone)]
pub struct Pipeline {
    asks: mpsc::Sender<Waiting>,
    published: Arc<ArcSwap<State>>,
}

impl Pipeline {
    /// The state after everything that was acknowledged so far.
    #[must_use]
    pub fn state(&self) -> Arc<State> {
        self.published.load_full()
    }

    /// Has inputs decided; answers once they are durable and visible, one answer an input.
    ///
    /// # Errors
    /// [`Refusal::Unavailable`] while the server is stopping. Refusals of single inputs stand in the answers.
    pub async fn ask(&self, ask: Ask) -> Result<Vec<Answer>, Refusal> {
        self.send(ask).await?.await.map_err(|_| stopping())
    }

    /// Puts inputs into the queue and does not wait: whoever has many sends them all, then reads the answers.
    ///
    /// # Errors
    /// As [`ask`](Self::ask).
    pub async fn send(&self, ask: Ask) -> Result<oneshot::Receiver<Vec<Answer>>, Refusal> {
        let (answer, answered) = oneshot::channel();
        self.asks.send((ask, answer)).await.map_err(|_| stopping())?;
        Ok(answered)
    }

    /// Has one input decided.
    ///
    /// # Errors
    /// The refusal of that input.
    pub async fn tell(&self, actor: Actor, input: Input) -> Answer {
        let answers = self.ask(Ask { actor, inputs: vec![input], key: None, at: None }).await?;
        answers.into_iter().next().expect("one answer an input")
    }
}

fn stopping() -> Refusal {
    Refusal::Unavailable("the server is stopping".into())
}

/// Starts the loop on a folded state. It ends, with everything it took in committed, when the last [`Pipeline`] is gone.
pub fn start<L: Log>(
    log: Arc<L>,
    hub: Arc<Hub<RingKey>>,
    clock: Clock,
    heard: Heard,
    folded: State,
) -> (Pipeline, tokio::task::JoinHandle<()>) {
    let (asks, queue) = mpsc::channel(QUEUE);
    let published = Arc::new(ArcSwap::from_pointee(folded));
    let pipeline = Pipeline { asks, published: Arc::clone(&published) };
    let stage = Stage { log, hub, clock, heard, published };
    (pipeline, tokio::spawn(stage.run(queue)))
}

struct Stage<L> {
    log: Arc<L>,
    hub: Arc<Hub<RingKey>>,
    clock: Clock,
    heard: Heard,
    published: Arc<ArcSwap<State>>,
}

impl<L: Log> Stage<L> {
    async fn run(self, mut queue: mpsc::Receiver<Waiting>) {
        let mut waiting = Vec::with_capacity(BATCH);
        while queue.recv_many(&mut waiting, BATCH).await > 0 {
            self.turn(waiting.drain(..)).await;
        }
    }

    /// One turn of the loop: decide, number, make durable, publish, answer.
    async fn turn(&self, waiting: impl Iterator<Item = Waiting>) {
        let now = self.clock.now();
        let before = self.published.load_full();
        let mut batch = Batch::on(State::clone(&before), Messages::for_rings(self.hub.wanted(steady())));
        let answers: Vec<_> = waiting
            .map(|(ask, answer)| {
                ask.posts().for_each(|post| self.heard.note(&post.network, ask.at.unwrap_or(now)));
                (answer, batch.take(ask, now))
            })
            .collect();
        let Batch { next, messages, drafts, owed } = batch;
        let failed = if drafts.is_empty() { None } else { self.commit(before.head, drafts).await.err() };
        if failed.is_none() {
            // The snapshot first: a reader that fell off its ring must find one that is new enough.
            let head = next.head;
            self.published.store(Arc::new(next));
            self.hub.publish(head, messages.into_batch());
            self.take_back(owed).await;
        }
        for (answer, answers) in answers {
            let answers = match &failed {
                None => answers,
                Some(why) => vec![Err(Refusal::Unavailable(why.clone())); answers.len()],
            };
            // A caller that went away meanwhile needs no answer.
            let _ = answer.send(answers);
        }
    }

    async fn commit(&self, after: Seq, drafts: Vec<Draft>) -> Result<(), String> {
        let upto = Seq(after.0 + drafts.len() as u64);
        let why = match self.log.append(after, drafts).await {
            Append::UpTo(reached) if reached == upto => return Ok(()),
            // This process owns the log: nobody else moves it, and it takes a batch whole.
            Append::UpTo(reached) | Append::Moved(reached) => {
                format!("the log stands at entry {reached} where {upto} was expected; restart the server")
            }
            Append::Failed(error) => error.to_string(),
        };
        tracing::error!(
            entries.first = after.0 + 1,
            entries.last = upto.0,
            why,
            "the log took no batch: {why}"
        );
        Err(why)
    }

    /// Takes withdrawn words out of the rings and out of the log's files.
    async fn take_back(&self, owed: Vec<(Vec<PostKey>, Seq, Vec<Seq>)>) {
        let mut entries = Vec::new();
        for (posts, withdrawn, words) in owed {
            posts.into_iter().for_each(|post| self.hub.forget(&post_id(post), withdrawn));
            entries.extend(words);
        }
        if entries.is_empty() {
            return;
        }
        let count = entries.len();
        if let Err(error) = self.log.redact(entries).await {
            // Start looks for what is owed, so a restart makes it good.
            tracing::error!(entries = count, %error, "withdrawn words could not be taken out of the log yet: {error}");
        }
    }
}

/// A batch in the making. Whoever checks what the loop decides can fill one without a log.
pub struct Batch {
    pub next: State,
    pub messages: Messages,
    pub drafts: Vec<Draft>,
    /// Posts that leave, the entry that took them away, and the entries that hold their words.
    pub owed: Vec<(Vec<PostKey>, Seq, Vec<Seq>)>,
}

impl Batch {
    #[must_use]
    pub fn on(next: State, messages: Messages) -> Self {
        Self { next, messages, drafts: Vec::new(), owed: Vec::new() }
    }

    /// Decides an ask's inputs, each on the state that the one before left; one answer an input.
    pub fn take(&mut self, ask: Ask, now: At) -> Vec<Answer> {
        if let Some(act) = ask.key.as_ref().and_then(|key| self.next.keys.act(key)) {
            return vec![Ok(Outcome::Repeated(act.clone())); ask.inputs.len()];
        }
        let Ask { actor, inputs, mut key, at } = ask;
        // Times in the log never go back, whatever the machine's clock does.
        let at = at.unwrap_or(now).max(self.next.at);
        inputs
            .into_iter()
            .map(|input| {
                let event = match input.decide(&self.next, at) {
                    Ok(Decision::Record(event)) => event,
                    Ok(Decision::Leave(outcome)) => return Ok(outcome),
                    Err(refusal) => return Err(refusal),
                };
                let draft = Draft { at, actor: actor.clone(), key: key.take(), event };
                Ok(self.record(draft))
            })
            .collect()
    }

    fn record(&mut self, draft: Draft) -> Outcome {
        let entry = Entry::new(self.next.head.next(), draft.clone());
        let leaving = self.next.leaving(&entry.event);
        if !leaving.is_empty() {
            let words = self.next.words_taken_back(&entry.event);
            self.owed.push((leaving.into_iter().collect(), entry.seq, words));
        }
        if self.messages.is_wanted() {
            let before = self.next.clone();
            self.next.apply(&entry);
            self.messages.add(&entry, &before, &self.next);
        } else {
            self.next.apply(&entry);
        }
        self.drafts.push(draft);
        Outcome::Recorded(entry.seq, recorded(&entry.event))
    }
}

enum Decision {
    Record(Event),
    Leave(Outcome),
}

impl Input {
    fn decide(self, state: &State, at: At) -> Result<Decision, Refusal> {
        match self {
            Self::Post(post) => Ok(match filter::judge(*post, at, state) {
                Judgement::Fact(event) => Decision::Record(event),
                Judgement::Duplicate => Decision::Leave(Outcome::Duplicate),
                Judgement::Ignored => Decision::Leave(Outcome::Ignored),
            }),
            Self::Withdrawal(post) if state.content.posts.is_withdrawn(post) => {
                Ok(Decision::Leave(Outcome::Duplicate))
            }
            Self::Withdrawal(post) => Ok(Decision::Record(Event::PostWithdrawn { post })),
            Self::AuthorGone(author) => {
                let posts: Vec<_> = state.by_author(author).into_iter().collect();
                Ok(match posts.is_empty() {
                    true => Decision::Leave(Outcome::Ignored),
                    false => Decision::Record(Event::AuthorWithdrawn { author, posts }),
                })
            }
            Self::Command(command, caller) => {
                command.decide(state, &Caller { at, ..caller }).map(Decision::Record)
            }
            Self::Join { invitation, cookie } => {
                state.people.join(&invitation, &cookie).map(Decision::Record)
            }
            Self::Fact(event) => Ok(Decision::Record(*event)),
        }
    }
}

fn recorded(event: &Event) -> Recorded {
    match event {
        Event::PostArrived(_) => Recorded::Arrival,
        Event::PostEdited { .. } => Recorded::Edit,
        _ => Recorded::Other,
    }
}

/// Folds a log from its start, and takes back words whose withdrawal was recorded but not finished.
///
/// # Errors
/// When the log cannot be read: damage is named with its entry, and the start must stop.
pub async fn fold<L: Log>(log: &L) -> Result<State, crate::log::LogError> {
    /// Entries read at once: a few megabytes.
    const PAGE: usize = 8_192;
    let mut state = State::default();
    let mut owed = Vec::new();
    loop {
        let page = log.read_from(state.head, PAGE).await?;
        if page.is_empty() {
            break;
        }
        for entry in page {
            owed.extend(state.words_taken_back(&entry.event));
            state.apply(&entry);
        }
    }
    if !owed.is_empty() {
        tracing::warn!(
            entries = owed.len(),
            "finishing a withdrawal that was cut off: {} entries",
            owed.len()
        );
        log.redact(owed).await?;
    }
    Ok(state)
}
