//! Style sheets, scripts and drawings: inside the binary, or from a checkout while they are being edited.

use std::sync::LazyLock;

use axum::{
    body::Bytes,
    extract::{Path, State as Shared},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::EmbeddedFile;
use sha2::{Digest as _, Sha256};

use super::{problem::Problem, site::Site};

/// Our own drawings of the demo's posts.
#[derive(rust_embed::Embed)]
#[folder = "assets/"]
struct Drawings;

/// Where assets live. The name changes with any of their bytes, so they can be cached for a year.
#[must_use]
pub fn root() -> &'static str {
    static ROOT: LazyLock<String> = LazyLock::new(|| {
        let mut hash = Sha256::new();
        for (surface, names) in [
            ("wall", names::<wall_ui::assets::Assets>()),
            ("staff", names::<facilitator_ui::assets::Assets>()),
        ] {
            for name in names {
                hash.update(name.as_bytes());
                hash.update(
                    embedded(surface, &name).map(|file| file.metadata.sha256_hash()).unwrap_or_default(),
                );
            }
        }
        let hash: [u8; 32] = hash.finalize().into();
        hash.iter().take(6).fold(String::from("/assets/"), |root, byte| format!("{root}{byte:02x}"))
    });
    &ROOT
}

fn names<A: rust_embed::Embed>() -> Vec<String> {
    let mut names: Vec<String> = A::iter().map(Into::into).collect();
    names.sort();
    names
}

fn embedded(surface: &str, path: &str) -> Option<EmbeddedFile> {
    match surface {
        "wall" => wall_ui::assets::Assets::get(path),
        "staff" => facilitator_ui::assets::Assets::get(path),
        "media" => Drawings::get(path),
        _ => None,
    }
}

/// `GET /assets/{hash}/{surface}/{path}`.
pub async fn asset(
    Shared(site): Shared<Site>,
    Path((_, surface, path)): Path<(String, String, String)>,
) -> Result<Response, Problem> {
    let Some(checkout) = &site.assets_from else {
        let file = embedded(&surface, &path).ok_or_else(Problem::not_found)?;
        return Ok(serve(&path, file.data.into_owned().into(), "public, max-age=31536000, immutable"));
    };
    let crates = if surface == "staff" { "facilitator-ui" } else { "wall-ui" };
    if path.split('/').any(|part| part == "..") {
        return Err(Problem::not_found());
    }
    let bytes = tokio::fs::read(checkout.join(crates).join("assets").join(&path)).await;
    Ok(serve(&path, bytes.map_err(|_| Problem::not_found())?.into(), "no-store"))
}

/// `GET /media/demo/{name}`: our own drawings, for the demo's posts.
pub async fn drawing(Path(name): Path<String>) -> Result<Response, Problem> {
    let file = embedded("media", &format!("demo/{name}")).ok_or_else(Problem::not_found)?;
    Ok(serve(&name, file.data.into_owned().into(), "public, max-age=3600"))
}

fn serve(path: &str, bytes: Bytes, caching: &'static str) -> Response {
    let kind = match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static(caching)),
    ];
    (StatusCode::OK, headers, bytes).into_response()
}
