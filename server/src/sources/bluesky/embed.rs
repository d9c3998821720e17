//! What hangs on a post: pictures, a video, a page. Kinds that are not known yet are passed over.
//!
//! A quoted post is named by its address alone, and its words are not told. They are not taken from the posts that are
//! here either: a copy would stay when its original is hidden or withdrawn.

use serde_json::Value;

use crate::domain::{
    Media, MediaKind,
    text::{POST_LIMIT, clean},
};

use super::map::address;

const LIMIT: usize = 10;

/// The media of an embed.
pub(super) fn media(embed: &Value, did: &str) -> Vec<Media> {
    let kind = embed["$type"].as_str().unwrap_or_default();
    match kind.strip_prefix("app.bsky.embed.").unwrap_or_default() {
        "images" => pictures(&embed["images"], did),
        // Its list has had two names.
        "gallery" => {
            [&embed["items"], &embed["media"]].into_iter().flat_map(|list| pictures(list, did)).collect()
        }
        "video" => blob(&embed["video"], &embed["alt"], did, MediaKind::Video).into_iter().collect(),
        "external" => page(&embed["external"]).into_iter().collect(),
        "recordWithMedia" => media(&embed["media"], did),
        _ => Vec::new(),
    }
}

fn pictures(list: &Value, did: &str) -> Vec<Media> {
    let list = list.as_array().into_iter().flatten().take(LIMIT);
    list.filter_map(|item| blob(&item["image"], &item["alt"], did, MediaKind::Image)).collect()
}

/// A record holds a reference; this is where the network's own program fetches the picture from.
fn blob(blob: &Value, alt: &Value, did: &str, kind: MediaKind) -> Option<Media> {
    let cid = blob["ref"]["$link"].as_str().or_else(|| blob["cid"].as_str())?;
    let is_cid = (1..=128).contains(&cid.len()) && cid.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let url = format!("https://cdn.bsky.app/img/feed_thumbnail/plain/{did}/{cid}@jpeg");
    is_cid.then(|| Media { url, alt: words(alt), kind })
}

fn page(external: &Value) -> Option<Media> {
    let url = address(&external["uri"])?;
    Some(Media { url, alt: words(&external["title"]), kind: MediaKind::Other })
}

fn words(told: &Value) -> Option<String> {
    told.as_str().map(|told| clean(told, POST_LIMIT)).filter(|told| !told.is_empty())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn picture(alt: &str) -> Value {
        json!({"alt": alt, "image": {"$type": "blob", "ref": {"$link": "bafkexample"}, "mimeType": "image/png"}})
    }

    #[test]
    fn pictures_come_with_their_words() {
        let images = json!({"$type": "app.bsky.embed.images", "images": [picture("A poster"), picture(" ")]});
        let found = media(&images, "did:plc:amara");
        assert_eq!(
            found[0].url,
            "https://cdn.bsky.app/img/feed_thumbnail/plain/did:plc:amara/bafkexample@jpeg"
        );
        assert_eq!((found[0].alt.as_deref(), found[1].alt.as_deref()), (Some("A poster"), None));
        let quote = json!({"$type": "app.bsky.embed.recordWithMedia", "record": {}, "media": images});
        assert_eq!(media(&quote, "did:plc:amara"), found);
        for list in ["items", "media"] {
            let gallery = json!({"$type": "app.bsky.embed.gallery", list: vec![picture("a"); 30]});
            assert_eq!(media(&gallery, "did:plc:amara").len(), LIMIT);
        }
    }

    #[test]
    fn a_video_and_a_page_are_media_too() {
        let video =
            json!({"$type": "app.bsky.embed.video", "alt": "A talk", "video": {"cid": "bafkexample"}});
        assert_eq!(media(&video, "did:plc:amara")[0].kind, MediaKind::Video);
        let external = json!({"uri": "https://press.example/a", "title": "A story", "description": ""});
        let page = media(&json!({"$type": "app.bsky.embed.external", "external": external}), "did:plc:amara");
        let story = Some("A story".to_owned());
        assert_eq!(
            page,
            [Media { url: "https://press.example/a".into(), alt: story, kind: MediaKind::Other }]
        );
    }

    #[test]
    fn what_is_not_known_is_passed_over() {
        let unknown = [
            json!(null),
            json!([1]),
            json!({"$type": "app.bsky.embed.hologram", "images": [picture("a")]}),
            json!({"$type": "app.bsky.embed.images", "images": [7, {"image": {"ref": {"$link": "../../x"}}}]}),
            json!({"$type": "app.bsky.embed.external", "external": {"uri": "javascript:alert(1)"}}),
            json!({"$type": "app.bsky.embed.record", "record": {"uri": "at://did:plc:b/app.bsky.feed.post/1"}}),
        ];
        assert!(unknown.iter().all(|embed| media(embed, "did:plc:amara").is_empty()));
    }
}
