//! What the filter may ask of the present: a narrow view of the state, so that a judgement stays a pure function.

use super::{
    AuthorKey, Conference, Gist, Post, PostKey, Session, SessionId, ThemeId, Verdict, WordList, hosts::hosts,
};

/// A post that is already here.
pub struct Known<'a> {
    pub post: &'a Post,
    pub verdict: Verdict,
    pub sessions: &'a [SessionId],
    /// The post that it counts towards, for a collapsed repost.
    pub into: Option<PostKey>,
}

/// How the conference stands to an author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Neutral,
    /// Shown without review.
    Trusted,
    /// Hidden on arrival.
    Blocked,
    /// Wants no part in it: nothing of theirs is taken.
    OptedOut,
}

/// The present, as far as an arriving post is concerned.
pub trait Present {
    fn conference(&self) -> &Conference;
    fn sessions(&self) -> impl Iterator<Item = &Session>;
    fn known(&self, post: PostKey) -> Option<Known<'_>>;
    fn is_withdrawn(&self, post: PostKey) -> bool;
    /// The repost that stands in for an original which has not come.
    fn stand_in(&self, original: PostKey) -> Option<PostKey>;
    /// The themes that a post stands in.
    fn gathered_in(&self, post: PostKey) -> Vec<ThemeId>;
    /// The sessions whose walls feature a post.
    fn featured_in(&self, post: PostKey) -> Vec<SessionId>;
    /// The oldest standing post with this gist.
    fn with_gist(&self, gist: Gist) -> Option<PostKey>;
    fn standing(&self, author: AuthorKey) -> Standing;
    /// The words that hold a post back.
    fn words(&self) -> &WordList;
    /// Whether any host is blocked.
    fn blocks_hosts(&self) -> bool;
    /// Whether links to this host, in lower case, hide a post.
    fn blocks_host(&self, host: &str) -> bool;
    /// Whether a post leads to a blocked host.
    fn leads_astray(&self, post: &Post) -> bool {
        self.blocks_hosts() && hosts(post).any(|host| self.blocks_host(&host))
    }
    /// Whether posts in this language, as its network names it, are taken without a look.
    fn reads(&self, language: &str) -> bool;
}
