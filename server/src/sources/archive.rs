//! A file of posts, one JSON object a line in our own format, plain or gzipped.

use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

use flate2::read::MultiGzDecoder;

use crate::domain::{
    At, Post,
    line::{self, LINE_LIMIT},
};

/// Posts of an archive, oldest first, and the lines that were none.
#[derive(Debug, Default)]
pub struct Archive {
    pub posts: Vec<Post>,
    pub rejected: Vec<Rejected>,
}

/// A line that is no post.
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
    let mut archive =
        if is_gzip { lines(BufReader::new(MultiGzDecoder::new(file)), now)? } else { lines(file, now)? };
    archive.posts.sort_by_key(|post| post.created_at);
    Ok(archive)
}

fn lines(mut from: impl BufRead, now: At) -> io::Result<Archive> {
    let mut archive = Archive::default();
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        match take_line(&mut from, &mut line) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                archive.rejected.push(Rejected { line: number, why: "the file ends in the middle".into() });
                break;
            }
            Err(error) => return Err(error),
        }
        let text = line.trim_ascii();
        if text.is_empty() {
            continue;
        }
        match line::read(text, now) {
            Ok(post) => archive.posts.push(post),
            Err(why) => archive.rejected.push(Rejected { line: number, why }),
        }
    }
    Ok(archive)
}

/// Reads to the next line break, keeping no more than one byte over the limit: such a line is rejected by its length.
fn take_line(from: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<usize> {
    let limit = LINE_LIMIT as u64 + 1;
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

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    const NOW: At = At(1_403_784_720_000);

    fn post(id: u32, hour: u32) -> String {
        format!(
            r#"{{"network":"x","id":"{id}","author":{{"handle":"a"}},"text":"t","created_at":"2014-06-26T{hour:02}:00:00Z"}}"#
        )
    }

    #[test]
    fn good_lines_go_in_and_bad_ones_are_named() {
        let text =
            format!("{}\n\nrubbish\n{}\n{}", post(1, 2), "x".repeat(LINE_LIMIT * 2), &post(2, 1)[..40]);
        let archive = lines(Cursor::new(text), NOW).unwrap();
        assert_eq!(archive.posts.len(), 1);
        assert_eq!(archive.rejected.iter().map(|rejected| rejected.line).collect::<Vec<_>>(), [3, 4, 5]);
        assert!(archive.rejected[1].why.contains("limit"));
    }

    #[test]
    fn an_archive_that_stands_newest_first_is_turned_round() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("archive.ndjson");
        std::fs::write(&path, format!("{}\n{}\n", post(2, 9), post(1, 8))).unwrap();
        let ids: Vec<_> = read(&path, NOW).unwrap().posts.into_iter().map(|post| post.id).collect();
        assert_eq!(ids, ["1", "2"]);
    }
}
