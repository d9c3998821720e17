//! Style sheets, scripts and drawings, inside the binary.

/// Files under `assets/`, addressed as `wall/…`.
#[derive(rust_embed::RustEmbed)]
#[folder = "assets/"]
pub struct Assets;
