//! One entry as one row, with a checksum over everything in it.

use rusqlite::{Row, params};
use serde::de::DeserializeOwned;

use super::{Damage, Wound};
use crate::domain::{Actor, At, Class, Entry, Event, Seq};

/// Selects what [`decode`] reads. The event comes last: it is the one that may run over several pages.
pub(super) const COLUMNS: &str = "seq, at, class, actor, key, sum, event";

/// Takes what [`write`] binds.
pub(super) const INSERT: &str =
    "INSERT INTO entries (seq, at, class, actor, key, sum, event) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

/// Takes what [`write`] binds.
pub(super) const REPLACE: &str =
    "UPDATE entries SET at = ?2, class = ?3, actor = ?4, key = ?5, sum = ?6, event = ?7 WHERE seq = ?1";

/// The stored bytes of an entry, all that the checksum covers.
struct Fields<'a> {
    seq: i64,
    at: i64,
    class: &'a [u8],
    actor: &'a [u8],
    key: Option<&'a [u8]>,
    event: &'a [u8],
}

impl<'a> Fields<'a> {
    /// CRC-32 finds every change of a single byte. Lengths go in too, so that no byte can move to a neighbour.
    fn sum(&self) -> i64 {
        let mut sum = crc32fast::Hasher::new();
        sum.update(&self.seq.to_le_bytes());
        sum.update(&self.at.to_le_bytes());
        sum.update(&[u8::from(self.key.is_some())]);
        for text in [self.class, self.actor, self.key.unwrap_or_default(), self.event] {
            sum.update(&(text.len() as u64).to_le_bytes());
            sum.update(text);
        }
        i64::from(sum.finalize())
    }

    fn of(row: &'a Row<'_>) -> rusqlite::Result<(Self, i64)> {
        let text = |column| Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_bytes()?);
        let key = row.get_ref(4)?.as_bytes_or_null()?;
        let fields = Self {
            seq: row.get(0)?,
            at: row.get(1)?,
            class: text(2)?,
            actor: text(3)?,
            key,
            event: text(6)?,
        };
        Ok((fields, row.get(5)?))
    }
}

/// Binds an entry to [`INSERT`] or [`REPLACE`] and runs it.
pub(super) fn write(statement: &mut rusqlite::Statement<'_>, entry: &Entry) -> rusqlite::Result<usize> {
    let (class, actor, event) = (class(entry.event.class()), json(&entry.actor), json(&entry.event));
    let fields = Fields {
        seq: entry.seq.0.cast_signed(),
        at: entry.at.0,
        class: class.as_bytes(),
        actor: actor.as_bytes(),
        key: entry.key.as_ref().map(String::as_bytes),
        event: event.as_bytes(),
    };
    statement.execute(params![fields.seq, fields.at, class, actor, entry.key, fields.sum(), event])
}

/// Reads the entry that must stand here: another number means that this one is gone.
pub(super) fn decode(row: &Row<'_>, expected: Seq) -> Result<Entry, Damage> {
    let wounded = |what| Damage { seq: expected, what };
    let (fields, sum) = Fields::of(row).map_err(|_| wounded(Wound::Changed))?;
    if fields.seq != expected.0.cast_signed() {
        return Err(wounded(Wound::Missing));
    }
    if fields.sum() != sum {
        return Err(wounded(Wound::Changed));
    }
    entry(&fields, expected).map_err(|why| wounded(Wound::Unreadable(why)))
}

fn entry(fields: &Fields<'_>, seq: Seq) -> Result<Entry, String> {
    let key = fields.key.map(|key| String::from_utf8(key.to_vec())).transpose().map_err(|e| e.to_string())?;
    Ok(Entry {
        seq,
        at: At(fields.at),
        actor: parsed::<Actor>(fields.actor)?,
        key,
        event: parsed::<Event>(fields.event)?,
    })
}

fn parsed<T: DeserializeOwned>(json: &[u8]) -> Result<T, String> {
    serde_json::from_slice(json).map_err(|e| e.to_string())
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("the domain's words are plain data, which JSON can always hold")
}

/// Stands in the row for people who look at the log with SQL; the program asks the event.
fn class(class: Class) -> &'static str {
    match class {
        Class::Public => "public",
        Class::Staff => "staff",
        Class::Private => "private",
    }
}
