//! A file of posts, plain or gzipped, in one of three formats: our own NDJSON, what twarc2 keeps, or a sheet of TAGS.
//!
//! What the file holds is told by its content. The first line of a sheet names its columns; everything else is one JSON
//! object a line, and each line says itself whose it is.

mod lines;
mod sheet;
mod twarc;

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Cursor, Read},
    path::Path,
};

use flate2::read::MultiGzDecoder;

use crate::domain::{At, Post, line::LINE_LIMIT};

/// Posts of an archive, oldest first, and the lines that were none.
#[derive(Debug, Default)]
pub struct Archive {
    pub posts: Vec<Post>,
    pub rejected: Vec<Rejected>,
}

/// A line, or a post of it, that could not be taken.
#[derive(Debug)]
pub struct Rejected {
    /// Counted from 1.
    pub line: usize,
    pub why: String,
}

/// Reads a whole archive; posts are sorted by their own time, since many archives stand newest first.
///
/// # Errors
/// When the file cannot be opened or read. A last line that was cut off is a rejected line; gzip that ends too early
/// loses only what was cut.
pub fn read(path: &Path, now: At) -> io::Result<Archive> {
    let mut file = BufReader::new(File::open(path)?);
    let is_gzip = file.fill_buf()?.starts_with(&[0x1f, 0x8b]);
    let mut archive = if is_gzip {
        unpacked(BufReader::new(MultiGzDecoder::new(file)), now)?
    } else {
        unpacked(file, now)?
    };
    archive.posts.sort_by_key(|post| post.created_at);
    Ok(archive)
}

fn unpacked(mut from: impl BufRead, now: At) -> io::Result<Archive> {
    let mut head = Vec::new();
    let limit = LINE_LIMIT as u64;
    match from.by_ref().take(limit).read_until(b'\n', &mut head) {
        // Whoever reads on meets the same end, and knows what to say about it.
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {}
        taken => _ = taken?,
    }
    let is_sheet = sheet::begins_with(&head);
    let whole = Cursor::new(head).chain(from);
    if is_sheet { sheet::read(whole, now) } else { lines::read(whole, now) }
}

impl Archive {
    fn take(&mut self, line: usize, found: Result<impl IntoIterator<Item = Post>, String>) {
        match found {
            Ok(posts) => self.posts.extend(posts),
            Err(why) => self.rejected.push(Rejected { line, why }),
        }
    }

    /// A file that was cut off is read as far as it goes; any other trouble is the caller's.
    fn stopped(&mut self, line: usize, error: io::Error) -> io::Result<()> {
        if error.kind() != io::ErrorKind::UnexpectedEof {
            return Err(error);
        }
        self.rejected.push(Rejected { line, why: "the file ends in the middle".into() });
        Ok(())
    }
}

#[cfg(test)]
mod tests;
