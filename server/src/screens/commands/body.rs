//! The body of a command: JSON or a form, brought into one shape.

use serde::Deserialize as _;
use serde_json::{Map, Value};

use crate::domain::{
    Refusal,
    text::{clean, clean_line},
};

/// What stands in a body beside the command's own fields.
#[derive(Debug, Default)]
pub struct Body {
    pub fields: Value,
    /// The idempotency key: the same key twice acts once.
    pub key: Option<String>,
}

/// Longest idempotency key, in bytes: a UUID with room to spare.
const KEY_LIMIT: usize = 100;

/// Reads a body. In a form every value is text, and an empty field is one that was not filled in.
///
/// # Errors
/// [`Refusal::Invalid`] for what is neither a JSON object nor a form.
pub fn fields(json: bool, bytes: &[u8]) -> Result<Body, Refusal> {
    let mut fields = if json {
        serde_json::from_slice::<Map<String, Value>>(bytes)
            .map_err(|error| Refusal::invalid("body", format!("This is not a JSON object: {error}.")))?
    } else {
        form(bytes)
    };
    let key = match fields.remove("key") {
        None => None,
        Some(Value::String(key)) if (1..=KEY_LIMIT).contains(&key.len()) => Some(key),
        Some(_) => return Err(Refusal::invalid("key", "An idempotency key is a text of 1 to 100 bytes.")),
    };
    Ok(Body { fields: Value::Object(fields), key })
}

fn form(bytes: &[u8]) -> Map<String, Value> {
    let filled = url_pairs(bytes).filter(|(_, value)| !value.trim().is_empty());
    filled.map(|(name, value)| (name, Value::String(value))).collect()
}

fn url_pairs(bytes: &[u8]) -> impl Iterator<Item = (String, String)> {
    form_urlencoded::parse(bytes).map(|(name, value)| (name.into_owned(), value.into_owned()))
}

pub(super) fn misfit(error: serde_json::Error) -> Refusal {
    Refusal::invalid("body", format!("The fields do not fit this command: {error}."))
}

/// A number that a form sends as text.
pub(super) fn number<'de, D, N>(deserializer: D) -> Result<Option<N>, D::Error>
where
    D: serde::Deserializer<'de>,
    N: TryFrom<u64>,
{
    let misfit = || serde::de::Error::custom("this is not a whole number that fits");
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::Number(number) => {
            number.as_u64().and_then(|n| N::try_from(n).ok()).map(Some).ok_or_else(misfit)
        }
        Value::String(text) => {
            text.trim().parse::<u64>().ok().and_then(|n| N::try_from(n).ok()).map(Some).ok_or_else(misfit)
        }
        _ => Err(misfit()),
    }
}

/// A text that a person must fill in: cleaned, not empty, at most `limit` characters.
pub(super) fn filled(field: &'static str, text: &str, limit: usize) -> Result<String, Refusal> {
    let cleaned = clean(text, limit + 1);
    if cleaned.is_empty() {
        return Err(Refusal::invalid(field, "Write something first."));
    }
    let length = cleaned.chars().filter(|c| *c != '…').count();
    if length > limit {
        return Err(Refusal::invalid(
            field,
            format!("This is longer than {limit} characters. Shorten it and send it again."),
        ));
    }
    Ok(cleaned)
}

/// Several short texts: a list, or what a form's text area holds, one a line or parted by commas.
pub(super) fn several<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let texts: Vec<String> = match Value::deserialize(deserializer)? {
        Value::Array(list) => list
            .into_iter()
            .map(serde_json::from_value)
            .collect::<Result<_, _>>()
            .map_err(serde::de::Error::custom)?,
        Value::String(text) => text.split([',', '\n']).map(str::to_owned).collect(),
        Value::Null => Vec::new(),
        _ => return Err(serde::de::Error::custom("this is neither a list nor a text")),
    };
    let mut texts: Vec<String> =
        texts.iter().map(|text| clean_line(text)).filter(|text| !text.is_empty()).collect();
    texts.sort_unstable();
    texts.dedup();
    Ok(texts)
}
