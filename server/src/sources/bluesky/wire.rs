//! What a Jetstream tells, whatever dialect it speaks.

use reqwest::Url;
use serde_json::Value;

/// A Jetstream's own time: microseconds since 1970. It is also the cursor to go on from.
pub(super) type Micros = i64;

/// Longest message that is read, in bytes. A post is some kilobytes; servers are asked to keep longer ones.
pub(super) const FRAME_LIMIT: usize = 256 * 1024;

/// One dialect of Jetstream.
pub(super) trait Wire {
    /// Where to connect for posts from `since` on; without it, for those written from now on.
    fn address(&self, jetstream: &Url, since: Option<Micros>) -> Url;

    /// Reads one message, or says why that cannot be done.
    fn read(&self, message: &[u8]) -> Result<Told, &'static str>;
}

/// One thing that happened on the network.
#[derive(Debug, PartialEq)]
pub(super) struct Told {
    pub did: String,
    pub at: Micros,
    pub what: What,
}

#[derive(Debug, PartialEq)]
pub(super) enum What {
    /// A post, new or changed.
    Written {
        rkey: String,
        record: Value,
    },
    Deleted {
        rkey: String,
    },
    /// The account has left or was taken down.
    Gone,
    /// Its handle may have changed.
    Renamed,
    /// Nothing to us.
    Other,
}

/// Whether an account's new status takes its posts away. Taken down, suspended, deleted and deactivated do: somebody
/// decided that these posts should not be seen, and a status that is not known yet, or missing, is read the same way.
/// `desynchronized` and `throttled` speak of a server's troubles and not of the person. A withdrawal is final: whoever
/// comes back is heard again, and their earlier posts stay away.
pub(super) fn is_gone(active: bool, status: Option<&str>) -> bool {
    !active && !matches!(status, Some("desynchronized" | "throttled"))
}

/// Ids as atproto allows them. They go into addresses.
pub(super) fn is_did(did: &str) -> bool {
    let body = did.strip_prefix("did:").unwrap_or_default();
    (3..=2_044).contains(&body.len())
        && body.bytes().all(|b| b.is_ascii_alphanumeric() || b".:-_%".contains(&b))
}

/// As [`is_did`], for the last part of a post's address.
pub(super) fn is_rkey(rkey: &str) -> bool {
    (1..=512).contains(&rkey.len())
        && rkey.bytes().all(|b| b.is_ascii_alphanumeric() || b".:-_~".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_who_left_is_gone_and_a_server_in_trouble_is_not() {
        for status in ["takendown", "suspended", "deleted", "deactivated", "not invented yet"] {
            assert!(is_gone(false, Some(status)), "{status}");
        }
        assert!(is_gone(false, None));
        assert!(!is_gone(false, Some("desynchronized")) && !is_gone(false, Some("throttled")));
        assert!(!is_gone(true, None));
    }

    #[test]
    fn ids_fit_into_addresses() {
        assert!(is_did("did:plc:amaraexample") && is_did("did:web:meded.example") && is_rkey("3kabc"));
        for bad in ["did:", "plc:abc", "did:plc:a/b", "did:plc:\u{0}abc", "did:plc:日本語"] {
            assert!(!is_did(bad), "{bad:?}");
        }
        assert!(!is_rkey("") && !is_rkey("a/b") && !is_rkey(&"x".repeat(513)));
    }
}
