//! A sheet of posts in comma-separated values, as TAGS fills it.

mod entities;
mod row;

use std::io::{self, Read};

use csv::{ByteRecord, ErrorKind, Position, Reader, ReaderBuilder, StringRecord, Terminator};

use self::row::Row;
use super::Archive;
use crate::domain::{At, Post, line::LINE_LIMIT};

/// Whether a file's first line names the columns that a post needs. Their order is free.
pub(super) fn begins_with(head: &[u8]) -> bool {
    reader(head).headers().is_ok_and(row::is_told_by)
}

pub(super) fn read(from: impl Read, now: At) -> io::Result<Archive> {
    let mut archive = Archive::default();
    let mut rows = reader(from);
    let header = match rows.byte_headers() {
        Ok(header) => StringRecord::from_byte_record_lossy(header.clone()),
        Err(error) => return archive.stopped(1, plain(error)).map(|()| archive),
    };
    let mut cells = ByteRecord::new();
    loop {
        match rows.read_byte_record(&mut cells) {
            Ok(true) if cells.as_slice().trim_ascii().is_empty() => {}
            Ok(true) => archive.take(line(cells.position()), post(&header, &cells, now)),
            Ok(false) => return Ok(archive),
            Err(error) => {
                return archive.stopped(line(Some(rows.position())), plain(error)).map(|()| archive);
            }
        }
    }
}

fn reader<R: Read>(from: R) -> Reader<R> {
    // With the parser's own way of reading CRLF, each row would begin on the line above.
    ReaderBuilder::new().flexible(true).terminator(Terminator::Any(b'\n')).from_reader(from)
}

fn post(header: &StringRecord, cells: &ByteRecord, now: At) -> Result<[Post; 1], String> {
    let length = cells.as_slice().len();
    if length > LINE_LIMIT {
        return Err(format!("the row has {length} bytes; {LINE_LIMIT} is the limit"));
    }
    if cells.len() < header.len() {
        return Err(format!("the row has {} of {} columns", cells.len(), header.len()));
    }
    let cells = StringRecord::from_byte_record_lossy(cells.clone());
    if cells == *header {
        return Err("the header again".into());
    }
    Row::new(header, &cells).post(now).map(|post| [post])
}

fn line(at: Option<&Position>) -> usize {
    at.and_then(|at| at.line().try_into().ok()).unwrap_or_default()
}

fn plain(error: csv::Error) -> io::Error {
    match error.into_kind() {
        ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

#[cfg(test)]
mod tests;
