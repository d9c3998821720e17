//! Jetstream's first dialect: `/subscribe`, one bare JSON object a message.

use reqwest::Url;
use serde::Deserialize;
use serde_json::Value;

use super::wire::{FRAME_LIMIT, Micros, Told, What, Wire, is_did, is_gone, is_rkey};

pub(super) const COLLECTION: &str = "app.bsky.feed.post";
/// Smaller cursors would be sequence numbers.
const FIRST_MICROS: Micros = 1_000_000_000_000_000;

/// The dialect.
#[derive(Clone, Copy)]
pub(super) struct V1;

#[derive(Deserialize)]
struct Message {
    did: String,
    time_us: Micros,
    kind: String,
    commit: Option<Commit>,
    account: Option<Account>,
}

#[derive(Deserialize)]
struct Commit {
    operation: String,
    collection: String,
    rkey: String,
    record: Option<Value>,
}

#[derive(Deserialize)]
struct Account {
    active: bool,
    status: Option<String>,
}

impl Wire for V1 {
    fn address(&self, jetstream: &Url, since: Option<Micros>) -> Url {
        let mut address = jetstream.clone();
        address.set_path(&format!("{}/subscribe", jetstream.path().trim_end_matches('/')));
        address
            .query_pairs_mut()
            .append_pair("wantedCollections", COLLECTION)
            .append_pair("maxMessageSizeBytes", &FRAME_LIMIT.to_string())
            .extend_pairs(since.map(|since| ("cursor", since.max(FIRST_MICROS).to_string())));
        address
    }

    fn read(&self, message: &[u8]) -> Result<Told, &'static str> {
        if message.len() > FRAME_LIMIT {
            return Err("a message that is too long");
        }
        let Message { did, time_us, kind, commit, account } =
            serde_json::from_slice(message).map_err(|_| "a message that is not as Jetstream writes them")?;
        if !is_did(&did) {
            return Err("an account id that is none");
        }
        if time_us < FIRST_MICROS {
            return Err("a message without a time");
        }
        let what = match (kind.as_str(), commit, account) {
            ("commit", Some(commit), _) if commit.collection == COLLECTION => commit.read()?,
            ("account", _, Some(account)) if is_gone(account.active, account.status.as_deref()) => What::Gone,
            ("identity", ..) => What::Renamed,
            _ => What::Other,
        };
        Ok(Told { did, at: time_us, what })
    }
}

impl Commit {
    fn read(self) -> Result<What, &'static str> {
        let Self { operation, rkey, record, .. } = self;
        if !is_rkey(&rkey) {
            return Err("a post id that is none");
        }
        match (operation.as_str(), record) {
            ("create" | "update", Some(record)) => Ok(What::Written { rkey, record }),
            ("delete", _) => Ok(What::Deleted { rkey }),
            _ => Err("a commit that writes nothing"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn what(rest: &str) -> Result<What, &'static str> {
        let message = format!(r#"{{"did":"did:plc:amara","time_us":1782475920000001,{rest}}}"#);
        V1.read(message.as_bytes()).map(|told| told.what)
    }

    fn commit(operation: &str, rest: &str) -> String {
        let commit = r#""rev":"r","collection":"app.bsky.feed.post","rkey":"3k1""#;
        format!(r#""kind":"commit","commit":{{{commit},"operation":"{operation}"{rest}}}"#)
    }

    #[test]
    fn it_reads_what_jetstream_writes() {
        let rkey = || "3k1".to_owned();
        let written = Ok(What::Written { rkey: rkey(), record: serde_json::json!({"text": "a"}) });
        assert_eq!(what(&commit("create", r#","record":{"text":"a"},"cid":"b""#)), written);
        assert_eq!(what(&commit("update", r#","record":{"text":"a"},"cid":"b""#)), written);
        assert_eq!(what(&commit("delete", "")), Ok(What::Deleted { rkey: rkey() }));
        let account =
            |status: &str| format!(r#""kind":"account","account":{{"active":false,"status":"{status}"}}"#);
        assert_eq!(what(&account("takendown")), Ok(What::Gone));
        assert_eq!(what(&account("throttled")), Ok(What::Other));
        assert_eq!(what(r#""kind":"identity","identity":{"did":"did:plc:amara"}"#), Ok(What::Renamed));
        assert_eq!(what(r#""kind":"weather","cursor":7"#), Ok(What::Other));
    }

    #[test]
    fn rubbish_is_refused_in_words() {
        assert!(V1.read(b"\xff\xfe{").is_err());
        assert!(V1.read(&vec![b'['; 200_000]).is_err());
        assert!(V1.read(&vec![b' '; FRAME_LIMIT + 1]).unwrap_err().contains("long"));
        assert!(what(&commit("create", "")).unwrap_err().contains("nothing"));
        assert!(what(&commit("create", "").replace("3k1", "../x")).unwrap_err().contains("post id"));
        let old = br#"{"did":"did:plc:amara","time_us":7,"kind":"identity"}"#;
        assert!(V1.read(old).unwrap_err().contains("time"));
    }

    #[test]
    fn it_asks_for_posts_from_a_place_on() {
        let jetstream = Url::parse("ws://127.0.0.1:1/mirror/").unwrap();
        let address = V1.address(&jetstream, Some(1_782_475_920_000_001)).to_string();
        assert!(
            address.starts_with("ws://127.0.0.1:1/mirror/subscribe?wantedCollections=app.bsky.feed.post&")
        );
        assert!(address.ends_with("&cursor=1782475920000001"), "{address}");
        assert!(!V1.address(&jetstream, None).as_str().contains("cursor"));
    }
}
