use super::*;

/// Large enough to run over into pages of its own.
fn long(word: &str) -> String {
    format!("{word} {}", "and so on ".repeat(600))
}

#[tokio::test]
async fn redacted_content_is_in_no_file_of_the_folder() {
    let kept = Kept::with(&["before", "Quixotry", &long("Zephyrean"), "after"]).await;
    assert!(kept.holds("Quixotry") && kept.holds("Zephyrean"));
    kept.log.redact(vec![Seq(2), Seq(3)]).await.unwrap();
    assert!(!kept.holds("Quixotry"), "a short text");
    assert!(!kept.holds("Zephyrean") && !kept.holds("and so on"), "a text with pages of its own");
    assert!(kept.holds("before") && kept.holds("after"));
}

#[tokio::test]
async fn a_redacted_entry_keeps_who_and_when_and_survives_opening_again() {
    let kept = Kept::with(&["a", "b", "c"]).await;
    kept.log.redact(vec![Seq(2)]).await.unwrap();
    kept.log.redact(vec![Seq(2)]).await.unwrap();
    let entries = kept.reopened_after(|_| ()).read().unwrap();
    assert_eq!(entries[1], Entry { event: Event::Redacted, ..Entry::new(Seq(2), draft("b")) });
    assert_eq!(entries[2], Entry::new(Seq(3), draft("c")));
}

#[tokio::test]
async fn appending_goes_on_after_a_redaction() {
    let kept = Kept::with(&["a"]).await;
    kept.log.redact(vec![Seq(1)]).await.unwrap();
    assert_eq!(kept.append(&["b"]).await, Seq(2));
    assert_eq!(kept.read().unwrap().len(), 2);
}

#[tokio::test]
async fn no_trace_stays_whatever_the_order_and_the_size_of_what_is_redacted() {
    let kept = Kept::new();
    let sizes = [1, 300, 40, 900, 6_000, 3, 2_500];
    let texts: Vec<String> =
        (0..300).map(|n| format!("Word{n:04}End{}", ".".repeat(sizes[n % sizes.len()]))).collect();
    for batch in texts.chunks(20) {
        kept.append(&batch.iter().map(String::as_str).collect::<Vec<_>>()).await;
    }
    // Steps of 77 through 300 entries reach each once, far apart; every third stays.
    let gone: Vec<u64> = (0..300).map(|step| step * 77 % 300).filter(|n| n % 3 != 0).collect();
    for some in gone.chunks(25) {
        kept.log.redact(some.iter().map(|n| Seq(n + 1)).collect()).await.unwrap();
    }
    let left: Vec<_> = gone.iter().filter(|n| kept.holds(&format!("Word{n:04}End"))).collect();
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(
        kept.read().unwrap().iter().filter(|entry| entry.event == Event::Redacted).count(),
        gone.len()
    );
}

#[tokio::test]
async fn a_kill_in_the_middle_of_a_redaction_leaves_nothing_after_the_next_start() {
    let kept = Kept::with(&["Quixotry"]).await;
    let raw = Connection::open(file(kept.dir.path())).unwrap();
    raw.execute_batch("PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 0").unwrap();
    raw.execute("UPDATE entries SET event = '\"Redacted\"'", []).unwrap();
    let killed = tempfile::tempdir().unwrap();
    for name in ["log.sqlite", "log.sqlite-wal"] {
        fs::copy(kept.dir.path().join(name), killed.path().join(name)).unwrap();
    }
    let log = open(killed.path());
    let after = Kept { dir: killed, log };
    assert!(kept.holds("Quixotry") && !after.holds("Quixotry"));
}

#[tokio::test]
async fn an_entry_that_is_not_there_leaves_the_others_as_they_were() {
    let kept = Kept::with(&["a"]).await;
    let refusal = kept.log.redact(vec![Seq(1), Seq(2)]).await.unwrap_err();
    assert_eq!(refusal, LogError::NoEntry(Seq(2)));
    assert_eq!(kept.read().unwrap(), [Entry::new(Seq(1), draft("a"))]);
}

#[tokio::test]
async fn a_damaged_entry_is_reported_and_not_papered_over() {
    let kept = Kept::with(&["a"]).await.reopened_after(|raw| {
        raw.execute("UPDATE entries SET at = 5", []).unwrap();
    });
    assert!(matches!(kept.log.redact(vec![Seq(1)]).await, Err(LogError::Damaged(_))));
}
