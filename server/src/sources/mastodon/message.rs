//! What a stream says.

use serde::Deserialize;

use super::{
    bringing::{Bringing, Seen},
    status::lenient,
    stream::Ended,
};

/// One message. A status travels in it as a text, which is JSON once more.
#[derive(Debug, Deserialize)]
struct Message {
    #[serde(default, deserialize_with = "lenient")]
    event: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    payload: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    error: Option<String>,
    #[serde(default, deserialize_with = "lenient")]
    status: Option<u16>,
}

/// Reads a message. There is nothing to read in events of other streams.
///
/// # Errors
/// When the message says that the server will not stream.
pub(super) fn read(text: &str, bringing: &Bringing) -> Result<Option<Seen>, Ended> {
    let message: Message = match serde_json::from_str(text) {
        Ok(message) => message,
        Err(error) => {
            bringing.dropped(&format!("a message of the stream: {error}"));
            return Ok(None);
        }
    };
    if let Some(error) = message.error {
        return Err(refused(&error, message.status));
    }
    let payload = message.payload.unwrap_or_default();
    Ok(match message.event.as_deref() {
        Some("update" | "status.update") => Some(bringing.read(payload.as_bytes())),
        // A number that we do not know is none of a post that we brought.
        Some("delete") => Some(Seen { found: bringing.deleted(payload.trim()), new_since: None }),
        _ => None,
    })
}

fn refused(error: &str, status: Option<u16>) -> Ended {
    let error = crate::domain::text::clean_line(error);
    match status {
        Some(401 | 403) => Ended::Refused(format!(
            "the token may not read the stream ({error}); make one with the scope read:statuses"
        )),
        _ => Ended::Broken(format!("the server will not stream hashtags ({error})")),
    }
}
