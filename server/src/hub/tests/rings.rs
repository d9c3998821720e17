use super::*;

#[test]
fn a_reader_sees_every_message_once_and_in_order() {
    let hub = hub();
    let mut reader = hub.reader("wall");
    hub.publish(Seq(2), batch(&[(1, "a"), (2, "b")]));
    assert_eq!(messages(&mut reader), ["a", "b"]);
    assert!(messages(&mut reader).is_empty());
    hub.publish(Seq(3), batch(&[(3, "c")]));
    hub.publish(Seq(4), batch(&[(4, "d")]));
    assert_eq!(messages(&mut reader), ["c", "d"]);
    assert_eq!(reader.cursor(), Seq(4));
}

#[test]
fn readers_share_the_bytes() {
    let hub = hub();
    let (mut one, mut other) = (hub.reader("wall"), hub.reader("wall"));
    hub.publish(Seq(1), batch(&[(1, "a")]));
    let (Gathered::Some { messages: one, .. }, Gathered::Some { messages: other, .. }) =
        (one.gathered(), other.gathered())
    else {
        panic!()
    };
    assert_eq!(one[0].as_ptr(), other[0].as_ptr());
}

#[test]
fn a_quiet_ring_moves_on_so_that_its_screens_can_come_back() {
    let hub = hub();
    let mut idle = hub.reader("wall");
    hub.publish(Seq(9), batch(&[]));
    assert!(messages(&mut idle).is_empty());
    assert_eq!(idle.cursor(), Seq(9));
    assert!(hub.reader("wall").resume(Seq(9)));
    assert!(hub.reader("wall").resume(Seq(0)));
    assert!(!hub.reader("wall").resume(Seq(10)), "nobody has told a screen of an entry to come");
}

#[test]
fn a_reader_opened_in_the_middle_of_a_batch_gets_resets_and_not_a_hole() {
    let hub = hub();
    let _wall = hub.reader("wall");
    let rendered = hub.wanted(0);
    let mut board = hub.reader("board");
    board.reset(Seq(0), || "the board at 0".into());
    assert_eq!(rendered, ["wall"]);
    hub.publish(Seq(1), batch(&[(1, "a")]));
    assert_eq!(board.gathered(), Gathered::Fallen);
    assert_eq!(board.reset(Seq(1), || "the board at 1".into()), "the board at 1");
    hub.publish(Seq(2), HashMap::from([("board", vec![message(2, "b")])]));
    assert_eq!(messages(&mut board), ["b"]);
}

#[test]
fn a_ring_that_is_left_out_of_a_batch_sends_its_readers_for_resets() {
    let hub = hub();
    let mut reader = hub.reader("wall");
    hub.publish(Seq(1), batch(&[(1, "a")]));
    hub.publish(Seq(2), HashMap::new());
    assert_eq!(reader.gathered(), Gathered::Fallen);
    assert!(!hub.reader("wall").resume(Seq(1)));
    assert!(hub.reader("wall").resume(Seq(2)));
}

#[test]
fn a_ring_opens_at_the_head() {
    let hub = Hub::new(Seq(40), Limits::default());
    assert!(!hub.reader("wall").resume(Seq(39)));
    assert!(hub.reader("wall").resume(Seq(40)));
    hub.publish(Seq(41), batch(&[(41, "a")]));
    assert!(!hub.reader("board").resume(Seq(40)));
}

#[test]
fn a_reader_whose_picture_is_ahead_of_the_ring_gets_nothing_twice() {
    let hub = hub();
    let mut reader = hub.reader("wall");
    reader.reset(Seq(2), || "the wall at 2".into());
    assert!(messages(&mut reader).is_empty());
    assert_eq!(reader.cursor(), Seq(2));
    hub.publish(Seq(3), batch(&[(1, "a"), (2, "b"), (3, "c")]));
    assert_eq!(messages(&mut reader), ["c"]);
}

#[test]
fn a_slow_reader_costs_no_memory_and_falls_off() {
    let hub = Hub::new(Seq(0), Limits { messages: 3, bytes: 1_000 });
    let mut slow = hub.reader("wall");
    for seq in 1..=3 {
        hub.publish(Seq(seq), batch(&[(seq, "a")]));
    }
    assert!(hub.reader("wall").resume(Seq(0)), "three are held");
    hub.publish(Seq(4), batch(&[(4, "a")]));
    assert_eq!(slow.gathered(), Gathered::Fallen);
    assert!(hub.reader("wall").resume(Seq(1)), "the three newest are held");
}

#[test]
fn a_ring_is_bounded_in_bytes() {
    let hub = Hub::new(Seq(0), Limits { messages: 100, bytes: 10 });
    let mut reader = hub.reader("wall");
    hub.publish(Seq(3), batch(&[(1, "1234"), (2, "1234"), (3, "1234")]));
    assert_eq!(reader.gathered(), Gathered::Fallen);
    assert!(reader.resume(Seq(1)));
    assert_eq!(messages(&mut reader).len(), 2);
    hub.publish(Seq(4), batch(&[(4, "more than the ring may hold")]));
    assert_eq!(reader.gathered(), Gathered::Fallen);
    assert!(reader.resume(Seq(4)));
}

#[test]
fn resets_are_rendered_once_per_ring_and_number() {
    let hub = hub();
    let (mut one, mut other) = (hub.reader("wall"), hub.reader("wall"));
    assert_eq!(one.reset(Seq(5), || "at 5".into()), "at 5");
    assert_eq!(other.reset(Seq(5), || panic!("it is there already")), "at 5");
    assert_eq!(other.reset(Seq(4), || panic!("a later one serves too")), "at 5");
    assert_eq!(other.cursor(), Seq(5));
    assert_eq!(one.reset(Seq(6), || "at 6".into()), "at 6");
    assert_eq!(hub.reader("board").reset(Seq(6), || "another ring".into()), "another ring");
}

#[test]
fn rendering_that_panics_spoils_nothing() {
    let hub = hub();
    let mut reader = hub.reader("wall");
    let panics = std::panic::AssertUnwindSafe(|| reader.reset(Seq(1), || panic!("a template failed")));
    assert!(std::panic::catch_unwind(panics).is_err());
    assert_eq!(reader.reset(Seq(1), || "at 1".into()), "at 1");
}
