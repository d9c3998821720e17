//! The rehearsal with nothing to configure.

use harness::{
    Web,
    patience::within,
    process::{Said, line_with, started},
};
use tokio::process::Child;

const PLACES: [&str; 6] = ["wall", "console", "chair", "board", "setup", "report"];

/// A rehearsal that runs while this is held, and its six links in the order of [`PLACES`].
async fn rehearsal(speed: &str) -> ((Child, Said), Vec<String>) {
    let flags = ["demo", "--listen", "127.0.0.1:0", "--speed", speed].map(str::to_owned);
    let (child, mut stdout) = started(&flags);
    let mut links = Vec::new();
    for place in PLACES {
        links.push(line_with(&mut stdout, &format!("  {place}")).await);
    }
    ((child, stdout), links)
}

fn base(link: &str) -> &str {
    link.split("/wall/").next().unwrap()
}

#[tokio::test]
async fn six_links_open_six_pages_of_a_rehearsal() {
    let (_running, links) = rehearsal("1").await;
    let visitor = Web::at(base(&links[0]));
    for (place, link) in PLACES.iter().zip(&links) {
        let path = link.strip_prefix(&visitor.base).unwrap();
        let page = if path.starts_with("/join/") {
            let (device, to) = (visitor.joins(link).await, format!("/{place}"));
            let location = visitor.presses(link).await.is(303).header("location").to_owned();
            assert!(location.starts_with(&to), "{location}");
            device.reads(&location).await.is(200)
        } else {
            visitor.reads(path).await.is(200)
        };
        assert!(page.body.len() > 4_000, "{place}: {}", page.body);
        assert!(page.says("Rehearsal") || page.says("rehearsal"), "{place}");
    }
    assert!(visitor.reads("/gallery").await.is(200).says("/gallery/"));
}

#[tokio::test]
async fn the_scripted_day_ends_with_its_numbers() {
    let (_running, links) = rehearsal("10000").await;
    let visitor = Web::at(base(&links[0]));
    let mut board = visitor.watches("board/ethics").await;
    let mut posts = visitor.numbers().await["posts"].clone();
    while posts != 2_241 {
        let more = async {
            while visitor.numbers().await["posts"] == posts {
                board.hears().await;
            }
        };
        within("the day to go on", more).await;
        posts = visitor.numbers().await["posts"].clone();
    }
    let numbers = visitor.numbers().await;
    assert_eq!((&numbers["posts"], &numbers["participants"]), (&2_241.into(), &291.into()));
    let impressions = numbers["impressions"].as_u64().unwrap();
    assert!(impressions.abs_diff(5_200_000) < 52_000, "{impressions}");
}
