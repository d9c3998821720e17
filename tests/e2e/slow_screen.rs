//! A screen that takes nothing holds up nobody.

use harness::{Line, Process, line};

const POSTS: usize = 5_000;
const AT_ONCE: usize = 250;
/// What the server may grow by: the posts themselves and one ring, but no queue.
const GROWTH: u64 = 64 << 20;

#[tokio::test]
async fn a_slow_screen_slows_no_other_costs_no_memory_and_gets_the_whole_page_afterwards() {
    let server = Process::serve(&["--open"]).await;
    let program = server.program().await;
    let (mut slow, mut quick) = (server.screen("wall/main").await, server.screen("wall/main").await);
    let before = server.memory();
    let posts: Vec<Line> = (0..POSTS).map(|number| line(&number.to_string()).says(&words(number))).collect();
    for portion in posts.chunks(AT_ONCE) {
        program.pushes_all(portion).await;
        quick.sees(&words_end(portion.len() - 1 + number_of(&portion[0], &posts))).await;
    }
    let growth = server.memory().saturating_sub(before);
    println!("5,000 posts past a screen that reads nothing: the server grew by {} MiB", growth >> 20);
    assert!(growth < GROWTH, "{growth} bytes");
    slow.wait_until("the whole page again", |page| page.resets > 1).await;
    slow.equals_a_fresh_one().await;
    assert_eq!(slow.page.regions, quick.page.regions);
}

/// A long text, so that no buffer of the operating system holds them all.
fn words(number: usize) -> String {
    format!("{} {}", "and so on".repeat(180), words_end(number))
}

fn words_end(number: usize) -> String {
    format!("end-{number}.")
}

fn number_of(post: &Line, posts: &[Line]) -> usize {
    posts.iter().position(|other| other.key() == post.key()).unwrap()
}
