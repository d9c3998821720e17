//! Which session does a post belong to?

use crate::domain::{
    At, Post, Session, SessionId,
    present::Present,
    text::{same_tag, words},
};

/// The sessions whose tag or words stand in the post, else those running when it arrives, else none: then it belongs
/// to the conference as a whole.
pub(super) fn sessions(post: &Post, at: At, present: &impl Present) -> Vec<SessionId> {
    let words = words(&post.text);
    let is_named = |session: &&Session| session.keywords.iter().any(|keyword| says(post, &words, keyword));
    let named: Vec<SessionId> =
        present.sessions().filter(is_named).map(|session| session.id.clone()).collect();
    if !named.is_empty() {
        return named;
    }
    present.sessions().filter(|session| session.runs_at(at)).map(|session| session.id.clone()).collect()
}

/// Whether a post has a keyword as a tag, or its words one after the other in the text.
fn says(post: &Post, words: &[&str], keyword: &str) -> bool {
    if !keyword.contains(' ') {
        return words
            .iter()
            .copied()
            .chain(post.hashtags.iter().map(String::as_str))
            .any(|word| same_tag(word, keyword));
    }
    let keywords: Vec<&str> = keyword.split_whitespace().collect();
    words
        .windows(keywords.len())
        .any(|words| words.iter().zip(&keywords).all(|(word, keyword)| same_tag(word, keyword)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::content::tests::post;

    #[test]
    fn keywords_are_tags_or_whole_words_of_the_text() {
        let is_in = |text: &str, keyword| {
            let post = post(text);
            says(&post, &words(&post.text), keyword)
        };
        assert!(
            is_in("Who decides? Ethics!", "ethics")
                && is_in("#Ethics", "ethics")
                && is_in("Éthique", "éTHIQUE")
        );
        assert!(is_in("on open,  Science", "Open science"));
        for other in ["bioethics", "https://a.example/ethics", "the ethic", "open for science"] {
            assert!(!is_in(other, "ethics") && !is_in(other, "open science"), "{other}");
        }
    }
}
