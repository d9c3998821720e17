//! What judging costs, on real posts with a thousand blocked words: `cargo bench -p tests --bench filter`.
//!
//! Prints posts a second on one core. Time is the processor's, so that a busy machine measures the same.

use std::{hint::black_box, io::Read as _, time::Duration, time::Instant};

use backchannel::{
    domain::{Actor, At, Conference, Draft, Entry, Event, Mark, Policy, Post, Session, WordList, line},
    filter,
    projections::State,
};

/// Posts of several conferences, pseudonymised; they lie beside the repository and are no part of it.
const POSTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/hashtag-posts-100k.ndjson.gz");
const WORDS: usize = 1_000;
const ROUNDS: usize = 5;
/// The plain loop is slow enough with a tenth of the posts.
const PLAIN: usize = 10_000;
const NOW: At = At(1_600_000_000_000);

fn main() {
    let Some(posts) = posts() else {
        println!("skipped: there are no posts at {POSTS}");
        return;
    };
    let words = words();
    let state = state(&words);
    let list = WordList::new(words.clone());
    judged(&state, posts[..1].to_vec());
    black_box(list.catches(&posts[0]));
    let best = |name: &str, measure: &dyn Fn() -> f64| {
        let speed = (0..ROUNDS).map(|_| measure()).fold(0.0, f64::max);
        println!("{name:>24} {speed:>10.0} posts/s");
        speed
    };
    best("judging", &|| judged(&state, posts.clone()));
    let prepared =
        best("word list", &|| speed(posts.len(), || posts.iter().filter(|post| list.catches(post)).count()));
    let some = &posts[..PLAIN.min(posts.len())];
    let plain = best("plain loop of contains", &|| {
        speed(some.len(), || some.iter().filter(|post| plain(post, &words)).count())
    });
    println!(
        "{:>24} {:>10.1} times the plain loop, {WORDS} words, {} posts",
        "word list",
        prepared / plain,
        posts.len()
    );
}

fn judged(state: &State, posts: Vec<Post>) -> f64 {
    speed(posts.len(), || {
        let judge = |judged, post| {
            black_box(filter::judge(post, NOW, state));
            judged + 1
        };
        posts.into_iter().fold(0, judge)
    })
}

fn plain(post: &Post, words: &[String]) -> bool {
    post.texts().any(|text| words.iter().any(|word| text.contains(word.as_str())))
}

fn speed(posts: usize, work: impl FnOnce() -> usize) -> f64 {
    let (clock, before) = (Instant::now(), on_processor());
    black_box(work());
    let spent = before.zip(on_processor()).map_or_else(|| clock.elapsed(), |(before, after)| after - before);
    posts as f64 / spent.as_secs_f64()
}

/// This thread's time on a processor so far, where the system tells it.
fn on_processor() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

fn posts() -> Option<Vec<Post>> {
    let mut text = String::new();
    flate2::read::GzDecoder::new(std::fs::File::open(POSTS).ok()?).read_to_string(&mut text).ok()?;
    Some(text.lines().filter_map(|line| line::read(line.as_bytes(), NOW).ok()).collect())
}

/// Made-up words of five to nine letters, always the same.
fn words() -> Vec<String> {
    let mut seed = 1_403_784_720_u32;
    let mut draw = |of: &[&'static str]| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        of[(seed >> 16) as usize % of.len()]
    };
    let (heads, tails) = (
        ["b", "d", "fr", "gl", "k", "m", "pl", "s", "tr", "v"],
        ["ad", "en", "ip", "ok", "ul", "arm", "est", "ing"],
    );
    (0..WORDS).map(|nth| (0..2 + nth % 2).flat_map(|_| [draw(&heads), draw(&tails)]).collect()).collect()
}

/// A conference in the middle of its day: six sessions, the tags of the posts, the word list.
fn state(words: &[String]) -> State {
    let conference: Conference =
        serde_json::from_str(r#"{"name":"Bench","tags":[],"zone":"UTC","pictures":false}"#)
            .expect("a conference");
    let sessions = (0..6).map(|nth| Event::SessionScheduled(session(nth)));
    let events = [Event::ConferenceOpened(conference), Event::WordListSet { words: words.to_vec() }];
    let mut state = State::default();
    for event in events.into_iter().chain(sessions) {
        let draft = Draft { at: NOW, actor: Actor::System, key: None, event };
        state.apply(&Entry::new(state.head.next(), draft));
    }
    state
}

fn session(nth: usize) -> Session {
    Session {
        id: format!("session-{nth}").parse().expect("a slug"),
        name: format!("Session {nth}"),
        mark: Mark::Circle,
        rooms: Vec::new(),
        times: None,
        keywords: vec![["learning", "data", "ethics", "methods", "tools", "open science"][nth].into()],
        policy: Policy::Open,
        question: None,
        chairs: Vec::new(),
        facilitators: Vec::new(),
    }
}
