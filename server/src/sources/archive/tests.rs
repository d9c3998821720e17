use std::io::Write;

use flate2::{Compression, write::GzEncoder};

use super::*;

const NOW: At = At(1_782_475_920_000);

fn own(id: u32, hour: u32) -> String {
    format!(
        r#"{{"network":"x","id":"{id}","author":{{"handle":"a"}},"text":"t","created_at":"2014-06-26T{hour:02}:00:00Z"}}"#
    )
}

fn flattened(id: u32) -> String {
    format!(
        r#"{{"id":"{id}","author_id":"11","text":"Ask first","created_at":"2014-06-26T10:00:00.000Z","author":{{"id":"11","username":"amara_o"}}}}"#
    )
}

const SHEET: &str = "id_str,from_user,text,time\r\n4,bo_l,\"Two\nlines\",26/06/2014 11:00:00\r\n";

fn unpack(text: &str) -> Archive {
    unpacked(Cursor::new(text), NOW).unwrap()
}

fn ids(archive: &Archive) -> Vec<&str> {
    archive.posts.iter().map(|post| post.id.as_str()).collect()
}

fn rejected_lines(archive: &Archive) -> Vec<usize> {
    archive.rejected.iter().map(|rejected| rejected.line).collect()
}

fn packed(text: &str) -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(text.as_bytes()).unwrap();
    gzip.finish().unwrap()
}

fn read_bytes(bytes: &[u8]) -> Archive {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive");
    std::fs::write(&path, bytes).unwrap();
    read(&path, NOW).unwrap()
}

#[test]
fn good_lines_go_in_and_bad_ones_are_named() {
    let long = own(3, 3).replace("\"t\"", &format!("\"{}\"", "t".repeat(LINE_LIMIT)));
    let archive =
        unpack(&format!("{}\n\nrubbish\n{long}\n{}\n{}", own(1, 2), flattened(2), &own(2, 1)[..40]));
    assert_eq!((ids(&archive), rejected_lines(&archive)), (vec!["1", "2"], vec![3, 4, 6]));
    assert!(archive.rejected[1].why.contains("limit"));
}

#[test]
fn every_format_is_told_by_its_content_packed_or_not() {
    let texts = [own(1, 2) + "\n", flattened(2) + "\n", SHEET.to_owned()];
    for (text, id) in texts.iter().zip(["1", "2", "4"]) {
        for bytes in [text.as_bytes(), &packed(text)] {
            let archive = read_bytes(bytes);
            assert_eq!((ids(&archive), archive.rejected.len()), (vec![id], 0), "{text}");
        }
    }
}

#[test]
fn an_archive_that_stands_newest_first_is_turned_round() {
    let archive = read_bytes(format!("{}\n{}\n", own(2, 9), own(1, 8)).as_bytes());
    assert_eq!(ids(&archive), ["1", "2"]);
}

#[test]
fn gzip_that_ends_too_early_loses_only_its_end() {
    let mut state = 1_u32;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state % 1_000_000
    };
    let lines: String = (0..2_000).map(|_| own(noise(), 2) + "\n").collect();
    let rows: String =
        (0..2_000).map(|_| format!("{},bo_l,Ask,26/06/2014 11:00:00\n", noise() + 1)).collect();
    for text in [lines, format!("id_str,from_user,text,time\n{rows}")] {
        let bytes = packed(&text);
        let archive = read_bytes(&bytes[..bytes.len() / 2]);
        assert!(archive.posts.len() > 500);
        assert_eq!(rejected_lines(&archive).len(), 1);
    }
}

#[test]
fn a_file_without_posts_is_an_empty_archive() {
    for text in ["", "\n\n", "id_str,from_user,text,time\n"] {
        let archive = unpack(text);
        assert!(archive.posts.is_empty() && archive.rejected.is_empty());
    }
}
