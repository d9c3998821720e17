//! Posts as X writes them, all of them invented.

use serde_json::{Value, json};

use super::*;

const NOW: At = At(1_782_475_920_000);

fn data(id: &str) -> Value {
    json!({ "id": id, "text": "Ask first, then post. #SoMe", "author_id": "11", "lang": "en",
        "created_at": "2026-06-26T12:00:00.000Z", "edit_history_tweet_ids": [id] })
}

fn with(mut value: Value, more: Value) -> Value {
    value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    value
}

fn includes() -> Value {
    let user = |id, username, name, followers| {
        json!({ "id": id, "username": username, "name": name, "profile_image_url": "https://img.example/a.png",
            "public_metrics": { "followers_count": followers } })
    };
    json!({ "users": [user("11", "amara_o", "Amara Okafor", 320), user("22", "bo_l", "Bo Lindqvist", 7)] })
}

/// The posts of a message, the last one being its own.
fn read(data: &Value, includes: &Value) -> Vec<Post> {
    let versions = versions(Thing::of(data), Thing::of(includes), NOW).unwrap();
    versions.into_iter().map(|version| version.post).collect()
}

fn one(data: &Value) -> Post {
    read(data, &includes()).pop().unwrap()
}

fn why(data: &Value) -> String {
    versions(Thing::of(data), Thing::of(&includes()), NOW).unwrap_err()
}

#[test]
fn a_post_is_read_whole() {
    let post = one(&data("101"));
    assert_eq!((post.id.as_str(), post.kind, post.lang.as_deref()), ("101", Kind::Post, Some("en")));
    assert_eq!(
        (post.hashtags.as_slice(), post.created_at),
        (["SoMe".to_owned()].as_slice(), At(1_782_475_200_000))
    );
    assert_eq!(post.url.as_deref(), Some("https://x.com/amara_o/status/101"));
    assert_eq!((post.author.name.as_str(), post.author.followers), ("Amara Okafor", Some(320)));
}

#[test]
fn both_spellings_are_the_same_post() {
    let old = with(
        data("101"),
        json!({ "note_tweet": { "text": "Long #SoMe" }, "edit_history_tweet_ids": ["99", "101"],
            "referenced_tweets": [{ "type": "quoted", "id": "50" }] }),
    );
    let mut includes = includes();
    includes["tweets"] = json!([with(data("50"), json!({ "author_id": "22" }))]);
    let spelled_anew = |value: &Value| -> Value {
        serde_json::from_str(&value.to_string().replace("tweet", "post")).unwrap()
    };
    let post = read(&old, &includes).pop().unwrap();
    assert_eq!(read(&spelled_anew(&old), &spelled_anew(&includes)).pop().unwrap(), post);
    assert_eq!((post.id.as_str(), post.text.as_str()), ("99", "Long #SoMe"));
    assert_eq!(post.quote.unwrap().handle, "bo_l");
}

#[test]
fn a_repost_brings_its_original_before_it() {
    let repost = with(
        data("201"),
        json!({ "text": "RT @bo_l: Consent is a conver…", "referenced_tweets": [{ "type": "retweeted", "id": "151" }] }),
    );
    let original = with(
        data("151"),
        json!({ "text": "Consent is a conversation #SoMe", "author_id": "22", "edit_history_tweet_ids": ["150", "151"],
            "attachments": { "media_keys": ["3_1"] } }),
    );
    let mut includes = includes();
    includes["tweets"] = json!([original]);
    includes["media"] = json!([{ "media_key": "3_1", "type": "photo", "url": "https://img.example/p.jpg" }]);
    let posts = read(&repost, &includes);
    let told: Vec<_> =
        posts.iter().map(|post| (post.id.as_str(), post.kind, post.author.handle.as_str())).collect();
    assert_eq!(told, [("150", Kind::Post, "bo_l"), ("201", Kind::Repost, "amara_o")]);
    assert_eq!(posts[1].repost_of.as_deref(), Some("150"));
    assert_eq!(
        (&posts[1].text, &posts[1].hashtags, &posts[1].media),
        (&posts[0].text, &posts[0].hashtags, &posts[0].media)
    );
    assert_eq!(posts[0].media.len(), 1);
}

