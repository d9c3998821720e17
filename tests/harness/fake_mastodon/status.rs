//! Statuses of invented people.

use backchannel::domain::At;
use serde_json::{Value, json};

/// A public status with the tag `#SoMeSummit`, as the API gives it. The number is the server's own; the `uri` is of
/// another server, where its author lives.
#[must_use]
pub fn status(number: u64, text: &str, now: At) -> Value {
    let uri = format!("https://social.example/users/amara/statuses/{number}");
    json!({
        "id": number.to_string(), "uri": uri, "url": format!("https://social.example/@amara/{number}"),
        "created_at": now.to_string(), "edited_at": null, "in_reply_to_id": null, "in_reply_to_account_id": null,
        "sensitive": false, "spoiler_text": "", "visibility": "public", "language": "en",
        "replies_count": 0, "reblogs_count": 0, "favourites_count": 0, "reblog": null, "quote": null,
        "content": format!("<p>{text} <a href=\"https://social.example/tags/SoMeSummit\" class=\"mention hashtag\" rel=\"tag\">#<span>SoMeSummit</span></a></p>"),
        "account": {
            "id": "77", "username": "amara", "acct": "amara@social.example", "display_name": "Amara Okafor",
            "locked": false, "bot": false, "discoverable": true, "indexable": true, "noindex": false,
            "note": "<p>Teaches.</p>", "url": "https://social.example/@amara", "followers_count": 100,
            "avatar": "https://social.example/a.gif", "avatar_static": "https://social.example/a.png", "emojis": [],
        },
        "media_attachments": [], "mentions": [], "emojis": [], "card": null, "poll": null,
        "tags": [{ "name": "somesummit", "url": "https://social.example/tags/somesummit" }],
    })
}

/// The names of a status's tags as the server compares them.
pub(super) fn tags(status: &Value) -> Vec<String> {
    let tags = status["tags"].as_array().into_iter().flatten();
    tags.filter_map(|tag| tag["name"].as_str()).map(str::to_lowercase).collect()
}
