//! What was written while there was no connection, by X's search of the last days.
//!
//! The search finds no reposts since May 2026, and it costs as much as the stream: a gap is filled with posts, up to a
//! limit, and reach is counted too low for that time.

use std::{convert::Infallible, future::pending};

use serde_json::Value;
use tokio::time::sleep;

use super::{
    api::Parameter,
    desk::{Desk, Heard},
    fields,
    id::Id,
    retry::Retry,
    thing::Thing,
    trouble::Trouble,
};

const PATH: &str = "/2/tweets/search/recent";
/// Longest query that every account may ask, in characters.
const QUERY_LIMIT: usize = 512;
/// X gives no smaller and no larger page.
const PAGE: std::ops::RangeInclusive<usize> = 10..=100;
/// Posts that become durable together.
const BATCH: usize = 100;

/// Fills the gap, if there is one. Beside the stream, which does not wait for it; answers only when nothing goes on.
pub(super) async fn fill(desk: &Desk, wanted: &[String]) -> Result<Infallible, Trouble> {
    let mut retry = Retry::new(&desk.settings.waits);
    loop {
        let now = desk.outlet.now();
        let Some(since) = desk.book.lock().await.gap(now) else { pending().await };
        let trouble = match search(desk, wanted, since).await {
            Ok(()) => pending().await,
            Err(trouble) => trouble,
        };
        match (retry.after(&trouble, now), trouble) {
            (Some(wait), trouble) => {
                tracing::warn!(
                    ?trouble,
                    "X's search does not answer; it is asked again in {} s",
                    wait.as_secs()
                );
                sleep(wait).await;
            }
            (None, Trouble::Invalid(why)) => {
                tracing::warn!(why, "posts that were written while X was not connected are missing: {why}");
                pending().await
            }
            (None, trouble) => return Err(trouble),
        }
    }
}

async fn search(desk: &Desk, wanted: &[String], since: Id) -> Result<(), Trouble> {
    let mut budget = desk.settings.backfill;
    let mut heard = Heard::default();
    for query in queries(wanted) {
        page_through(desk, &query, since, &mut budget, &mut heard).await?;
    }
    heard.versions.sort_by_key(|version| version.id);
    let count = heard.versions.len();
    let mut versions = heard.versions.into_iter().peekable();
    while versions.peek().is_some() {
        let versions = versions.by_ref().take(BATCH).collect();
        desk.bring(Heard { versions, delivered: Vec::new() }).await?;
    }
    tracing::info!(
        count,
        "brought {count} posts that were written while X was not connected; X's search finds no reposts"
    );
    desk.book.lock().await.closes_gap();
    desk.bring(Heard::default()).await
}

/// Reads pages, newest first, as far as limits allow.
async fn page_through(
    desk: &Desk,
    query: &str,
    since: Id,
    budget: &mut usize,
    heard: &mut Heard,
) -> Result<(), Trouble> {
    let mut next: Option<String> = None;
    // A page can hold less than was asked for, but not for ever.
    for _ in 0..=*budget / PAGE.start() {
        let left = usize::try_from(desk.left().await).unwrap_or(usize::MAX);
        let size = left.min(*budget).min(*PAGE.end());
        if size < *PAGE.start() {
            break;
        }
        let page = desk.api.get(PATH, &parameters(query, since, size, next.as_deref())).await?;
        *budget -= take_in(desk, &page, heard).await.min(*budget);
        next = Thing::of(&page).thing("meta").and_then(|meta| meta.text("next_token")).map(str::to_owned);
        if next.is_none() {
            return Ok(());
        }
    }
    tracing::warn!(
        query,
        "more was written while X was not connected than may be fetched; the oldest of it may be missing"
    );
    Ok(())
}

/// Counts a page at once: it is paid for, whatever happens to its posts. Answers how many it held.
async fn take_in(desk: &Desk, page: &Value, heard: &mut Heard) -> usize {
    desk.hear(page, heard);
    let delivered = std::mem::take(&mut heard.delivered);
    desk.book.lock().await.meter.count(delivered, desk.outlet.now());
    page.get("data").and_then(Value::as_array).map_or(0, Vec::len)
}

fn parameters(query: &str, since: Id, size: usize, next: Option<&str>) -> Vec<Parameter> {
    let mut parameters = fields::all();
    parameters.extend([
        ("query", query.to_owned()),
        ("since_id", since.to_string()),
        ("max_results", size.to_string()),
        ("sort_order", "recency".to_owned()),
    ]);
    parameters.extend(next.map(|next| ("next_token", next.to_owned())));
    parameters
}

/// As few queries as hold all of the rules.
fn queries(rules: &[String]) -> Vec<String> {
    const OR: &str = " OR ";
    let mut queries: Vec<String> = Vec::new();
    for rule in rules {
        match queries.last_mut() {
            Some(query) if (query.chars().count() + OR.len() + rule.chars().count()) <= QUERY_LIMIT => {
                *query += OR;
                *query += rule;
            }
            _ => queries.push(rule.clone()),
        }
    }
    queries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_never_longer_than_x_takes() {
        let rules: Vec<String> = (0..100).map(|n| format!("#conference{n}")).collect();
        let queries = queries(&rules);
        assert!(queries.len() > 1 && queries.iter().all(|query| query.chars().count() <= QUERY_LIMIT));
        assert_eq!(queries.join(" OR "), rules.join(" OR "));
    }
}
