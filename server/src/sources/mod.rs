//! Where posts come from. A source keeps its place in its upstream, survives everything that the upstream does, and hands
//! what it finds to an [`Outlet`]. Whoever starts it says where that leads.

pub mod archive;
pub mod backoff;
pub mod bluesky;
pub mod feed;
mod health;
mod html;
pub mod mastodon;
mod outlet;
pub mod x;

pub use health::Board;
pub use outlet::{Batch, Found, Holdings, Outlet, Stopped};

/// Something that runs until it is stopped, and brings posts.
pub trait Source: Send + 'static {
    /// Its name in logs, in health and as the actor of its entries: `bluesky`, `mastodon meded.example`.
    fn name(&self) -> String;

    /// The network that it speaks to.
    fn network(&self) -> &'static str;

    /// Runs until the outlet is closed, or until only a person can help; then health says what to do.
    fn run(self: Box<Self>, outlet: Outlet) -> futures_util::future::BoxFuture<'static, ()>;
}
