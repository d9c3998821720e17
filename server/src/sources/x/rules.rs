//! The rules that X filters its stream by. They belong to the app and outlast every connection, so they are compared and
//! mended; those of others are left alone.

use serde_json::{Value, json};

use super::{api::Api, thing::Thing, trouble::Trouble};
use crate::domain::text::{clean_line, hashtags};

const PATH: &str = "/2/tweets/search/stream/rules";
/// Most pages of rules that are read. X allows an app fewer rules than stand on them.
const PAGES: usize = 30;

/// What has to change.
#[derive(Debug, PartialEq, Eq)]
struct Difference {
    add: Vec<String>,
    delete: Vec<String>,
}

/// One rule a hashtag. What is no hashtag would be an operator of X's language, and is left out.
pub(super) fn wanted(tags: &[String]) -> Vec<String> {
    let is_tag = |tag: &&String| hashtags(&format!("#{tag}")) == [tag.as_str()];
    tags.iter().filter(is_tag).map(|tag| format!("#{tag}")).collect()
}

/// Makes the rules marked as ours those that are wanted. The new ones come first, so that nothing is missed between.
pub(super) async fn set(api: &Api, wanted: &[String], mark: &str) -> Result<(), Trouble> {
    let standing = list(api).await?;
    let standing: Vec<_> = standing.iter().map(Thing::of).collect();
    let Difference { add, delete } = difference(&standing, wanted, mark);
    let kept = wanted.len() - add.len();
    if !add.is_empty() {
        let rules: Vec<Value> = add.iter().map(|value| json!({ "value": value, "tag": mark })).collect();
        let answer = api.post(PATH, &json!({ "add": rules })).await?;
        let refused = refusals(Thing::of(&answer));
        if kept == 0 && refused.len() >= add.len() {
            return Err(Trouble::Refused(format!("X takes none of our rules: {}", refused.join("; "))));
        }
        refused
            .iter()
            .for_each(|why| tracing::warn!(why, "X does not take a rule, so its posts are missing: {why}"));
    }
    if !delete.is_empty() {
        api.post(PATH, &json!({ "delete": { "ids": delete } })).await?;
    }
    Ok(())
}

/// How many rules the app has, and how many of them carry our mark.
pub(super) async fn count(api: &Api, mark: &str) -> Result<(usize, usize), Trouble> {
    let standing = list(api).await?;
    let ours = standing.iter().filter(|rule| Thing::of(rule).text("tag") == Some(mark)).count();
    Ok((standing.len(), ours))
}

async fn list(api: &Api) -> Result<Vec<Value>, Trouble> {
    let mut rules = Vec::new();
    let mut page = Vec::new();
    for _ in 0..PAGES {
        let mut answer = api.get(PATH, &page).await?;
        if let Some(Value::Array(more)) = answer.get_mut("data").map(Value::take) {
            rules.extend(more);
        }
        let meta = Thing::of(&answer).thing("meta");
        let Some(next) = meta.and_then(|meta| meta.text("next_token")) else { break };
        page = vec![("pagination_token", next.to_owned())];
    }
    Ok(rules)
}

fn difference(standing: &[Thing<'_>], wanted: &[String], mark: &str) -> Difference {
    let ours = || standing.iter().filter(|rule| rule.text("tag") == Some(mark));
    let stands = |value: &String| ours().any(|rule| rule.text("value") == Some(value));
    let stale = ours().filter(|rule| !wanted.iter().any(|value| rule.text("value") == Some(value)));
    Difference {
        add: wanted.iter().filter(|value| !stands(value)).cloned().collect(),
        delete: stale.filter_map(|rule| rule.text("id")).map(str::to_owned).collect(),
    }
}

/// Why rules were not taken. One that somebody else set already serves us as well.
fn refusals(answer: Thing<'_>) -> Vec<String> {
    let is_double =
        |error: &Thing<'_>| error.text("type").is_some_and(|name| name.ends_with("/duplicate-rules"));
    let words = |error: Thing<'_>| {
        let value = error.text("value").unwrap_or("a rule");
        let details = error.texts("details").chain(error.text("detail")).chain(error.text("title"));
        clean_line(&format!("{value}: {}", details.take(1).collect::<String>()))
    };
    let errors = answer
        .things("errors")
        .filter(|error| !is_double(error) && error.text("title") != Some("DuplicateRule"));
    errors.map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(tags: &[&str]) -> Vec<String> {
        tags.iter().map(|&tag| tag.to_owned()).collect()
    }

    #[test]
    fn only_our_own_rules_change() {
        let standing = [
            json!({ "id": "1", "value": "#keeps", "tag": "ours" }),
            json!({ "id": "2", "value": "#stale", "tag": "ours" }),
            json!({ "id": "3", "value": "#foreign", "tag": "other" }),
            json!({ "id": "4", "value": "#untagged" }),
        ];
        let standing: Vec<_> = standing.iter().map(Thing::of).collect();
        let found = difference(&standing, &tags(&["#keeps", "#new", "#foreign"]), "ours");
        assert_eq!(found, Difference { add: tags(&["#new", "#foreign"]), delete: tags(&["2"]) });
    }

    #[test]
    fn a_tag_cannot_smuggle_an_operator_in() {
        let found = wanted(&tags(&["SoMe", "日本語", "a OR from:b", "", "2014", "x\"y", "-is:retweet"]));
        assert_eq!(found, tags(&["#SoMe", "#日本語"]));
    }

    #[test]
    fn a_rule_that_stands_already_is_no_refusal() {
        let answer = json!({ "errors": [
            { "title": "DuplicateRule", "value": "#a", "type": "https://api.x.com/2/problems/duplicate-rules" },
            { "title": "UnprocessableEntity", "value": "#b", "details": ["too long"],
              "type": "https://api.x.com/2/problems/invalid-rules" },
        ] });
        assert_eq!(refusals(Thing::of(&answer)), ["#b: too long"]);
    }
}
