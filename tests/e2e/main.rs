//! Behaviour of Backchannel, told by its actors against the real server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod architecture;
mod archives;
mod border;
mod browser;
mod commands;
mod copies;
mod crash;
mod demo;
mod health;
mod laws;
mod markup;
mod pace;
mod pages;
mod pictures;
mod push;
mod removal;
mod roles;
mod shell;
mod slow_screen;
mod sources;
mod streams;
mod themes;
mod wall;
mod words;
