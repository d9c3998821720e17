//! Every address, and what stands around all of them: security headers, cross-site protection, limits, problem pages.

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::from_fn_with_state,
    routing::{delete, get, post},
};
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer,
    set_header::SetResponseHeaderLayer,
};

use super::{
    api, assets, command::command, metrics::metrics, pages, pictures::picture, problem::Problem,
    problem_page, site::Site, stream::stream,
};

/// Longest command, in bytes.
const COMMAND_LIMIT: usize = 64 * 1_024;
/// Longest push, in bytes: half a million short posts are several pushes.
const PUSH_LIMIT: usize = 32 * 1_024 * 1_024;

/// Nothing is fetched, run or framed but our own.
const POLICY: &str =
    "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'self'";

/// The whole program as seen from a browser.
///
/// # Panics
/// If the public URL is no origin; the configuration was checked before.
pub fn routes(site: Site) -> Router {
    let pages = Router::new()
        .route("/", get(pages::programme))
        .route("/wall/{session}", get(pages::wall))
        .route("/board/{session}", get(pages::board))
        .route("/board/{session}/posts", get(pages::board_posts))
        .route("/console/{session}", get(pages::console))
        .route("/chair/{session}", get(pages::chair))
        .route("/setup", get(pages::setup))
        .route("/report", get(pages::report))
        .route("/about", get(pages::about))
        .route("/mine/{token}", get(pages::mine))
        .route("/post/{key}", get(pages::post))
        .route("/theme/{id}", get(pages::theme))
        .route("/join/{token}", get(pages::join).post(pages::spend))
        .route("/gallery", get(pages::gallery))
        .route("/gallery/{name}", get(pages::gallery))
        .route("/{room}", get(pages::room))
        .route("/favicon.ico", get(pages::favicon))
        .layer(CompressionLayer::new());
    let commands =
        Router::new().route("/commands/{name}", post(command)).layer(DefaultBodyLimit::max(COMMAND_LIMIT));
    let programs = Router::new()
        .route("/api/posts", post(api::push))
        .route("/api/posts/{network}/{id}", delete(api::withdraw))
        .route("/api/log", get(api::log))
        .route("/api/report", get(api::report))
        .route("/api/tags/preview", get(api::preview))
        .layer(DefaultBodyLimit::max(PUSH_LIMIT));
    let rest = Router::new()
        .route("/stream/{audience}/{session}", get(stream))
        .route("/assets/{hash}/{surface}/{*path}", get(assets::asset))
        .route("/media/demo/{name}", get(assets::drawing))
        .route("/media/{post}/{index}", get(picture))
        .route("/metrics", get(metrics))
        .route("/healthz", get(async || "ok\n"))
        .route("/readyz", get(async || "ready\n"));
    let mut cross_site = CsrfLayer::new();
    if let Some(url) = &site.public_url {
        cross_site = cross_site.add_trusted_origin(url).expect("the public URL was checked to be an origin");
    }
    let router = pages.merge(commands).merge(programs).merge(rest);
    router
        .fallback(async || Problem::not_found())
        .layer(from_fn_with_state(site.clone(), problem_page::pages))
        .layer(cross_site)
        .layer(fixed(header::CONTENT_SECURITY_POLICY, POLICY))
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::REFERRER_POLICY, "same-origin"))
        .layer(fixed(HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .layer(fixed(
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=()",
        ))
        .layer(CatchPanicLayer::custom(panicked))
        .with_state(site)
}

fn fixed(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

fn panicked(_: Box<dyn std::any::Any + Send>) -> axum::response::Response {
    // The panic's own words are in the log, from the panic hook; people get ours.
    let problem = Problem::new(
        StatusCode::INTERNAL_SERVER_ERROR,
        "Something broke here. Reload the page to try again.",
    );
    axum::response::IntoResponse::into_response(problem)
}
