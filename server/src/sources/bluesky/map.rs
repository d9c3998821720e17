//! From a post's record to our post.
//!
//! | `app.bsky.feed.post` | our field |
//! |---|---|
//! | did, rkey | `id` (`at://…`), `url`, `author.id` |
//! | `text`, link facets | `text`: cleaned, shortened addresses written out |
//! | tag facets, `tags[]` | `hashtags`; a bare `#word` is no tag on this network |
//! | `createdAt` | `created_at`: its writer's word, clamped to our arrival |
//! | `langs[0]` | `lang` |
//! | `reply.parent.uri` | `reply_to`, `kind` |
//! | `embed` | `media`, see [`embed`](super::embed) |
//! | `labels`, the author's labels | `caution.labels` |

use serde_json::Value;

use crate::domain::{
    At, Caution, Kind, Network, Post,
    line::{FIELD_LIMIT, believed, is_language},
    text::{POST_LIMIT, clean, clean_line, fold_tag},
};

use super::{
    embed,
    facets::{facets, spelled_out},
    labels::Labels,
    profile::stranger,
    v1::COLLECTION,
};

const HASHTAG_LIMIT: usize = 30;

/// A post's id on the network.
pub(super) fn uri(did: &str, rkey: &str) -> String {
    format!("at://{did}/{COLLECTION}/{rkey}")
}

/// The post of a record that arrives at `now`, by an author who is not known yet.
///
/// # Errors
/// Says what makes it no post.
pub(super) fn post(did: &str, rkey: &str, record: &Value, now: At) -> Result<Post, &'static str> {
    let text = record["text"].as_str().ok_or("a post without a text")?;
    let facets = facets(text, record);
    let created_at = created_at(record, now)?;
    let hashtags = hashtags(facets.iter().flat_map(|facet| facet.tags.iter().copied()), record);
    let text = clean(&spelled_out(text, &facets), POST_LIMIT);
    let parent = record["reply"]["parent"]["uri"].as_str();
    let parent = parent.filter(|uri| uri.starts_with("at://") && uri.len() <= FIELD_LIMIT);
    Ok(Post {
        kind: if parent.is_some() { Kind::Reply } else { Kind::Post },
        url: Some(format!("https://bsky.app/profile/{did}/post/{rkey}")),
        lang: record["langs"][0].as_str().filter(|lang| is_language(lang)).map(str::to_owned),
        hashtags,
        media: embed::media(&record["embed"], did),
        reply_to: parent.map(str::to_owned),
        caution: Caution { labels: Labels::of_record(record).warning, ..Caution::default() },
        ..Post::new(Network::BLUESKY, uri(did, rkey), stranger(did), text, created_at)
    })
}

/// An address that a page may name.
pub(super) fn address(told: &Value) -> Option<String> {
    let told = told.as_str()?;
    let is_web = told.starts_with("https://") || told.starts_with("http://");
    (is_web && told.len() <= FIELD_LIMIT).then(|| told.to_owned())
}

fn created_at(record: &Value, now: At) -> Result<At, &'static str> {
    let told = record["createdAt"].as_str().and_then(|told| told.parse::<At>().ok());
    let told = told.ok_or("a post without a time")?;
    believed(told, now).map_err(|_| "a post dated before 2006 or more than a day ahead")
}

/// Each once, in the spelling of whoever wrote it first.
fn hashtags<'a>(in_text: impl Iterator<Item = &'a str>, record: &'a Value) -> Vec<String> {
    let beside = record["tags"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut tags: Vec<String> = Vec::new();
    for tag in in_text.chain(beside).map(|tag| clean_line(tag.trim_start_matches(['#', '＃']))) {
        let is_new = || tags.iter().all(|known| fold_tag(known) != fold_tag(&tag));
        if !tag.is_empty() && tags.len() < HASHTAG_LIMIT && is_new() {
            tags.push(tag);
        }
    }
    tags
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: At = At(1_782_475_920_000);

    fn record() -> Value {
        json!({
            "$type": "app.bsky.feed.post",
            "text": "Ask first 👋 #SoMeSummit",
            "createdAt": "2026-06-26T12:00:00.123Z",
            "langs": ["en", "nb"],
            "facets": [{
                "index": {"byteStart": 15, "byteEnd": 26},
                "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "SoMeSummit"}]
            }],
            "tags": ["Consent", "SOMESUMMIT"],
            "reply": {"parent": {"uri": "at://did:plc:b/app.bsky.feed.post/3k0"}, "root": {}},
            "embed": {"$type": "app.bsky.embed.hologram"},
            "labels": {"values": [{"val": "graphic-media"}]}
        })
    }

    fn with(field: &str, value: Value) -> Result<Post, &'static str> {
        let mut record = record();
        record[field] = value;
        post("did:plc:amaraokafor", "3k1", &record, NOW)
    }

    #[test]
    fn a_record_is_a_post() {
        let post = post("did:plc:amaraokafor", "3k1", &record(), NOW).unwrap();
        assert_eq!(post.id, "at://did:plc:amaraokafor/app.bsky.feed.post/3k1");
        assert_eq!(post.url.as_deref(), Some("https://bsky.app/profile/did:plc:amaraokafor/post/3k1"));
        assert_eq!((post.text.as_str(), post.lang.as_deref()), ("Ask first 👋 #SoMeSummit", Some("en")));
        assert_eq!(post.hashtags, ["SoMeSummit", "Consent"]);
        assert_eq!((post.kind, post.reply_to.is_some()), (Kind::Reply, true));
        assert_eq!(post.caution.labels, ["graphic-media"]);
        assert_eq!(post.author.handle, "…raokafor");
        assert_eq!(post.created_at, At(1_782_475_200_123));
    }

    #[test]
    fn a_bare_word_is_no_tag() {
        let facets = with("facets", json!(null)).unwrap();
        assert_eq!(facets.hashtags, ["Consent", "SOMESUMMIT"]);
    }

    #[test]
    fn times_are_their_writers_word() {
        assert!(with("createdAt", json!("1970-01-01T00:00:00Z")).unwrap_err().contains("2006"));
        assert!(with("createdAt", json!("2106-01-01T00:00:00Z")).unwrap_err().contains("ahead"));
        assert!(with("createdAt", json!(7)).unwrap_err().contains("time"));
        assert_eq!(with("createdAt", json!("2026-06-26T23:00:00Z")).unwrap().created_at, NOW);
    }

    #[test]
    fn fields_of_other_shapes_do_no_harm() {
        assert!(with("text", json!(["a"])).is_err());
        for field in ["langs", "facets", "tags", "reply", "embed", "labels"] {
            for odd in [json!(null), json!(-1), json!("\u{0}\" onload="), json!([[]]), json!({"$type": [1]})]
            {
                assert!(with(field, odd.clone()).is_ok(), "{field} {odd}");
            }
        }
        assert_eq!(with("langs", json!(["en\" onload=\"x"])).unwrap().lang, None);
        assert_eq!(with("tags", json!(vec!["ab"; 99])).unwrap().hashtags.len(), 2);
    }
}
