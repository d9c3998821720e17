//! Which session does a post belong to?

use crate::domain::{
    At, Post, Session, SessionId,
    present::Present,
    text::{same_tag, words},
};

/// The sessions whose tag stands on the post or, while they run, whose words stand in it; else those running when it
/// arrives, else none: then it belongs to the conference as a whole. A tag is addressed; a word is only a word, and does
/// not reach into another part of the day.
pub(super) fn sessions(post: &Post, at: At, present: &impl Present) -> Vec<SessionId> {
    let words = words(&post.text);
    let is_named = |session: &&Session| {
        let runs = session.runs_at(at);
        session.keywords.iter().any(|keyword| is_tagged(post, keyword) || runs && says(&words, keyword))
    };
    let named: Vec<SessionId> =
        present.sessions().filter(is_named).map(|session| session.id.clone()).collect();
    if !named.is_empty() {
        return named;
    }
    present.sessions().filter(|session| session.runs_at(at)).map(|session| session.id.clone()).collect()
}

fn is_tagged(post: &Post, keyword: &str) -> bool {
    post.hashtags.iter().any(|tag| same_tag(tag, keyword))
}

/// Whether a text has a keyword's words one after the other.
fn says(words: &[&str], keyword: &str) -> bool {
    let keywords: Vec<&str> = keyword.split_whitespace().collect();
    let are_same =
        |words: &[&str]| words.iter().zip(&keywords).all(|(word, keyword)| same_tag(word, keyword));
    !keywords.is_empty() && words.windows(keywords.len()).any(are_same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::content::tests::post;

    #[test]
    fn keywords_are_tags_or_whole_words_of_the_text() {
        let is_in = |text: &str, keyword| {
            let post = post(text);
            is_tagged(&post, keyword) || says(&words(&post.text), keyword)
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
