use std::{sync::Arc, thread, time::Duration};

use tokio::task::JoinSet;

use super::*;

#[tokio::test]
async fn a_thousand_readers_wake_on_one_publish() {
    let hub = hub();
    let mut waiting = JoinSet::new();
    for _ in 0..1_000 {
        let mut reader = hub.reader("wall");
        messages(&mut reader);
        waiting.spawn(async move {
            reader.changed().await;
            messages(&mut reader)
        });
    }
    tokio::task::yield_now().await;
    hub.publish(Seq(1), batch(&[(1, "a")]));
    let woken = tokio::time::timeout(Duration::from_secs(10), waiting.join_all()).await.unwrap();
    assert!(woken.iter().all(|messages| messages == &["a"]));
    assert_eq!(hub.readers(&"wall"), 0);
}

#[tokio::test]
async fn what_happens_between_gathering_and_waiting_is_not_missed() {
    let hub = hub();
    let mut reader = hub.reader("wall");
    messages(&mut reader);
    hub.publish(Seq(1), batch(&[(1, "a")]));
    reader.changed().await;
    assert_eq!(messages(&mut reader), ["a"]);
}

/// Opens rings while batches are rendered and published, and follows each for a while.
#[test]
fn readers_that_come_at_any_moment_end_up_with_everything() {
    let hub = Arc::new(Hub::new(Seq(0), Limits::default()));
    let follower = |thread: u32| {
        let hub = Arc::clone(&hub);
        thread::spawn(move || (0..2_000).for_each(|ring| follow(&hub, thread * 2_000 + ring)))
    };
    let followers: Vec<_> = (0..3).map(follower).collect();
    let mut seq = 0;
    while !followers.iter().all(thread::JoinHandle::is_finished) {
        seq += 1;
        let rendered = hub.wanted(i64::try_from(seq).unwrap() * 10_000);
        hub.publish(Seq(seq), rendered.into_iter().map(|key| (key, vec![message(seq, "a")])).collect());
    }
    followers.into_iter().for_each(|follower| follower.join().unwrap());
}

/// Each entry has one message, so the messages must add up to the cursor.
fn follow(hub: &Hub<u32>, ring: u32) {
    let mut reader = hub.reader(ring);
    let mut known = 0;
    for _ in 0..20 {
        match reader.gathered() {
            Gathered::Fallen => {
                let now = *hub.head();
                reader.reset(now, Bytes::new);
                known = reader.cursor().0;
            }
            Gathered::Some { messages, .. } => known += messages.len() as u64,
        }
        assert_eq!(Seq(known), reader.cursor());
        thread::yield_now();
    }
}
