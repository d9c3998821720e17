//! What stands behind a theme, in words.

use crate::{Words, parts::Weight};

/// `23 posts, 14 people online, 3 tables`; nothing is said of what there is none of.
#[must_use]
pub fn list(t: &Words, weight: &Weight) -> String {
    let people = voices(t, weight);
    std::iter::once(posts(t, weight)).chain(people).collect::<Vec<_>>().join(", ")
}

/// `23 posts from 14 people online and 3 tables`.
#[must_use]
pub fn sentence(t: &Words, weight: &Weight) -> String {
    let posts = posts(t, weight);
    match voices(t, weight).as_slice() {
        [] => posts,
        [voice] => t.with_all("board-weight-one", &[("posts", &posts), ("voice", voice)]),
        [people, tables, ..] => {
            t.with_all("board-weight-both", &[("posts", &posts), ("people", people), ("tables", tables)])
        }
    }
}

fn posts(t: &Words, weight: &Weight) -> String {
    t.count("board-weight-posts", weight.posts)
}

fn voices(t: &Words, weight: &Weight) -> Vec<String> {
    [("board-weight-people", weight.people), ("board-weight-tables", weight.tables)]
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(key, n)| t.count(key, n))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_nothing_of_what_there_is_none_of() {
        let t = Words::of("en");
        assert_eq!(
            sentence(t, &Weight { posts: 23, people: 14, tables: 3 }),
            "23 posts from 14 people online and 3 tables"
        );
        assert_eq!(sentence(t, &Weight { posts: 1, people: 0, tables: 1 }), "1 post from 1 table");
        assert_eq!(list(t, &Weight { posts: 2, people: 1, tables: 0 }), "2 posts, 1 person online");
    }
}
