//! Real conferences, in the data that lies beside the project.

use std::{path::PathBuf, time::Instant};

use backchannel::{
    clock::Clock,
    conference::Conference,
    config::{Serve, Settings},
    control::bring_in,
    domain::{At, Kind},
    serve,
    sources::archive,
};
use harness::{Process, temporary};

/// A file beside the project, where it is there.
fn beside(name: &str) -> Option<PathBuf> {
    let path = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data")).join(name);
    if !path.exists() {
        eprintln!("skipped: {} is not on this machine", path.display());
        return None;
    }
    Some(path)
}

#[tokio::test]
async fn an_archive_of_a_conference_gives_its_known_numbers() {
    let Some(path) = beside("abacbs2017.ndjson") else { return };
    let server = Process::serve(&["--open", "--archive", path.to_str().unwrap()]).await;
    let mut console = server.organiser().await.watches("console/main").await;
    loop {
        let numbers = server.web.numbers().await;
        if numbers["posts"] == 2_006 {
            let known =
                ["reposts", "participants", "impressions"].map(|number| numbers[number].as_u64().unwrap());
            assert_eq!(known, [848, 223, 2_041_576]);
            break;
        }
        console.hears().await;
    }
    let wall = server.screen("wall/main").await.page;
    assert!(wall.count("posts") > 100);
    let posts = archive::read(&path, At(i64::MAX)).unwrap().posts;
    for repost in posts.iter().filter(|post| post.kind == Kind::Repost) {
        assert!(!wall.shows(&format!("post-{}", repost.key())), "{} is drawn", repost.id);
    }
}

#[tokio::test]
async fn a_hundred_thousand_posts_fold_to_the_state_that_they_left() {
    let Some(path) = beside("hashtag-posts-100k.ndjson.gz") else { return };
    let folder = temporary();
    let data = folder.path().join("data");
    let conference = Conference::open(&data, Clock::System).await.unwrap();
    let settings = Settings::from(Serve { data: Some(data.clone()), ..Serve::default() }).unwrap();
    serve::seed(&conference, &settings).await.unwrap();
    let posts = archive::read(&path, Clock::System.now()).unwrap().posts;
    bring_in(&conference.pipeline, "archive", posts).await.unwrap();
    let live = conference.pipeline.state();
    assert_eq!(live.content.reach.posts, 99_185);
    conference.close().await;

    let began = Instant::now();
    let again = Conference::open(&data, Clock::System).await.unwrap();
    println!("folded {} entries in {:.1} s", live.head, began.elapsed().as_secs_f32());
    let folded = again.pipeline.state();
    assert_eq!(serde_json::to_vec(&*folded).unwrap(), serde_json::to_vec(&*live).unwrap());
    again.close().await;
}
