//! Laws: what holds for every conference, whatever arrives and whoever acts, in any order.
//!
//! Steps are drawn at random and decided by the real code. `PROPTEST_CASES` asks for more of them.

mod acts;
mod arrivals;
mod conference;
mod durable;
mod page;
mod pages;
mod reach;
mod rehearsal;
mod replay;
mod run;
mod standing;
mod steps;
mod windows;
mod withdrawal;

use proptest::test_runner::Config;

/// So many cases, unless the environment asks for another number.
fn cases(usual: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    Config { cases: asked.unwrap_or(usual), failure_persistence: None, ..Config::default() }
}
