//! A server's own numbers for posts, and the name that a post has on all servers. Deletes carry only the number.

use std::collections::{HashMap, HashSet, VecDeque};

/// Posts whose numbers are kept. The oldest go first; a delete of such a post is found when the screen's posts are
/// looked at again, or not at all.
const KNOWN: usize = 10_000;
/// Deletes that came before their post.
const OVERTAKEN: usize = 2_000;

/// What one server's numbers mean, within bounds.
#[derive(Debug, Default)]
pub(super) struct Ids {
    uris: HashMap<String, String>,
    in_order: VecDeque<String>,
    deleted: HashSet<String>,
    deleted_in_order: VecDeque<String>,
}

impl Ids {
    /// Learns a number. Says whether it is new.
    pub(super) fn learn(&mut self, id: &str, uri: &str) -> bool {
        if self.uris.insert(id.to_owned(), uri.to_owned()).is_some() {
            return false;
        }
        self.in_order.push_back(id.to_owned());
        if self.in_order.len() > KNOWN
            && let Some(oldest) = self.in_order.pop_front()
        {
            self.uris.remove(&oldest);
        }
        true
    }

    pub(super) fn uri(&self, id: &str) -> Option<&str> {
        self.uris.get(id).map(String::as_str)
    }

    /// Forgets a post that is gone, and that its number was deleted: the server sends a delete straight on and looks a
    /// new post up first, so the delete can come before the post. `None` for a number that nobody has told us.
    pub(super) fn delete(&mut self, id: &str) -> Option<String> {
        if self.deleted.insert(id.to_owned()) {
            self.deleted_in_order.push_back(id.to_owned());
        }
        if self.deleted_in_order.len() > OVERTAKEN
            && let Some(oldest) = self.deleted_in_order.pop_front()
        {
            self.deleted.remove(&oldest);
        }
        // Its place in the order is taken out with the oldest.
        self.uris.remove(id)
    }

    pub(super) fn is_deleted(&self, id: &str) -> bool {
        self.deleted.contains(id)
    }

    /// The numbers of the last posts that are still there, newest first.
    pub(super) fn last(&self, count: usize) -> Vec<String> {
        self.in_order.iter().rev().filter(|id| self.uris.contains_key(*id)).take(count).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_leads_to_its_post_until_it_is_deleted() {
        let mut ids = Ids::default();
        assert!(ids.learn("1", "https://a.example/1"));
        assert!(!ids.learn("1", "https://a.example/1"));
        assert_eq!(ids.uri("1"), Some("https://a.example/1"));
        assert_eq!(ids.delete("1").as_deref(), Some("https://a.example/1"));
        assert_eq!(ids.delete("1"), None);
        assert!(ids.last(9).is_empty());
    }

    #[test]
    fn a_delete_that_overtook_its_post_is_remembered() {
        let mut ids = Ids::default();
        assert_eq!(ids.delete("7"), None);
        assert!(ids.is_deleted("7"));
    }

    #[test]
    fn memory_is_bounded() {
        let mut ids = Ids::default();
        for number in 0..100_000 {
            ids.learn(&number.to_string(), "u");
            ids.delete(&format!("d{number}"));
        }
        assert_eq!((ids.uris.len(), ids.in_order.len()), (KNOWN, KNOWN));
        assert_eq!((ids.deleted.len(), ids.deleted_in_order.len()), (OVERTAKEN, OVERTAKEN));
        assert_eq!(ids.last(2), ["99999", "99998"]);
        assert_eq!(ids.uri("5"), None);
    }
}
