//! What staff work with: console, chair and set-up.
//!
//! A view struct goes in, HTML comes out, as in `wall-ui`, whose shell, parts and scripts these pages share.

pub mod assets;
pub mod chair;
pub mod console;
mod keys;
pub mod samples;
pub mod setup;
pub mod words;

/// The shared templates name these types as their own crate's.
pub use wall_ui::parts;
