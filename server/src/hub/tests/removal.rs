use super::*;

#[test]
fn withdrawn_content_leaves_the_ring_and_its_removal_stays() {
    let hub = hub();
    let mut current = hub.reader("wall");
    hub.publish(Seq(3), batch(&[(1, "a"), (2, "put post-b"), (3, "c")]));
    messages(&mut current);
    hub.publish(Seq(4), batch(&[(4, "remove post-b")]));
    hub.forget("post-b", Seq(4));
    assert_eq!(messages(&mut current), ["remove post-b"], "who was up to date needs no resets");
    assert!(!hub.reader("wall").resume(Seq(1)), "who was behind does");
    let mut behind = hub.reader("wall");
    assert!(behind.resume(Seq(2)));
    assert_eq!(messages(&mut behind), ["c", "remove post-b"]);
}

#[test]
fn content_that_came_and_went_in_one_batch_leaves_too() {
    let hub = hub();
    let mut reader = hub.reader("wall");
    hub.publish(Seq(2), batch(&[(1, "put post-b"), (2, "remove post-b")]));
    hub.forget("post-b", Seq(2));
    assert_eq!(reader.gathered(), Gathered::Fallen);
    assert!(reader.resume(Seq(1)));
    assert_eq!(messages(&mut reader), ["remove post-b"]);
}

#[test]
fn a_ring_without_the_content_keeps_its_messages() {
    let hub = hub();
    let mut reader = hub.reader("wall");
    hub.publish(Seq(2), batch(&[(1, "put post-a"), (2, "put post-c")]));
    hub.forget("post-b", Seq(3));
    assert_eq!(messages(&mut reader), ["put post-a", "put post-c"]);
}

#[test]
fn resets_from_before_the_withdrawal_are_rendered_anew() {
    let hub = hub();
    let mut reader = hub.reader("wall");
    reader.reset(Seq(3), || "with post-b".into());
    hub.forget("post-b", Seq(4));
    assert_eq!(reader.reset(Seq(3), || "rendered anew".into()), "rendered anew");
    reader.reset(Seq(4), || "without".into());
    hub.forget("post-b", Seq(4));
    assert_eq!(reader.reset(Seq(4), || panic!("it is there already")), "without");
}
