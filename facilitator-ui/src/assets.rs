//! Style sheets, scripts and drawings, inside the binary.

/// Files under `assets/`, addressed as `staff/…`.
#[derive(rust_embed::RustEmbed)]
#[folder = "assets/"]
pub struct Assets;
