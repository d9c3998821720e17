//! Deletes of posts that are not here, kept for a while: a delete may overtake its post.
//!
//! The network deletes some posts every second, of which nearly none are ours: they would fill the log. After a restart
//! the rewind brings the last of them again.

use std::collections::{HashSet, VecDeque};

use crate::domain::PostKey;

use super::wire::Micros;

/// Ten minutes of the Jetstream's time.
const AGE: Micros = 600_000_000;
const LIMIT: usize = 200_000;

/// Bounded in time and number.
#[derive(Debug, Default)]
pub(super) struct Deletes {
    known: HashSet<PostKey>,
    by_age: VecDeque<(Micros, PostKey)>,
}

impl Deletes {
    pub fn insert(&mut self, post: PostKey, at: Micros) {
        if self.known.insert(post) {
            self.by_age.push_back((at, post));
        }
        while self.by_age.front().is_some_and(|(oldest, _)| self.by_age.len() > LIMIT || at - oldest > AGE) {
            if let Some((_, forgotten)) = self.by_age.pop_front() {
                self.known.remove(&forgotten);
            }
        }
    }

    pub fn contains(&self, post: PostKey) -> bool {
        self.known.contains(&post)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(number: usize) -> PostKey {
        PostKey::of("bluesky", &number.to_string())
    }

    #[test]
    fn it_forgets_what_is_old() {
        let mut deletes = Deletes::default();
        deletes.insert(key(1), 0);
        deletes.insert(key(2), AGE);
        assert!(deletes.contains(key(1)) && deletes.contains(key(2)));
        deletes.insert(key(3), AGE + 1);
        assert!(!deletes.contains(key(1)) && deletes.contains(key(2)));
    }

    #[test]
    fn it_never_holds_more_than_its_limit() {
        let mut deletes = Deletes::default();
        (0..LIMIT + 10).for_each(|number| deletes.insert(key(number), 0));
        assert_eq!((deletes.known.len(), deletes.by_age.len()), (LIMIT, LIMIT));
        assert!(!deletes.contains(key(9)) && deletes.contains(key(10)));
    }

    #[test]
    fn a_delete_that_comes_twice_is_one() {
        let mut deletes = Deletes::default();
        deletes.insert(key(1), 0);
        deletes.insert(key(1), 1);
        assert_eq!(deletes.by_age.len(), 1);
    }
}
