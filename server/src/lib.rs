//! Backchannel puts the online conversation about a conference into its rooms, live.
//!
//! The folders are the pipeline; [`pipeline`] is the one loop that they meet in. Read it first.

pub mod app;
pub mod check;
pub mod clock;
pub mod conference;
pub mod config;
pub mod control;
pub mod demo;
pub mod domain;
pub mod filter;
pub mod hub;
pub mod intake;
pub mod log;
pub mod net;
pub mod pipeline;
pub mod projections;
pub mod rehearsal;
pub mod screens;
pub mod serve;
pub mod sources;
pub mod telemetry;
