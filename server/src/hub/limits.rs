//! How much a ring may hold.

/// Bounds of one ring, whichever is reached first.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub messages: usize,
    pub bytes: usize,
}

impl Default for Limits {
    /// Several minutes of a very busy conference; what is missed for longer is cheaper as resets.
    fn default() -> Self {
        Self { messages: 4_096, bytes: 4 << 20 }
    }
}
