//! JSON objects, one a line: posts in our own format, or what twarc2 keeps.

use std::io::{self, BufRead, Read};

use super::{Archive, twarc::Twarc};
use crate::domain::{At, line};

/// Longest line, in bytes: a page of twarc2 holds some hundred posts and everything that they refer to.
const PAGE_LIMIT: usize = 16 * 1024 * 1024;

pub(super) fn read(mut from: impl BufRead, now: At) -> io::Result<Archive> {
    let mut archive = Archive::default();
    let mut twarc = Twarc::new(now);
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        match take_line(&mut from, &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                archive.stopped(number, error)?;
                break;
            }
        }
        let text = line.trim_ascii();
        if text.is_empty() {
            continue;
        }
        match twarc.read(text) {
            Some(found) => found.into_iter().for_each(|found| archive.take(number, found)),
            None => archive.take(number, line::read(text, now).map(|post| [post])),
        }
    }
    Ok(archive)
}

/// Reads to the next line break, keeping no more than one byte over the limit: no such line is whole.
fn take_line(from: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<usize> {
    let limit = PAGE_LIMIT as u64 + 1;
    let taken = from.by_ref().take(limit).read_until(b'\n', line)?;
    if taken as u64 >= limit && line.last() != Some(&b'\n') {
        skip_to_break(from)?;
    }
    Ok(taken)
}

fn skip_to_break(from: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = from.fill_buf()?;
        let found = buffer.iter().position(|byte| *byte == b'\n');
        let used = found.map_or(buffer.len(), |at| at + 1);
        from.consume(used);
        if used == 0 || found.is_some() {
            return Ok(());
        }
    }
}
