//! Whatever happens in whatever order, a reader has everything up to its cursor or is told that it has not.

use proptest::prelude::*;

use super::*;

/// One thing that happens, in the words of the pipeline and of a screen.
#[derive(Clone, Debug)]
enum Step {
    /// The pipeline lists the rings it is going to render.
    Render,
    /// It publishes entries; those that are true have a message for the ring.
    Publish(Vec<bool>),
    Open,
    Gather(usize),
    /// A screen goes away and comes back with its own cursor.
    Reconnect(usize),
    Leave(usize),
    Later(i64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        Just(Step::Render),
        prop::collection::vec(any::<bool>(), 0..4).prop_map(Step::Publish),
        Just(Step::Open),
        any::<usize>().prop_map(Step::Gather),
        any::<usize>().prop_map(Step::Gather),
        any::<usize>().prop_map(Step::Reconnect),
        any::<usize>().prop_map(Step::Leave),
        (0..90_000_i64).prop_map(Step::Later),
    ]
}

/// A screen and the numbers of the messages that it shows the effects of.
struct Screen {
    reader: Reader,
    view: Vec<u64>,
}

struct World {
    hub: Hub<&'static str>,
    rendered: Vec<&'static str>,
    now: i64,
    head: u64,
    /// The numbers of all entries that have a message.
    truth: Vec<u64>,
    screens: Vec<Screen>,
}

impl World {
    fn new() -> Self {
        let hub = Hub::new(Seq(0), Limits { messages: 6, bytes: 1_000 });
        Self { hub, rendered: vec![], now: 0, head: 0, truth: vec![], screens: vec![] }
    }

    fn take(&mut self, step: Step) {
        match step {
            Step::Render => self.rendered = self.hub.wanted(self.now),
            Step::Publish(entries) => self.publish(&entries),
            Step::Open => self.screens.push(Screen { reader: self.hub.reader("wall"), view: vec![] }),
            Step::Later(millis) => self.now += millis,
            Step::Leave(which) => drop(pick(which, &self.screens).map(|at| self.screens.swap_remove(at))),
            Step::Gather(which) => pick(which, &self.screens).into_iter().for_each(|at| self.gather(at)),
            Step::Reconnect(which) => {
                pick(which, &self.screens).into_iter().for_each(|at| self.reconnect(at));
            }
        }
    }

    fn publish(&mut self, entries: &[bool]) {
        let first = self.head + 1;
        self.head += entries.len() as u64;
        let told: Vec<u64> = (first..).zip(entries).filter(|(_, told)| **told).map(|(seq, _)| seq).collect();
        let messages: Vec<_> = told.iter().map(|seq| message(*seq, &seq.to_string())).collect();
        self.truth.extend(told);
        let batch = self.rendered.drain(..).map(|key| (key, messages.clone())).collect();
        self.hub.publish(Seq(self.head), batch);
    }

    fn gather(&mut self, at: usize) {
        let truth = self.up_to(self.head);
        let screen = &mut self.screens[at];
        match screen.reader.gathered() {
            Gathered::Some { messages, .. } => {
                screen.view.extend(texts(messages).iter().map(|text| text.parse::<u64>().unwrap()));
            }
            Gathered::Fallen => {
                screen.reader.reset(Seq(self.head), Bytes::new);
                screen.view = truth;
            }
        }
        let cursor = self.screens[at].reader.cursor().0;
        assert_eq!(self.screens[at].view, self.up_to(cursor), "at {cursor}");
    }

    fn reconnect(&mut self, at: usize) {
        let since = self.screens[at].reader.cursor();
        let mut reader = self.hub.reader("wall");
        if !reader.resume(since) {
            reader.reset(Seq(self.head), Bytes::new);
            self.screens[at].view = self.up_to(self.head);
        }
        self.screens[at].reader = reader;
    }

    fn up_to(&self, seq: u64) -> Vec<u64> {
        self.truth.iter().copied().filter(|told| *told <= seq).collect()
    }
}

fn pick(which: usize, screens: &[Screen]) -> Option<usize> {
    which.checked_rem(screens.len())
}

proptest! {
    #[test]
    fn a_view_is_gapless_or_the_reader_has_fallen(steps in prop::collection::vec(step(), 0..80)) {
        let mut world = World::new();
        steps.into_iter().for_each(|step| world.take(step));
        (0..world.screens.len()).for_each(|at| world.gather(at));
        prop_assert!(world.screens.iter().all(|screen| screen.view == world.truth));
    }
}
