//! The hub's promises, as sentences.

mod gapless;
mod many;
mod notes;
mod presence;
mod removal;
mod rings;

use std::collections::HashMap;

use bytes::Bytes;

use super::{Gathered, Hub, Limits, Message, Reader};
use crate::domain::Seq;

type Batch = HashMap<&'static str, Vec<Message>>;

fn hub() -> Hub<&'static str> {
    Hub::new(Seq(0), Limits::default())
}

fn message(seq: u64, text: &str) -> Message {
    Message { seq: Seq(seq), bytes: Bytes::copy_from_slice(text.as_bytes()) }
}

/// A batch for the ring `wall`.
fn batch(messages: &[(u64, &str)]) -> Batch {
    HashMap::from([("wall", messages.iter().map(|(seq, text)| message(*seq, text)).collect())])
}

fn texts(bytes: Vec<Bytes>) -> Vec<String> {
    bytes.into_iter().map(|bytes| String::from_utf8(bytes.to_vec()).unwrap()).collect()
}

/// The messages for a reader that has not fallen.
fn messages(reader: &mut Reader) -> Vec<String> {
    match reader.gathered() {
        Gathered::Some { messages, .. } => texts(messages),
        Gathered::Fallen => panic!("it has fallen at {}", reader.cursor()),
    }
}

/// The notes for a reader that has not fallen.
fn notes(reader: &mut Reader) -> Vec<String> {
    match reader.gathered() {
        Gathered::Some { notes, .. } => texts(notes),
        Gathered::Fallen => panic!("it has fallen at {}", reader.cursor()),
    }
}
