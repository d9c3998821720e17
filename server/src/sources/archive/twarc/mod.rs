//! What twarc2 keeps, in X's own shape: a line is a page of posts with what they refer to, or one flattened post.

mod flattened;

use std::collections::HashSet;

use serde::{Deserialize, de::IgnoredAny};
use serde_json::Value;

use crate::{
    domain::{At, Post, line::LINE_LIMIT},
    sources::x::{map::versions, thing::Thing},
};

/// Reads the lines of one file.
pub(super) struct Twarc {
    now: At,
    /// The versions that were taken, since an original comes along with each of its reposts.
    taken: HashSet<u64>,
}

/// What tells a line of twarc2 from one of ours, without keeping either.
#[derive(Deserialize)]
struct Signs {
    network: Option<IgnoredAny>,
    data: Option<IgnoredAny>,
    author_id: Option<IgnoredAny>,
    meta: Option<IgnoredAny>,
    errors: Option<IgnoredAny>,
}

impl Signs {
    fn are_twarcs(&self) -> bool {
        let told = [&self.data, &self.author_id, &self.meta, &self.errors];
        self.network.is_none() && told.iter().any(|sign| sign.is_some())
    }
}

/// A post and the original that it reposts, or why it is none.
type Found = Result<Vec<Post>, String>;

impl Twarc {
    pub(super) fn new(now: At) -> Self {
        Self { now, taken: HashSet::new() }
    }

    /// Everything in a line; `None` for a line that is not twarc2's.
    pub(super) fn read(&mut self, line: &[u8]) -> Option<Vec<Found>> {
        let signs: Signs = match serde_json::from_slice(line) {
            Ok(signs) => signs,
            // No line of ours is as long.
            Err(error) if error.is_eof() && line.len() > LINE_LIMIT => {
                return Some(vec![Err("the page is cut off, or too long".into())]);
            }
            Err(_) => return None,
        };
        signs.are_twarcs().then(|| match serde_json::from_slice(line) {
            Ok(value) => self.all(&value),
            Err(error) => vec![Err(format!("the line is no JSON: {error}"))],
        })
    }

    fn all(&mut self, value: &Value) -> Vec<Found> {
        let page = Thing::of(value);
        if page.has("data") {
            let includes = page.thing("includes").unwrap_or(Thing::of(&Value::Null));
            let data = page.thing("data").into_iter().chain(page.things("data"));
            return data.map(|data| self.post(data, includes)).collect();
        }
        if page.has("author_id") {
            return vec![self.post(page, Thing::of(&flattened::includes(page)))];
        }
        let is_error = page.has("errors");
        is_error.then(|| Err("an error of X in place of posts".to_owned())).into_iter().collect()
    }

    fn post(&mut self, data: Thing<'_>, includes: Thing<'_>) -> Found {
        let mut versions = versions(data, includes, self.now)?;
        let own = versions.pop();
        let mut posts: Vec<_> =
            versions.into_iter().filter(|original| self.taken.insert(original.id)).collect();
        self.taken.extend(own.as_ref().map(|own| own.id));
        posts.extend(own);
        Ok(posts.into_iter().map(|version| version.post).collect())
    }
}

#[cfg(test)]
mod tests;
