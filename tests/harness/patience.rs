//! Waiting without sleeping: for an event, and not for ever.

use std::time::Duration;

/// Generous, for machines that do much at once. A test that waits so long has failed.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until it happens.
///
/// # Panics
/// When it does not; says what was awaited.
pub async fn within<T>(what: &str, happens: impl Future<Output = T>) -> T {
    match tokio::time::timeout(PATIENCE, happens).await {
        Ok(happened) => happened,
        Err(_) => panic!("waited {} s for this: {what}", PATIENCE.as_secs()),
    }
}
