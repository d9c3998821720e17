//! Sources against servers that behave as badly as the real ones.

mod bluesky;
mod feed;
mod mastodon;
mod x;
