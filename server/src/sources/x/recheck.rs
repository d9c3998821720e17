//! Which posts are gone from X. Nobody tells this kind of account, so X is asked for them by their ids.

use std::convert::Infallible;

use tokio::time::sleep;

use super::{
    desk::{Desk, key},
    id::Id,
    thing::Thing,
    trouble::Trouble,
};

const PATH: &str = "/2/tweets";
/// Ids that one request asks for.
const PAGE: usize = 100;

/// Asks at the set interval; answers only when nothing goes on.
pub(super) async fn recheck(desk: &Desk) -> Result<Infallible, Trouble> {
    loop {
        sleep(desk.settings.recheck_every).await;
        match ask(desk).await {
            Err(trouble @ (Trouble::Refused(_) | Trouble::Capped | Trouble::Stopped)) => return Err(trouble),
            Err(trouble) => tracing::warn!(?trouble, "X did not say which posts are gone; it is asked again"),
            Ok(()) => {}
        }
    }
}

async fn ask(desk: &Desk) -> Result<(), Trouble> {
    let brought = desk.book.lock().await.brought();
    let held: Vec<Id> = brought.into_iter().filter(|id| desk.outlet.holdings().holds(key(*id))).collect();
    for ids in held.chunks(PAGE) {
        let ids = affordable(desk, ids).await;
        let list = ids.iter().map(Id::to_string).collect::<Vec<_>>().join(",");
        let answer = desk.api.get(PATH, &[("ids", list)]).await?;
        let answer = Thing::of(&answer);
        let delivered = answer.things("data").filter_map(|tweet| tweet.id("id")).collect();
        desk.take_back(&gone(answer, &ids), delivered).await?;
    }
    Ok(())
}

/// Those that the cap still allows; what was read today costs nothing more.
async fn affordable(desk: &Desk, ids: &[Id]) -> Vec<Id> {
    let mut left = desk.left().await;
    let book = desk.book.lock().await;
    let within = ids.iter().copied().filter(|id| {
        let cost = u64::from(book.meter.costs(*id));
        let fits = cost <= left;
        left -= cost.min(left);
        fits
    });
    within.collect()
}

/// Deleted, protected, suspended: X gives the post to nobody, or not to us.
fn gone(answer: Thing<'_>, asked: &[Id]) -> Vec<Id> {
    let is_gone = |error: &Thing<'_>| {
        let name = error.text("type").and_then(|name| name.rsplit('/').next());
        matches!(name, Some("resource-not-found" | "not-authorized-for-resource"))
    };
    let ids = answer
        .things("errors")
        .filter(is_gone)
        .filter_map(|error| error.id("resource_id").or_else(|| error.id("value")));
    ids.filter(|id| asked.contains(id)).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_posts_that_were_asked_for_and_are_gone_are_gone() {
        let error = |id: &str, name: &str| json!({ "resource_id": id, "type": format!("https://api.x.com/2/problems/{name}") });
        let answer = json!({ "data": [{ "id": "1" }], "errors": [
            error("2", "resource-not-found"),
            { "value": "3", "type": "https://api.twitter.com/2/problems/not-authorized-for-resource" },
            error("4", "invalid-request"),
            error("99", "resource-not-found"),
            { "resource_id": 5, "type": 5 },
        ] });
        assert_eq!(gone(Thing::of(&answer), &[1, 2, 3, 4, 5]), [2, 3]);
    }
}
