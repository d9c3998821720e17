//! Pages of posts.

use super::{
    links,
    status::{Numbered, elements},
    trouble::Trouble,
};

/// Which posts of a hashtag: the newest, those right after a post, or those right before one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part<'a> {
    Newest,
    After(&'a str),
    Before(&'a str),
}

impl<'a> Part<'a> {
    /// As a parameter. `since_id` is not used: it leaves out posts when there are many.
    pub(super) fn parameter(self) -> Option<(&'static str, &'a str)> {
        match self {
            Self::Newest => None,
            Self::After(id) => Some(("min_id", id)),
            Self::Before(id) => Some(("max_id", id)),
        }
    }
}

/// Posts of a hashtag, newest first, each in JSON.
#[derive(Debug, Default)]
pub(super) struct Page {
    body: Vec<u8>,
    links: String,
}

impl Page {
    /// # Errors
    /// When the answer is no list.
    pub(super) fn of(body: Vec<u8>, links: String) -> Result<Self, Trouble> {
        match elements(&body) {
            Some(_) => Ok(Self { body, links }),
            None => Err(Trouble::Failed("the server's answer is no list of posts".into())),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.statuses().len()
    }

    pub(super) fn oldest_first(&self) -> impl Iterator<Item = &[u8]> {
        self.statuses().into_iter().rev()
    }

    /// The number to go on after: the server says it, or it is that of the first post.
    pub(super) fn newest(&self) -> Option<String> {
        let own = || self.statuses().into_iter().find_map(Numbered::read);
        links::parameter(&self.links, "prev", "min_id").or_else(own)
    }

    /// The number to go on before; none on the last page.
    pub(super) fn oldest(&self) -> Option<String> {
        links::parameter(&self.links, "next", "max_id")
    }

    fn statuses(&self) -> Vec<&[u8]> {
        elements(&self.body).unwrap_or_default()
    }
}
