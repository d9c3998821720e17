//! What twarc2 keeps, all of it invented.

use serde_json::{Value, json};

use super::*;
use crate::domain::Kind;

const NOW: At = At(1_782_475_920_000);

fn user(id: &str, name: &str) -> Value {
    json!({ "id": id, "username": name, "name": name, "public_metrics": { "followers_count": 7 } })
}

fn post(id: &str, author: &str) -> Value {
    json!({ "id": id, "text": "Ask first #SoMe", "author_id": author, "created_at": "2026-06-26T12:00:00.000Z",
        "edit_history_tweet_ids": [id] })
}

fn with(mut value: Value, more: Value) -> Value {
    value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    value
}

fn repost(id: &str) -> Value {
    with(
        post(id, "11"),
        json!({ "text": "RT @bo_l: Ask fi…", "referenced_tweets": [{ "type": "retweeted", "id": "50" }] }),
    )
}

fn page(data: Value) -> Value {
    let pictured = with(post("50", "22"), json!({ "attachments": { "media_keys": ["3_1"] } }));
    let media = json!({ "media_key": "3_1", "type": "photo", "url": "https://img.example/p.jpg" });
    json!({ "data": data, "meta": { "result_count": 1 }, "includes": {
        "users": [user("11", "amara_o"), user("22", "bo_l")], "tweets": [pictured], "media": [media] } })
}

/// The repost of [`page`], with everything moved into it.
fn flattened() -> Value {
    let media = json!({ "media_key": "3_1", "type": "photo", "url": "https://img.example/p.jpg" });
    let original = with(
        post("50", "22"),
        json!({ "type": "retweeted", "author": user("22", "bo_l"),
            "attachments": { "media_keys": ["3_1"], "media": [media] } }),
    );
    with(repost("101"), json!({ "author": user("11", "amara_o"), "referenced_tweets": [original] }))
}

fn read(lines: &[Value]) -> Vec<Found> {
    let mut twarc = Twarc::new(NOW);
    lines.iter().flat_map(|line| twarc.read(line.to_string().as_bytes()).unwrap()).collect()
}

fn posts(lines: &[Value]) -> Vec<Post> {
    read(lines).into_iter().flatten().flatten().collect()
}

fn spelled_anew(value: &Value) -> Value {
    serde_json::from_str(&value.to_string().replace("tweet", "post")).unwrap()
}

#[test]
fn a_page_and_its_flattened_posts_are_the_same() {
    let paged = posts(&[page(json!([repost("101")]))]);
    let told: Vec<_> = paged.iter().map(|post| (post.id.as_str(), post.kind, post.media.len())).collect();
    assert_eq!(told, [("50", Kind::Post, 1), ("101", Kind::Repost, 1)]);
    assert_eq!(paged[1].author.followers, Some(7));
    assert_eq!(posts(&[flattened()]), paged);
    assert_eq!(posts(&[page(repost("101"))]), paged, "a line of a stream");
}

#[test]
fn both_spellings_are_the_same_posts() {
    for line in [page(json!([repost("101")])), flattened()] {
        assert_eq!(posts(&[spelled_anew(&line)]), posts(&[line]));
    }
}

#[test]
fn an_original_comes_along_once() {
    let lines = [page(json!([repost("101"), repost("102")])), page(json!([repost("103")]))];
    let ids: Vec<_> = posts(&lines).into_iter().map(|post| post.id).collect();
    assert_eq!(ids, ["50", "101", "102", "103"]);
}

#[test]
fn a_reference_without_its_post_stays_a_name() {
    let alone = with(repost("101"), json!({ "author": user("11", "amara_o") }));
    let posts = posts(&[alone]);
    assert_eq!((posts.len(), posts[0].repost_of.as_deref()), (1, Some("50")));
    assert!(posts[0].text.starts_with("RT @bo_l"));
}

#[test]
fn polls_come_along_in_flattened_posts() {
    let poll = json!({ "id": "9", "options": [{ "position": 1, "label": "Yes" }] });
    let asked = json!({ "attachments": { "poll_ids": ["9"], "poll": poll }, "author": {} });
    assert_eq!(posts(&[with(post("101", "11"), asked)])[0].poll, ["Yes"]);
}

#[test]
fn a_bad_post_of_a_page_costs_itself() {
    let found = read(&[page(json!([post("101", "11"), { "id": "102" }, post("103", "22")]))]);
    assert_eq!(found.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, true]);
}

#[test]
fn a_page_without_posts_is_none_and_an_error_is_told() {
    assert!(read(&[json!({ "meta": { "result_count": 0 } })]).is_empty());
    assert!(read(&[json!({ "errors": [{ "title": "operational-disconnect" }] })])[0].is_err());
}

#[test]
fn a_long_page_that_was_cut_off_is_told() {
    let long = page(json!([post(&"1".repeat(LINE_LIMIT), "11")])).to_string();
    let cut = &long.as_bytes()[..LINE_LIMIT + 10];
    let found = Twarc::new(NOW).read(cut).unwrap();
    assert!(found[0].as_ref().unwrap_err().contains("cut off"));
}

#[test]
fn a_line_of_ours_is_left_alone() {
    let mut twarc = Twarc::new(NOW);
    for line in [r#"{"network":"x","id":"1","data":{}}"#, r#"{"id":"1"}"#, "rubbish", r#"{"data":[{"id":"1""#]
    {
        assert!(twarc.read(line.as_bytes()).is_none(), "{line}");
    }
}
