use super::*;
use crate::log::{Damage, Wound};

async fn damage_after(change: &str) -> Damage {
    let kept = Kept::with(&["a", "b", "c"]).await;
    let changed = kept.reopened_after(|connection| {
        assert_eq!(connection.execute(change, []).unwrap(), 1, "{change}");
    });
    let LogError::Damaged(damage) = changed.read().unwrap_err() else { panic!("{change}") };
    let paged = changed.log.read_from(Seq(0), 10).await.unwrap_err();
    assert_eq!(paged, LogError::Damaged(damage.clone()));
    damage
}

#[tokio::test]
async fn a_missing_entry_is_named_by_its_number() {
    let damage = damage_after("DELETE FROM entries WHERE seq = 2").await;
    assert_eq!(damage, Damage { seq: Seq(2), what: Wound::Missing });
    let words = damage.to_string();
    assert!(words.contains("at entry 2: it is missing. Run `backchannel check`"), "{words}");
}

#[tokio::test]
async fn a_missing_first_entry_is_found_too() {
    let damage = damage_after("DELETE FROM entries WHERE seq = 1").await;
    assert_eq!(damage, Damage { seq: Seq(1), what: Wound::Missing });
}

#[tokio::test]
async fn every_changed_field_is_found() {
    let changes = [
        "at = at + 1",
        "at = -at",
        "class = 'staff'",
        "class = ''",
        "key = NULL",
        "key = ''",
        "key = 'key-2'",
        "sum = sum + 1",
        "sum = -1",
        "event = '\"WallCleared\"'",
    ];
    for change in changes {
        let damage = damage_after(&format!("UPDATE entries SET {change} WHERE seq = 2")).await;
        assert_eq!(damage, Damage { seq: Seq(2), what: Wound::Changed }, "{change}");
    }
}

#[tokio::test]
async fn a_moved_number_is_found() {
    let damage = damage_after("UPDATE entries SET seq = 9 WHERE seq = 3").await;
    assert_eq!(damage, Damage { seq: Seq(3), what: Wound::Missing });
}

#[tokio::test]
async fn every_damaged_byte_of_a_text_is_found() {
    let kept = Kept::with(&["a", "b", "c"]).await;
    let Kept { dir, log } = kept;
    let raw = Connection::open(file(dir.path())).unwrap();
    for field in ["class", "actor", "key", "event"] {
        let sound: String = raw
            .query_row(&format!("SELECT {field} FROM entries WHERE seq = 2"), [], |row| row.get(0))
            .unwrap();
        let set = format!("UPDATE entries SET {field} = CAST(?1 AS TEXT) WHERE seq = 2");
        for place in 0..sound.len() {
            for bit in [1, 0x80] {
                let mut damaged = sound.clone().into_bytes();
                damaged[place] ^= bit;
                raw.execute(&set, [damaged]).unwrap();
                let found = read(&log).unwrap_err();
                let expected = Damage { seq: Seq(2), what: Wound::Changed };
                assert_eq!(found, LogError::Damaged(expected), "{field} {place} {bit}");
            }
        }
        raw.execute(&set, [sound.into_bytes()]).unwrap();
        assert_eq!(read(&log).unwrap().len(), 3, "{field} is sound again");
    }
}

#[tokio::test]
async fn a_byte_that_moves_from_one_field_to_the_next_is_found() {
    let damage = damage_after("UPDATE entries SET class = 'publi', actor = 'c' || actor WHERE seq = 2").await;
    assert_eq!(damage, Damage { seq: Seq(2), what: Wound::Changed });
}

#[tokio::test]
async fn an_event_of_no_known_kind_is_damage_with_its_reason() {
    let event = r#""PostAdmired""#;
    let mut sum = crc32fast::Hasher::new();
    sum.update(&1_i64.to_le_bytes());
    sum.update(&5_i64.to_le_bytes());
    sum.update(&[0]);
    for text in ["public", r#""system""#, "", event] {
        sum.update(&(text.len() as u64).to_le_bytes());
        sum.update(text.as_bytes());
    }
    let sum = i64::from(sum.finalize());
    let kept = Kept::new().reopened_after(|connection| {
        let insert =
            "INSERT INTO entries (seq, at, class, actor, sum, event) VALUES (1, 5, 'public', ?1, ?2, ?3)";
        connection.execute(insert, (r#""system""#, sum, event)).unwrap();
    });
    let words = kept.read().unwrap_err().to_string();
    assert!(words.contains("nothing that this version understands"), "{words}");
    assert!(words.contains("PostAdmired"), "{words}");
}

#[test]
fn a_file_that_is_no_database_is_refused_in_words() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(file(dir.path()), "This is a shopping list. ".repeat(100)).unwrap();
    let refusal = Sqlite::open(file(dir.path()), || "fresh".into()).map(drop).unwrap_err();
    assert!(matches!(refusal, LogError::Broken(_)), "{refusal:?}");
}

#[tokio::test]
async fn a_torn_page_stops_the_reading_at_its_first_entry() {
    let texts: Vec<String> = (0..200).map(|n| format!("{n} {}", "word ".repeat(60))).collect();
    let kept = Kept::with(&texts.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let Kept { dir, log } = kept;
    drop(log);
    let mut bytes = fs::read(file(dir.path())).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0xff);
    fs::write(file(dir.path()), bytes).unwrap();
    let LogError::Damaged(damage) = read(&open(dir.path())).unwrap_err() else { panic!() };
    assert!(damage.seq > Seq(1) && damage.seq < Seq(200), "{damage}");
    assert!(matches!(damage.what, Wound::Broken(_)), "{damage}");
}
