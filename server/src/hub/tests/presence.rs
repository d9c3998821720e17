use super::*;

#[test]
fn readers_are_counted_while_they_live() {
    let hub = hub();
    let one = hub.reader("wall");
    let _other = hub.reader("wall");
    assert_eq!((hub.readers(&"wall"), hub.readers(&"board")), (2, 0));
    drop(one);
    assert_eq!(hub.readers(&"wall"), 1);
}

#[test]
fn a_ring_that_nobody_has_read_for_a_minute_is_retired() {
    let hub = hub();
    let reader = hub.reader("wall");
    assert_eq!(hub.wanted(0), ["wall"]);
    assert_eq!(hub.wanted(300_000), ["wall"], "it is being read");
    drop(reader);
    assert_eq!(hub.wanted(310_000), ["wall"]);
    assert_eq!(hub.wanted(369_999), ["wall"]);
    assert!(hub.wanted(370_000).is_empty());
    assert!(!hub.reader("wall").resume(Seq(1)));
}

#[test]
fn a_visit_between_two_sweeps_keeps_a_ring() {
    let hub = hub();
    drop(hub.reader("wall"));
    assert_eq!(hub.wanted(1_000_000), ["wall"]);
    drop(hub.reader("wall"));
    assert_eq!(hub.wanted(1_059_000), ["wall"]);
    assert_eq!(hub.wanted(1_118_000), ["wall"]);
    assert!(hub.wanted(1_119_000).is_empty());
}

#[test]
fn a_ring_that_comes_back_within_a_batch_misses_nothing() {
    let hub = hub();
    drop(hub.reader("wall"));
    assert_eq!(hub.wanted(0), ["wall"]);
    assert!(hub.wanted(60_000).is_empty());
    let mut again = hub.reader("wall");
    hub.publish(Seq(1), batch(&[(1, "a")]));
    assert_eq!(messages(&mut again), ["a"]);
}
