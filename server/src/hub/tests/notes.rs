use super::*;

#[test]
fn a_reader_gets_the_newest_value_of_a_slot_and_only_once() {
    let hub = hub();
    let mut reader = hub.reader("wall");
    hub.note(&"wall", "rate", "1".into());
    hub.note(&"wall", "rate", "2".into());
    assert_eq!(notes(&mut reader), ["2"]);
    assert!(notes(&mut reader).is_empty());
    hub.note(&"wall", "presence", "14".into());
    assert_eq!(notes(&mut reader), ["14"]);
}

#[test]
fn a_reader_that_comes_later_gets_every_slot() {
    let hub = hub();
    let _first = hub.reader("wall");
    hub.note(&"wall", "rate", "2".into());
    hub.note(&"wall", "presence", "14".into());
    assert_eq!(notes(&mut hub.reader("wall")), ["2", "14"]);
}

#[test]
fn notes_wait_for_a_reader_that_has_fallen() {
    let hub = hub();
    let mut reader = hub.reader("wall");
    hub.note(&"wall", "rate", "2".into());
    hub.publish(Seq(1), HashMap::new());
    assert_eq!(reader.gathered(), Gathered::Fallen);
    reader.reset(Seq(1), || "the wall at 1".into());
    assert_eq!(notes(&mut reader), ["2"]);
}

#[tokio::test]
async fn a_value_that_was_gathered_and_stays_wakes_nobody() {
    let hub = hub();
    let mut reader = hub.reader("wall");
    hub.note(&"wall", "rate", "2".into());
    notes(&mut reader);
    hub.note(&"wall", "rate", "2".into());
    let woken = tokio::time::timeout(std::time::Duration::from_millis(20), reader.changed()).await;
    assert!(woken.is_err());
}

#[test]
fn a_note_opens_no_ring() {
    let hub = hub();
    hub.note(&"wall", "rate", "2".into());
    assert!(hub.wanted(0).is_empty());
}
