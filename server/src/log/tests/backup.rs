use std::os::unix::fs::PermissionsExt;

use super::*;

#[tokio::test]
async fn a_backup_opens_and_is_equal() {
    let kept = Kept::with(&["a", "b"]).await;
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(kept.log.backup(&file(elsewhere.path())).unwrap(), Seq(2));
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1, "a backup is one file");
    let raw = Connection::open(file(elsewhere.path())).unwrap();
    let journal: String = raw.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
    assert_eq!(journal, "delete", "it can be read where nothing can be written");
    kept.append(&["c"]).await;
    let restored = open(elsewhere.path());
    assert_eq!(restored.id(), kept.log.id());
    assert_eq!(read(&restored).unwrap(), kept.read().unwrap()[..2]);
    assert!(matches!(restored.append(Seq(2), vec![draft("d")]).await, Append::UpTo(Seq(3))));
}

#[tokio::test]
async fn a_backup_never_writes_over_a_file() {
    let kept = Kept::with(&["a"]).await;
    let precious = kept.dir.path().join("precious");
    fs::write(&precious, "mine").unwrap();
    let refusal = kept.log.backup(&precious).unwrap_err();
    assert_eq!(refusal, LogError::BackupExists(precious.clone()));
    assert_eq!(fs::read_to_string(precious).unwrap(), "mine");
}

#[tokio::test]
async fn a_damaged_log_gives_no_backup() {
    let kept = Kept::with(&["a"]).await.reopened_after(|raw| {
        raw.execute("UPDATE entries SET at = 5", []).unwrap();
    });
    let to = kept.dir.path().join("copy");
    assert!(matches!(kept.log.backup(&to), Err(LogError::Damaged(_))));
    assert!(!to.exists());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_of_a_busy_log_ends_and_is_whole() {
    let kept = std::sync::Arc::new(Kept::new());
    let elsewhere = tempfile::tempdir().unwrap();
    let writing = tokio::spawn({
        let kept = std::sync::Arc::clone(&kept);
        async move {
            for _ in 0..300 {
                kept.append(&["a", "b"]).await;
            }
        }
    });
    let copied = kept.log.backup(&file(elsewhere.path())).unwrap();
    writing.await.unwrap();
    assert_eq!(read(&open(elsewhere.path())).unwrap().len() as u64, copied.0);
}

#[tokio::test]
async fn no_other_user_reads_a_log_or_a_backup() {
    let kept = Kept::with(&["a"]).await;
    kept.log.backup(&kept.dir.path().join("copy")).unwrap();
    for file in fs::read_dir(kept.dir.path()).unwrap() {
        let file = file.unwrap();
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", file.path().display());
    }
}
