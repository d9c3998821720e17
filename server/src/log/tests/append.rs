use super::*;

#[tokio::test]
async fn what_was_appended_is_read_back_equal() {
    let kept = Kept::new();
    assert_eq!(kept.log.head(), Seq(0));
    assert_eq!(kept.append(&["a", "b"]).await, Seq(2));
    assert_eq!(kept.append(&["c"]).await, Seq(3));
    let expected: Vec<_> =
        ["a", "b", "c"].iter().zip(1..).map(|(text, seq)| Entry::new(Seq(seq), draft(text))).collect();
    assert_eq!(kept.read().unwrap(), expected);
    assert_eq!(kept.log.read_from(Seq(1), 1).await.unwrap(), expected[1..2]);
    assert_eq!(kept.log.read_from(Seq(3), 10).await.unwrap(), []);
}

#[tokio::test]
async fn an_entry_without_a_key_and_with_every_kind_of_actor_comes_back() {
    let kept = Kept::new();
    let actors =
        [Actor::System, Actor::Source("feed".into()), Actor::Program("push".into()), Actor::Participant];
    let drafts: Vec<_> =
        actors.iter().map(|actor| Draft { actor: actor.clone(), key: None, ..draft("é\0\"") }).collect();
    kept.log.append(Seq(0), drafts).await;
    let read = kept.read().unwrap();
    assert!(read.iter().map(|entry| &entry.actor).eq(&actors));
    assert!(read.iter().all(|entry| entry.key.is_none()));
}

#[tokio::test]
async fn an_append_after_another_place_than_the_head_is_told_the_head() {
    let kept = Kept::with(&["a", "b"]).await;
    for elsewhere in [0, 1, 3] {
        let answer = kept.log.append(Seq(elsewhere), vec![draft("c")]).await;
        assert!(matches!(answer, Append::Moved(Seq(2))), "{answer:?}");
    }
    assert_eq!(kept.read().unwrap().len(), 2);
}

#[tokio::test]
async fn a_log_keeps_its_id_and_its_entries_when_it_is_opened_again() {
    let kept = Kept::with(&["a"]).await;
    let before = kept.read().unwrap();
    let Kept { dir, log } = kept;
    drop(log);
    let again = Sqlite::open(file(dir.path()), || panic!("the log has a name")).unwrap();
    assert_eq!((again.id(), again.head()), ("fresh", Seq(1)));
    assert_eq!(read(&again).unwrap(), before);
}

#[tokio::test]
async fn what_was_acknowledged_survives_a_kill() {
    let kept = Kept::with(&["a"]).await;
    kept.append(&["b", "c"]).await;
    let killed = as_a_kill_leaves_it(&kept, 0);
    assert_eq!(read(&open(killed.path())).unwrap(), kept.read().unwrap());
}

#[tokio::test]
async fn a_batch_that_was_half_written_is_not_there_at_all() {
    let kept = Kept::with(&["a"]).await;
    kept.append(&["b", "c", &"long ".repeat(2_000)]).await;
    let killed = as_a_kill_leaves_it(&kept, 100);
    let log = open(killed.path());
    assert_eq!(log.head(), Seq(1));
    assert!(matches!(log.append(Seq(1), vec![draft("b")]).await, Append::UpTo(Seq(2))));
}

/// The files as they stand while the log is open, the write-ahead file without its last `lost` bytes.
fn as_a_kill_leaves_it(kept: &Kept, lost: usize) -> TempDir {
    let killed = tempfile::tempdir().unwrap();
    let wal = fs::read(kept.dir.path().join("log.sqlite-wal")).unwrap();
    assert!(wal.len() > lost);
    fs::write(killed.path().join("log.sqlite-wal"), &wal[..wal.len() - lost]).unwrap();
    fs::copy(file(kept.dir.path()), file(killed.path())).unwrap();
    killed
}

#[tokio::test]
async fn readers_see_whole_pages_while_the_writer_works() {
    let kept = std::sync::Arc::new(Kept::new());
    let writing = tokio::spawn({
        let kept = std::sync::Arc::clone(&kept);
        async move {
            for _ in 0..200 {
                kept.append(&["a", "b", "c"]).await;
            }
        }
    });
    let mut cursor = Seq(0);
    while cursor < Seq(600) {
        let page = kept.log.read_from(cursor, 50).await.unwrap();
        cursor = page.last().map_or(cursor, |entry| entry.seq);
    }
    writing.await.unwrap();
}
