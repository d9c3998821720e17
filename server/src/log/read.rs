//! Reading in pages: no read lasts long enough to hold up the writer's checkpoints.

use rusqlite::{Connection, Row, Rows};

use super::{Damage, LogError, Wound, error::is_corrupt, row};
use crate::domain::{Entry, Seq};

/// The most entries that one read gives: a few milliseconds of work.
pub(super) const PAGE: usize = 1_000;

/// The entries above `since`, at most `limit` and never more than a [`PAGE`].
pub(super) fn page(connection: &Connection, since: Seq, limit: usize) -> Result<Vec<Entry>, LogError> {
    let limit = limit.min(PAGE);
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {} FROM entries WHERE seq > ?1 ORDER BY seq LIMIT ?2",
        row::COLUMNS
    ))?;
    let mut rows = statement.query((since.0.cast_signed(), limit.cast_signed()))?;
    let mut entries = Vec::with_capacity(limit);
    let mut expected = since.next();
    while let Some(row) = next(&mut rows, expected)? {
        entries.push(row::decode(row, expected)?);
        expected = expected.next();
    }
    Ok(entries)
}

/// Every entry in order, given to `each` one by one. Answers with the number of the last.
pub(super) fn all(connection: &Connection, mut each: impl FnMut(Entry)) -> Result<Seq, LogError> {
    let mut head = Seq(0);
    loop {
        let entries = page(connection, head, PAGE)?;
        let Some(last) = entries.last() else { return Ok(head) };
        head = last.seq;
        entries.into_iter().for_each(&mut each);
    }
}

/// The number of the last entry.
pub(super) fn head(connection: &Connection) -> Result<Seq, LogError> {
    let head: i64 =
        connection.query_row("SELECT coalesce(max(seq), 0) FROM entries", [], |row| row.get(0))?;
    Ok(Seq(head.cast_unsigned()))
}

fn next<'r, 's>(rows: &'r mut Rows<'s>, expected: Seq) -> Result<Option<&'r Row<'s>>, LogError> {
    rows.next().map_err(|error| {
        if is_corrupt(&error) {
            Damage { seq: expected, what: Wound::Broken(error.to_string()) }.into()
        } else {
            error.into()
        }
    })
}