#[test]
fn a_repost_stands_alone_when_its_original_is_missing_or_outdated() {
    let repost = with(
        data("201"),
        json!({ "text": "RT @bo_l: Consent is…", "referenced_tweets": [{ "type": "retweeted", "id": "150" }] }),
    );
    let alone = read(&repost, &includes());
    assert_eq!((alone.len(), alone[0].repost_of.as_deref()), (1, Some("150")));
    let mut includes = includes();
    includes["tweets"] = json!([with(data("150"), json!({ "edit_history_tweet_ids": ["150", "151"] }))]);
    assert_eq!(read(&repost, &includes).len(), 1);
}

#[test]
fn a_reply_can_quote() {
    let reply = with(
        data("301"),
        json!({ "referenced_tweets": [{ "type": "replied_to", "id": "150" }, { "type": "quoted", "id": "160" }] }),
    );
    let post = one(&reply);
    assert_eq!((post.kind, post.reply_to.as_deref(), post.quote), (Kind::Reply, Some("150"), None));
}

#[test]
fn media_polls_and_cautions_come_along() {
    let mut includes = includes();
    includes["media"] = json!([
        { "media_key": "3_1", "type": "photo", "url": "https://img.example/p.jpg", "alt_text": "A slide" },
        { "media_key": "7_2", "type": "video", "preview_image_url": "https://img.example/v.jpg" },
        { "media_key": "3_3", "type": "photo", "url": "javascript:alert(1)" },
    ]);
    includes["polls"] = json!([{ "id": "9", "options": [{ "position": 2, "label": "No" }, { "position": 1, "label": "Yes" }] }]);
    let attached = json!({ "media_keys": ["3_1", "7_2", "3_3", "none"], "poll_ids": ["9"] });
    let post =
        with(data("101"), json!({ "attachments": attached, "possibly_sensitive": true, "withheld": {} }));
    let post = read(&post, &includes).pop().unwrap();
    let kinds: Vec<_> = post.media.iter().map(|media| (media.kind, media.alt.as_deref())).collect();
    assert_eq!(kinds, [(MediaKind::Image, Some("A slide")), (MediaKind::Video, None)]);
    assert_eq!(post.poll, ["Yes", "No"]);
    assert!(post.caution.sensitive && post.caution.labels == ["withheld"]);
}

#[test]
fn what_x_does_not_say_is_left_open() {
    let post =
        one(&with(data("101"), json!({ "author_id": "99", "lang": "qme", "edit_history_tweet_ids": null })));
    assert_eq!((post.author.id.as_deref(), post.author.handle.as_str(), post.lang), (Some("99"), "", None));
    assert_eq!(post.url.as_deref(), Some("https://x.com/i/web/status/101"));
}

#[test]
fn what_is_no_post_is_dropped_with_a_reason() {
    assert!(why(&json!(null)).contains("id"));
    assert!(why(&with(data("101"), json!({ "id": 101 }))).contains("id"));
    assert!(why(&with(data("101"), json!({ "author_id": {} }))).contains("author"));
    assert!(why(&with(data("101"), json!({ "created_at": "1970-01-01T00:00:00Z" }))).contains("2006"));
    assert!(why(&with(data("101"), json!({ "created_at": "2106-02-07T06:28:16Z" }))).contains("ahead"));
    assert!(why(&with(data("101"), json!({ "created_at": "soon" }))).contains("RFC 3339"));
}

#[test]
fn names_of_control_characters_are_inert() {
    let mut includes = includes();
    includes["users"][0]["username"] = json!("\u{202E}\u{0}a b\"><script>\n");
    let post = read(&data("101"), &includes).pop().unwrap();
    assert!(!post.author.handle.contains(['\u{202E}', '\u{0}', '\n']));
    assert_eq!(post.url.as_deref(), Some("https://x.com/i/web/status/101"));
}
