//! The protocol names every address and every command there is, and no other.

use std::collections::BTreeSet;

use super::commands::Command;

const PROTOCOL: &str = include_str!("../../../docs/protocol.md");
const ROUTES: &str = include_str!("routes.rs");

/// What stands in backticks in the first column of a section's first table.
fn named(section: &str) -> BTreeSet<&str> {
    let (_, text) = PROTOCOL.split_once(section).expect("the protocol has this section");
    let rows =
        text.lines().skip_while(|line| !line.starts_with('|')).take_while(|line| line.starts_with('|'));
    rows.filter_map(|row| row.strip_prefix("| `")?.split_once('`')).map(|(name, _)| name).collect()
}

#[test]
fn the_protocol_names_every_command() {
    assert_eq!(named("\n## Commands\n"), Command::NAMES.iter().copied().collect());
}

#[test]
fn the_protocol_names_every_address() {
    let routes = ROUTES.split(".route(\"").skip(1).filter_map(|rest| rest.split_once('"'));
    assert_eq!(named("\n## Addresses\n"), routes.map(|(address, _)| address).collect());
}
