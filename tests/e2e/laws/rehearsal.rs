//! A rehearsal leaves every number and every page as a log without it.
//!
//! What people take back in it stays back, who was invited stays invited, and the log's numbers go on.

use backchannel::{
    domain::{Class, Entry, Event, SecretHash},
    screens::frames::resets,
};
use proptest::prelude::*;

use super::{
    cases,
    pages::rings,
    run::{Run, folded},
    steps::{Step, steps},
};

/// The same log with entries of no consequence in place of the rehearsal.
fn without(entries: &[Entry]) -> Vec<Entry> {
    let nothing = || Event::LoginClosed { cookie: SecretHash::of("nobody's") };
    let mut rehearses = false;
    let keep = |entry: &Entry| {
        let bracket = matches!(entry.event, Event::RehearsalStarted | Event::RehearsalEnded);
        rehearses = if bracket { entry.event == Event::RehearsalStarted } else { rehearses };
        let opted_out = matches!(entry.event, Event::AuthorOptedOut { .. });
        let taken_back = opted_out || !entry.event.withdraws().is_empty();
        let stays = !bracket && (!rehearses || taken_back || entry.event.class() == Class::Private);
        if stays { entry.clone() } else { Entry { event: nothing(), ..entry.clone() } }
    };
    entries.iter().map(keep).collect()
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn a_rehearsal_leaves_no_trace(before in steps(25), during in steps(25), after in steps(15)) {
        let mut steps = before;
        steps.push(Step::RehearsalStarted);
        steps.extend(during);
        steps.push(Step::RehearsalEnded);
        steps.extend(after);
        steps.push(Step::RehearsalEnded);
        let run = Run::of(&steps);
        let never = folded(&without(&run.entries));
        prop_assert_eq!(&run.state().content, &never.content);
        prop_assert_eq!(&run.state().programme, &never.programme);
        for ring in rings("fr") {
            prop_assert_eq!(resets(&ring, run.state()), resets(&ring, &never), "{:?}", ring);
        }
    }
}
