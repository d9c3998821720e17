//! `GET /metrics`: numbers for whoever watches the server, in Prometheus' text format. Only this machine may ask, and no
//! proxy for somebody else.

use std::fmt::Write as _;

use axum::{
    extract::State as Shared,
    http::header,
    response::{IntoResponse, Response},
};

use super::{limits::Asker, problem::Problem, site::Site};
use crate::{clock::steady, domain::health::Condition};

/// Answers with everything that is counted.
///
/// # Errors
/// The asker is not on this machine.
pub async fn metrics(Shared(site): Shared<Site>, asker: Asker) -> Result<Response, Problem> {
    if asker.forwarded || !asker.address.is_loopback() {
        return Err(Problem::not_found());
    }
    let mut page = Page(String::new());
    log(&mut page, &site);
    sources(&mut page, &site);
    streams(&mut page, &site);
    Ok(([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], page.0).into_response())
}

fn log(page: &mut Page, site: &Site) {
    let state = site.pipeline.state();
    let reach = &state.content.reach;
    page.head("backchannel_log_head", "counter", "Number of the newest entry of the log.");
    page.line("backchannel_log_head", &[], state.head.0);
    page.head("backchannel_posts", "gauge", "Posts held, reposts included; withdrawn ones are gone.");
    page.line("backchannel_posts", &[], reach.posts);
    page.head("backchannel_participants", "gauge", "Distinct authors of these posts.");
    page.line("backchannel_participants", &[], reach.participants() as u64);
    page.head("backchannel_waiting", "gauge", "Posts of a session that wait for a verdict.");
    for session in state.programme.sessions() {
        let waiting = state.content.posts.waiting_count(&session.id) as u64;
        page.line("backchannel_waiting", &[("session", session.id.as_str())], waiting);
    }
}

fn sources(page: &mut Page, site: &Site) {
    let all = (site.health)();
    let now = site.clock.now();
    page.head("backchannel_source_up", "gauge", "1 while a source receives, 0 while it does not.");
    for health in &all {
        let is_up = matches!(health.condition, Condition::Receiving | Condition::Finished);
        page.line("backchannel_source_up", &[("source", &health.name)], u64::from(is_up));
    }
    page.head("backchannel_source_posts_total", "counter", "Posts a source brought since the start.");
    all.iter().for_each(|health| {
        page.line("backchannel_source_posts_total", &[("source", &health.name)], health.posts)
    });
    page.head("backchannel_source_dropped_total", "counter", "What a source sent and nobody could read.");
    all.iter().for_each(|health| {
        page.line("backchannel_source_dropped_total", &[("source", &health.name)], health.dropped)
    });
    page.head("backchannel_source_last_post_seconds", "gauge", "How long ago a source's last post came.");
    for health in &all {
        let Some(last) = health.last_post else { continue };
        let ago = now.since(last).max(0).unsigned_abs() / 1_000;
        page.line("backchannel_source_last_post_seconds", &[("source", &health.name)], ago);
    }
}

fn streams(page: &mut Page, site: &Site) {
    page.head("backchannel_streams", "gauge", "Screens that read a ring.");
    for ring in site.hub.wanted(steady()) {
        let readers = site.hub.readers(&ring) as u64;
        let labels =
            [("audience", ring.audience.as_str()), ("session", ring.session.as_str()), ("lang", ring.lang)];
        page.line("backchannel_streams", &labels, readers);
    }
}

/// A page in the making.
struct Page(String);

impl Page {
    fn head(&mut self, name: &str, kind: &str, help: &str) {
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn line(&mut self, name: &str, labels: &[(&str, &str)], value: u64) {
        let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " ");
        let labels: Vec<_> =
            labels.iter().map(|(key, text)| format!("{key}=\"{}\"", escaped(text))).collect();
        let labels = if labels.is_empty() { String::new() } else { format!("{{{}}}", labels.join(",")) };
        let _ = writeln!(self.0, "{name}{labels} {value}");
    }
}
