//! Who may do what.

use super::{EVERYBODY, ask, before, conference, table};
use crate::{domain::Refusal, screens::commands::Command};

#[test]
fn every_command_stands_in_the_table() {
    let names: Vec<_> = table().into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, Command::NAMES);
}

#[test]
fn each_command_is_for_the_roles_that_it_is_for() {
    for (name, fields, may, _) in table() {
        let mut state = conference();
        before(&mut state, name);
        for (column, who) in EVERYBODY.into_iter().enumerate() {
            let answer = ask(&state, who, name, fields.clone());
            let allowed = may as u8 >> column & 1 == 1;
            assert_eq!(answer.is_ok(), allowed, "{name} by {who:?}: {answer:?}");
            assert!(
                allowed || matches!(answer, Err(Refusal::NotAllowed(_))),
                "{name} by {who:?}: {answer:?}"
            );
        }
    }
}
