//! Past-tense facts, and the entries that make them durable.
//!
//! Events record decisions, not inputs: verdict, sessions, collapse target, followers at arrival and new ids stand
//! in the entry, so that the fold never judges. Adding a variant is compatible; changing one is a migration.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    Author, AuthorKey, Conference, Login, Network, PersonId, Policy, Post, PostKey, Review, Role, Room,
    Scope, SecretHash, Seq, Session, SessionId, TagRule, ThemeId, Verdict,
    consensus::{Ballot, Cohort, Material, Rating, Round},
    time::At,
    wall::Layout,
};

/// One fact a line.
#[rustfmt::skip]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {
    // The gathering.
    ConferenceOpened(Conference),
    TagsChosen { tags: Vec<String> },
    TagRuleChosen { rule: TagRule },
    RoomAdded(Room),
    SessionScheduled(Session),
    PolicySet { session: SessionId, policy: Policy },
    SessionClosed { session: SessionId },
    RehearsalStarted,
    RehearsalEnded,

    // Posts.
    PostArrived(Box<Arrival>),
    /// The author changed it. The old text never shows again.
    PostEdited { post: Box<Post>, verdict: Verdict },
    PostShown { post: PostKey },
    PostHidden { post: PostKey, why: Option<String> },
    PostStashed { session: SessionId, post: PostKey },
    PostUnstashed { session: SessionId, post: PostKey },
    PostRouted { post: PostKey, sessions: Vec<SessionId> },
    /// Known or not: the key stays as a tombstone, so that a late copy does not come back.
    PostWithdrawn { post: PostKey },
    AuthorBlocked { author: AuthorKey, why: Option<String> },
    AuthorTrusted { author: AuthorKey },
    AuthorOptedOut { author: AuthorKey },
    /// Somebody asked that nothing of this account be taken. `author`: the account as far as it was known then.
    OptOutAsked { author: AuthorKey, network: Network, handle: String, reason: Option<String> },
    /// `posts`: those that were here and lead there.
    DomainBlocked { domain: String, posts: Vec<PostKey> },
    WordListSet { words: Vec<String> },
    /// Languages whose posts are taken without a look, as primary tags of BCP 47. Empty: all.
    LanguagesSet { languages: Vec<String> },
    /// The network took an account down, or its owner deleted it. `posts`: all of theirs that were here.
    AuthorWithdrawn { author: AuthorKey, posts: Vec<PostKey> },
    /// A network told later who wrote the posts of this author.
    AuthorDescribed { network: Network, author: Author },
    /// A source has everything up to this place of its upstream.
    SourceReached { source: String, place: String },

    // Themes and the board.
    ThemeStarted { theme: ThemeId, title: String, summary: Option<String>, first: Option<Gathered> },
    ThemeEdited { theme: ThemeId, title: String, summary: Option<String> },
    PostGathered { theme: ThemeId, gathered: Gathered },
    PostReleased { theme: ThemeId, post: PostKey },
    ThemePinned { theme: ThemeId },
    PinReviewed { theme: ThemeId, review: Review, words: Option<String> },
    /// `accepted`: its writer may also accept it, as the chair may.
    ConclusionWritten { theme: ThemeId, text: String, accepted: bool },
    ConclusionAccepted { theme: ThemeId },

    // Walls.
    PostFeatured { session: SessionId, post: PostKey, shows: bool },
    PostUnfeatured { session: SessionId, post: PostKey },
    /// At most so many cards of one author stand on the session's walls at a time.
    AuthorCapSet { session: SessionId, cap: u8 },
    LayoutChosen { session: SessionId, layout: Layout },
    WallCleared { session: SessionId },
    WallShown { session: SessionId },
    WallHeld { session: SessionId },
    WallReleased { session: SessionId },
    Announced { session: SessionId, text: String, until: Option<At> },
    AnnouncementEnded { session: SessionId },

    // Consensus. Folded once rounds are drawn; in the format from its first version.
    MaterialAdded { session: SessionId, number: u32, material: Material },
    RoundOpened { session: SessionId, round: Round },
    RoundExtended { session: SessionId, statement: u32, number: u32, closes_at: At },
    RoundClosed { session: SessionId, statement: u32, number: u32 },
    /// Carries no actor: the ballot cannot be led back to a person once the round's secret is destroyed.
    RatingCast { session: SessionId, statement: u32, number: u32, ballot: Ballot, cohort: Cohort, rating: Rating },

    // Screens that are paired with a room. Folded once pairing is built; in the format from its first version.
    ScreenPaired { screen: u32, device: SecretHash, name: String },
    ScreenAssigned { screen: u32, session: SessionId },

    /// The inverse of an earlier act was done by undoing it.
    Undone { act: Seq, inverse: Box<Event> },

    // Private: these leave the log only as `Withheld`.
    InvitationMade { invitation: SecretHash, name: String, role: Role, sessions: Vec<SessionId>, reusable: bool },
    LoginOpened { cookie: SecretHash, invitation: SecretHash, login: Login },
    LoginClosed { cookie: SecretHash },
    TokenIssued { token: SecretHash, name: String, scope: Scope },
    TokenRevoked { token: SecretHash },

    /// Its content was removed. Folds to nothing.
    Redacted,
    /// A private entry, as it is read from outside.
    Withheld,
}

