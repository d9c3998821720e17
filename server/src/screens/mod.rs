//! What people and programs see and do: routes, roles, frames, commands.

mod api;
mod assets;
mod command;
pub mod commands;
#[cfg(test)]
mod documented;
mod feed;
pub mod frames;
mod limits;
mod metrics;
pub mod notes;
mod pages;
mod pictures;
mod problem;
mod problem_page;
pub mod regions;
mod routes;
mod site;
mod stream;
mod touched;
pub mod views;
mod visitor;
pub mod wire;

pub use limits::{FormPace, Sockets};
pub use pictures::Pictures;
pub use routes::routes;
pub use site::{Health, Parts, ReadLog, Site};
