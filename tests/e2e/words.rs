//! Blocked words on what people really write.

use std::{io::Read as _, path::Path};

use backchannel::domain::{At, Post, WordList, line};

/// Pseudonymised posts of several conferences. They lie beside the repository and are no part of it.
const POSTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/hashtag-posts-100k.ndjson.gz");
const NOW: At = At(1_600_000_000_000);

fn posts() -> Vec<Post> {
    let mut text = String::new();
    let file = std::fs::File::open(POSTS).unwrap();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).unwrap();
    text.lines().filter_map(|line| line::read(line.as_bytes(), NOW).ok()).collect()
}

/// Whether a word stands there as it is written in the list, between whatever ends words.
fn has_literally(post: &Post, word: &str) -> bool {
    post.texts().map(str::to_lowercase).any(|text| {
        let borders = |at: usize| {
            let before = text[..at].chars().next_back().is_some_and(char::is_alphabetic);
            let after = text[at + word.len()..].chars().next().is_some_and(char::is_alphabetic);
            !before && !after
        };
        text.match_indices(word).any(|(at, _)| borders(at))
    })
}

#[test]
fn hardly_any_innocent_post_is_held_for_a_word() {
    if !Path::new(POSTS).exists() {
        eprintln!("skipped: there are no posts at {POSTS}");
        return;
    }
    let words: Vec<String> = include_str!("../assets/mild-words.txt").lines().map(str::to_owned).collect();
    let list = WordList::new(words.clone());
    let posts = posts();
    let innocent = |post: &&Post| !words.iter().any(|word| has_literally(post, word));
    let held: Vec<&Post> = posts.iter().filter(|post| list.catches(post)).filter(innocent).collect();
    eprintln!("{} of {} posts held without a word of the list in them", held.len(), posts.len());
    assert!(held.len() * 1_000 < posts.len(), "{held:#?}");
}
