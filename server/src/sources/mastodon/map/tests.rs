use serde_json::{Value, json};

use super::*;

const NOW: At = At(1_782_475_920_000);

fn written() -> Value {
    json!({
        "id": "112", "uri": "https://social.example/users/amara/statuses/112",
        "url": "https://social.example/@amara/112", "created_at": "2026-06-26T12:10:00.000Z", "edited_at": null,
        "content": "<p>Ask first &amp; wait <a href=\"https://social.example/tags/SoMe\" class=\"mention hashtag\">#<span>SoMe</span></a></p>",
        "spoiler_text": "", "sensitive": false, "visibility": "public", "language": "en", "in_reply_to_id": null,
        "account": { "id": "7", "acct": "amara", "display_name": "Amara :owl:", "avatar": "https://social.example/a.gif",
            "avatar_static": "https://social.example/a.png", "followers_count": 42, "note": "<p>Teaches.</p>",
            "discoverable": null, "bot": true },
        "media_attachments": [], "tags": [{ "name": "some" }, { "name": "meded" }], "poll": null, "quote": null,
    })
}

fn mapped(written: &Value) -> Result<Post, Unfit> {
    let here =
        Here { server: "www.meded.example".into(), domain: "meded.example".into(), respects_wishes: true };
    let mut ids = Ids::default();
    ids.learn("100", "https://other.example/100");
    post(&serde_json::from_value(written.clone()).unwrap(), &here, &ids, NOW)
}

/// The same status with a field of another value.
fn with(field: &str, value: Value) -> Value {
    let mut status = written();
    *status.pointer_mut(field).unwrap_or_else(|| panic!("{field}")) = value;
    status
}

#[test]
fn a_status_is_a_post() {
    let post = mapped(&written()).unwrap();
    assert_eq!(post.id, "https://social.example/users/amara/statuses/112");
    assert_eq!(post.text, "Ask first & wait #SoMe");
    assert_eq!(post.hashtags, ["SoMe", "meded"]);
    assert_eq!((post.kind, post.lang.as_deref()), (Kind::Post, Some("en")));
    assert_eq!(post.created_at.to_string(), "2026-06-26T12:10:00Z");
    assert_eq!(post.url.as_deref(), Some("https://social.example/@amara/112"));
    let author = post.author;
    assert_eq!((author.handle.as_str(), author.name.as_str()), ("amara@meded.example", "Amara :owl:"));
    assert_eq!(
        (author.followers, author.avatar_url.as_deref()),
        (Some(42), Some("https://social.example/a.png"))
    );
}

#[test]
fn an_account_of_another_server_keeps_its_host() {
    let post = mapped(&with("/account/acct", json!("amara@social.example"))).unwrap();
    assert_eq!(post.author.handle, "amara@social.example");
    let nameless = mapped(&with("/account/display_name", json!("  "))).unwrap();
    assert_eq!(nameless.author.name, "amara@meded.example");
}

#[test]
fn a_reply_names_what_it_answers_as_far_as_we_know() {
    let reply = |id: &str| mapped(&with("/in_reply_to_id", json!(id))).unwrap();
    assert_eq!(
        (reply("100").kind, reply("100").reply_to.as_deref()),
        (Kind::Reply, Some("https://other.example/100"))
    );
    assert_eq!(reply("99").reply_to.as_deref(), Some("99"));
}

#[test]
fn warnings_are_cautions() {
    let warned = mapped(&with("/spoiler_text", json!(" Blood "))).unwrap();
    assert_eq!(warned.caution.warning.as_deref(), Some("Blood"));
    assert!(mapped(&with("/sensitive", json!(true))).unwrap().caution.sensitive);
    assert!(mapped(&written()).unwrap().caution.is_none());
}

#[test]
fn media_and_polls_are_kept() {
    let media = json!([
        { "type": "image", "url": "https://social.example/1.png", "description": "A slide" },
        { "type": "gifv", "url": null, "remote_url": "https://other.example/2.mp4", "description": null },
        { "type": "video", "url": null },
        { "type": "image", "url": "javascript:alert(1)" },
    ]);
    let post = mapped(&with("/media_attachments", media)).unwrap();
    assert_eq!(
        post.media.iter().map(|media| media.kind).collect::<Vec<_>>(),
        [MediaKind::Image, MediaKind::Video]
    );
    assert_eq!((post.media[0].alt.as_deref(), post.media[1].alt.as_deref()), (Some("A slide"), None));
    let poll = mapped(&with(
        "/poll",
        json!({ "options": [{ "title": "Yes" }, { "title": "No", "votes_count": 2 }] }),
    ));
    assert_eq!(poll.unwrap().poll, ["Yes", "No"]);
}

#[test]
fn a_quote_is_shown_once_its_author_agreed() {
    let quote = |state: &str, quoted: Value| {
        mapped(&with("/quote", json!({ "state": state, "quoted_status": quoted }))).unwrap()
    };
    let shown = quote("accepted", written()).quote.unwrap();
    assert_eq!(
        (shown.text.as_str(), shown.handle.as_str()),
        ("Ask first & wait #SoMe", "amara@meded.example")
    );
    assert_eq!(quote("pending", written()).quote, None);
    assert_eq!(quote("accepted", with("/account/discoverable", json!(false))).quote, None);
    assert_eq!(quote("accepted", with("/visibility", json!("private"))).quote, None);
    assert_eq!(quote("accepted", json!(null)).quote, None);
    assert!(quote("accepted", with("/sensitive", json!(true))).caution.sensitive);
}

#[test]
fn what_is_not_for_us_is_not_brought() {
    for status in [
        with("/visibility", json!("private")),
        with("/visibility", json!("direct")),
        with("/account/discoverable", json!(false)),
        with("/account/note", json!("<p>Please: #<span>NoBot</span></p>")),
    ] {
        assert_eq!(mapped(&status), Err(Unfit::Unwanted), "{status}");
    }
    let mut boost = written();
    boost["reblog"] = written();
    assert_eq!(mapped(&boost), Err(Unfit::Unwanted));
    assert!(mapped(&with("/visibility", json!("unlisted"))).is_ok());
}

#[test]
fn what_cannot_be_is_unreadable() {
    for status in [
        with("/created_at", json!("1970-01-01T00:00:00Z")),
        with("/created_at", json!("2106-01-01T00:00:00Z")),
        with("/created_at", json!("yesterday")),
        with("/uri", json!("")),
        with("/uri", json!("u".repeat(3_000))),
        with("/account/acct", json!("\u{7}\u{202e}")),
    ] {
        assert!(matches!(mapped(&status), Err(Unfit::Unreadable(_))), "{status}");
    }
    assert_eq!(mapped(&with("/created_at", json!("2026-06-26T20:00:00Z"))).unwrap().created_at, NOW);
    assert_eq!(mapped(&with("/account/followers_count", json!(-1))).unwrap().author.followers, None);
    assert_eq!(mapped(&with("/language", json!("en\" x"))).unwrap().lang, None);
}
