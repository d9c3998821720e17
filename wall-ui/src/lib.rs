//! What the audience sees: wall, board, report and the pages around them.
//!
//! A view struct goes in, HTML comes out. This crate knows neither the domain nor a web framework. Each page gets its
//! regions as finished markup, drawn by the same item templates that live updates and catch-up use.

pub mod assets;
pub mod board;
mod day_chart;
mod links;
mod numbers;
pub mod pages;
pub mod parts;
pub mod report;
pub mod samples;
pub mod wall;
mod weights;
pub mod words;

pub use words::Words;
