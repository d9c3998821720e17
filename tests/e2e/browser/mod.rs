//! The pages in a real browser.

mod accessible;
mod inert;
mod keyboard;
mod narrow;
mod no_script;
mod pages;
mod recovery;
mod together;
mod wall;