/// A post, and all that was decided about it when it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    pub post: Post,
    pub verdict: Verdict,
    /// Where it belongs. Empty: to the conference as a whole.
    pub sessions: Vec<SessionId>,
    /// The post that this repost counts towards. Its own text is then not stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub into: Option<PostKey>,
    /// Reposts that stood in for this original until it came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absorbs: Vec<PostKey>,
    /// The themes that they stood in, where this original takes their place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<ThemeId>,
    /// The sessions whose walls featured them, and feature this original now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub featured: Vec<SessionId>,
}

/// A post on its way into a theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gathered {
    pub post: PostKey,
    /// The theme of the same session that it leaves: a post is in at most one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<ThemeId>,
    /// Whether gathering is what shows it.
    pub shows: bool,
}

/// Who may read an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    Public,
    Staff,
    Private,
}

impl Event {
    /// The class that an entry of this event is stored under.
    #[must_use]
    pub fn class(&self) -> Class {
        match self {
            Self::InvitationMade { .. }
            | Self::LoginOpened { .. }
            | Self::LoginClosed { .. }
            | Self::TokenIssued { .. }
            | Self::TokenRevoked { .. }
            | Self::OptOutAsked { .. }
            | Self::ScreenPaired { .. } => Class::Private,
            Self::PostArrived(_)
            | Self::PostEdited { .. }
            | Self::PostHidden { .. }
            | Self::PostStashed { .. }
            | Self::PostUnstashed { .. }
            | Self::PostRouted { .. }
            | Self::AuthorBlocked { .. }
            | Self::AuthorTrusted { .. }
            | Self::AuthorOptedOut { .. }
            | Self::AuthorDescribed { .. }
            | Self::SourceReached { .. }
            | Self::DomainBlocked { .. }
            | Self::WordListSet { .. }
            | Self::LanguagesSet { .. }
            | Self::ThemeStarted { .. }
            | Self::ThemeEdited { .. }
            | Self::PostGathered { .. }
            | Self::PostReleased { .. }
            | Self::RatingCast { .. }
            | Self::Undone { .. } => Class::Staff,
            _ => Class::Public,
        }
    }

    /// The posts that this event takes back.
    #[must_use]
    pub fn withdraws(&self) -> &[PostKey] {
        match self {
            Self::PostWithdrawn { post } => std::slice::from_ref(post),
            Self::AuthorWithdrawn { posts, .. } => posts,
            _ => &[],
        }
    }

    /// The post whose words this event carries, and which a redaction takes out of it.
    #[must_use]
    pub fn words_of(&self) -> Option<PostKey> {
        match self {
            Self::PostArrived(arrival) => Some(arrival.post.key()),
            Self::PostEdited { post, .. } => Some(post.key()),
            _ => None,
        }
    }
}

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The server itself: seeding, ends of time limits.
    System,
    Source(String),
    /// A program with a token of this name.
    Program(String),
    Person {
        id: PersonId,
        name: String,
    },
    /// Somebody without an account.
    Participant,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::System => f.write_str("Backchannel"),
            Self::Source(name) | Self::Program(name) | Self::Person { name, .. } => f.write_str(name),
            Self::Participant => f.write_str("a participant"),
        }
    }
}

/// Who did something, when, and under which number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    pub by: Actor,
    pub at: At,
    pub seq: Seq,
}

/// An entry that has no number yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub at: At,
    pub actor: Actor,
    /// The idempotency key, where the caller gave one.
    pub key: Option<String>,
    pub event: Event,
}

/// A fact in the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub seq: Seq,
    pub at: At,
    pub actor: Actor,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    pub event: Event,
}

impl Entry {
    #[must_use]
    pub fn new(seq: Seq, draft: Draft) -> Self {
        let Draft { at, actor, key, event } = draft;
        Self { seq, at, actor, key, event }
    }

    #[must_use]
    pub fn act(&self) -> Act {
        Act { by: self.actor.clone(), at: self.at, seq: self.seq }
    }
}
