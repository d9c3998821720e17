//! Backchannel puts the online conversation about a conference into its rooms, live.
//!
//! The folders are the pipeline; [`pipeline`] is the one loop that they meet in. Read it first.

pub mod domain;
