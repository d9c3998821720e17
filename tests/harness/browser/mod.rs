//! Real browsers on real pages: headless Chromium, led by chromedriver.
//!
//! A [`Browser`] opens [`Window`]s; each is a device of its own, with its own cookies. A window is asked in the page's own
//! language: conditions are expressions that the page waits for by itself, so that nothing here sleeps.

mod driver;
mod rehearsal;
mod watched;
mod window;

pub use driver::Browser;
pub use rehearsal::Rehearsal;
pub use watched::Watched;
pub use window::{Size, Window};
