use std::sync::{Arc, atomic::AtomicU64};

use rusqlite::OpenFlags;

use super::*;
use crate::log::{read, schema, writer::Writer};

fn writer(dir: &Path) -> Writer {
    let mut connection = Connection::open(file(dir)).unwrap();
    schema::prepare(&mut connection, || "fresh".into()).unwrap();
    Writer { connection, head: Arc::new(AtomicU64::new(0)) }
}

#[test]
fn a_full_disk_writes_nothing_and_goes_on_when_there_is_room() {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = writer(dir.path());
    writer.connection.execute_batch("PRAGMA max_page_count = 8").unwrap();
    let large = || vec![draft("small"), draft(&"large ".repeat(10_000))];
    let answer = writer.append(Seq(0), large());
    assert!(matches!(answer, Append::Failed(LogError::Full)), "{answer:?}");
    assert_eq!(read::head(&writer.connection).unwrap(), Seq(0));
    writer.connection.execute_batch("PRAGMA max_page_count = 1000").unwrap();
    assert!(matches!(writer.append(Seq(0), large()), Append::UpTo(Seq(2))));
}

#[test]
fn a_log_that_became_read_only_says_so_and_goes_on_later() {
    let dir = tempfile::tempdir().unwrap();
    let mut writer = writer(dir.path());
    writer.connection.execute_batch("PRAGMA query_only = ON").unwrap();
    let Append::Failed(refusal) = writer.append(Seq(0), vec![draft("a")]) else { panic!() };
    assert!(refusal.to_string().starts_with("the log is read-only. Nothing was written"), "{refusal}");
    writer.connection.execute_batch("PRAGMA query_only = OFF").unwrap();
    assert!(matches!(writer.append(Seq(0), vec![draft("a")]), Append::UpTo(Seq(1))));
}

#[test]
fn a_file_that_cannot_be_written_is_refused_at_start() {
    let dir = tempfile::tempdir().unwrap();
    drop(writer(dir.path()));
    let mut connection =
        Connection::open_with_flags(file(dir.path()), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let refusal = schema::prepare(&mut connection, || panic!("the log has a name")).unwrap_err();
    assert_eq!(refusal, LogError::ReadOnly);
}

#[test]
fn a_folder_that_is_not_there_is_refused_in_words() {
    let dir = tempfile::tempdir().unwrap();
    let refusal = Sqlite::open(dir.path().join("gone/log.sqlite"), || "fresh".into()).map(drop).unwrap_err();
    assert!(refusal.to_string().starts_with("the log cannot be opened"), "{refusal}");
}

#[tokio::test]
async fn a_log_of_a_newer_version_is_refused_and_left_alone() {
    let Kept { dir, log } = Kept::with(&["a"]).await;
    drop(log);
    Connection::open(file(dir.path())).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let before = fs::read(file(dir.path())).unwrap();
    let refusal = Sqlite::open(file(dir.path()), || "fresh".into()).map(drop).unwrap_err();
    assert_eq!(refusal, LogError::Newer { found: 99, known: 1 });
    assert!(refusal.to_string().starts_with("a newer Backchannel wrote this log"), "{refusal}");
    assert_eq!(fs::read(file(dir.path())).unwrap(), before);
}
