//! What several pages share: the shell, a point in time, a session's head, an author, a post's text.

use std::iter::repeat;

use crate::Words;

/// Style sheets that every page of every surface links, in this order.
pub const SHARED_STYLES: [&str; 10] =
    ["reset", "tokens", "base", "alt", "avatar", "icon", "mark", "people", "rehearsal", "source"];

/// What every page of every surface knows.
pub struct Shell<'a> {
    pub t: &'a Words,
    /// Where assets live, as in `/assets/1a2b3c4d`: `{{ shell.assets }}/wall/css/wall.css`.
    pub assets: &'a str,
    pub title: String,
    /// With its `#`; the conference's name where it has no hashtag.
    pub hashtag: String,
    pub conference: String,
    /// While a rehearsal runs every page says so.
    pub rehearsal: bool,
    /// The entry that this page shows the state of, and the log it counts in: `data-seq`, `data-log`.
    pub seq: u64,
    pub log: String,
    pub now: Moment,
    /// IANA name of the conference's time zone: `data-zone`, for the device's clock.
    pub zone: String,
}

impl Shell<'_> {
    /// Whether the conference has a hashtag to post with.
    #[must_use]
    pub fn is_tagged(&self) -> bool {
        self.hashtag.starts_with('#')
    }
}

/// A point in time, both ways.
#[derive(Clone, Debug, Default)]
pub struct Moment {
    /// RFC 3339 in UTC, for `datetime`.
    pub iso: String,
    /// As a clock in the conference's zone shows it: `14:12`.
    pub clock: String,
    /// `Thursday 26 June`, in the page's language where known.
    pub day: String,
}

/// Colour and shape of a session: the class is `mark-circle` and so on, the symbol `#mark-circle`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    Circle,
    Square,
    Triangle,
    Diamond,
    #[default]
    None,
}

impl Mark {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Circle => "circle",
            Self::Square => "square",
            Self::Triangle => "triangle",
            Self::Diamond => "diamond",
            Self::None => "none",
        }
    }
}

/// A session as headers and lists name it.
#[derive(Clone, Debug, Default)]
pub struct SessionHead {
    pub id: String,
    pub name: String,
    pub mark: Mark,
    /// `Salon B`; several are joined with commas. Empty when none is set.
    pub room: String,
    pub from: Option<Moment>,
    pub until: Option<Moment>,
    /// Whether it runs at the page's time.
    pub running: bool,
}

/// Who wrote a post. The avatar is initials on one of seven grounds, chosen by a hash of the author.
#[derive(Clone, Debug, Default)]
pub struct Author {
    pub name: String,
    /// As the network writes it: `@amara@meded.example`, `priya.example`. Empty for the room.
    pub handle: String,
    pub initials: String,
    /// 1 to 7: class `avatar-1` and so on.
    pub tone: u8,
    /// A name that somebody typed and nobody checked.
    pub unchecked: bool,
}

/// Where a post came from: a letter that we draw, never a network's logo.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// `x`, `mastodon`, `bluesky`, `room`, else `other`: symbol `#source-…`.
    pub symbol: &'static str,
    /// `X`, `Mastodon`, … as a person says it.
    pub name: String,
    /// What an unknown network's mark shows.
    pub letter: String,
}

impl Source {
    /// X demands its name beside its mark.
    #[must_use]
    pub fn is_x(&self) -> bool {
        self.symbol == "x"
    }
}

/// A piece of a post's text, in order. Everything is plain text that templates escape.
#[derive(Clone, Debug)]
pub enum Span {
    Plain(String),
    /// With `#`. `own` marks the event's own hashtag.
    Tag {
        text: String,
        own: bool,
    },
    Mention(String),
    /// `text` is shortened for show, `href` is whole, http or https.
    Link {
        text: String,
        href: String,
    },
}

impl Span {
    /// What a reader sees of it.
    #[must_use]
    pub fn words(&self) -> &str {
        match self {
            Self::Plain(text) | Self::Tag { text, .. } | Self::Mention(text) | Self::Link { text, .. } => {
                text
            }
        }
    }
}

/// A picture or another attachment. A page never fetches from elsewhere.
#[derive(Clone, Debug)]
pub struct Media {
    /// On this server, or `None`: then only the alternative text is shown.
    pub src: Option<String>,
    /// `None`: the page says "No description".
    pub alt: Option<String>,
    /// `image`, `video`, `audio`, `other`.
    pub kind: &'static str,
}

/// One post, as every surface draws it. Each surface has its own template around it.
#[derive(Clone, Debug, Default)]
pub struct Post {
    /// 32 hex digits. The element's id is `post-{key}`.
    pub key: String,
    /// Sorts within a region; regions show the greatest first. `data-order`.
    pub order: String,
    pub author: Author,
    pub source: Source,
    pub text: Vec<Span>,
    /// BCP 47, for `lang`.
    pub lang: Option<String>,
    pub at: Moment,
    /// Handle of whom it replies to, where known.
    pub reply_to: Option<String>,
    pub media: Vec<Media>,
    pub reposts: u32,
    /// The post where it lives.
    pub url: Option<String>,
}

/// Who takes part: people in the room and online, and ten bars of the last ten minutes each, newest last.
#[derive(Clone, Debug, Default)]
pub struct People {
    pub room: u32,
    pub online: u32,
    pub bars: Vec<(u32, u32)>,
}

/// One bar of the mirror: what the room does above the line, what people online do below it.
#[derive(Debug, PartialEq, Eq)]
pub struct MirrorBar {
    /// On the drawing's grid of 1900 x 840.
    pub x: usize,
    pub room: u32,
    pub online: u32,
}

impl People {
    /// Ten bars as they are drawn, each half scaled to its own highest.
    #[must_use]
    pub fn mirror(&self) -> Vec<MirrorBar> {
        let (room, online) = self.bars.iter().fold((1, 1), |(a, b), bar| (a.max(bar.0), b.max(bar.1)));
        let bars = self.bars.iter().copied().chain(repeat((0, 0))).take(10).enumerate();
        bars.map(|(place, bar)| MirrorBar {
            x: 32 + 190 * place,
            room: scaled(bar.0, room, 385),
            online: scaled(bar.1, online, 355),
        })
        .collect()
    }
}

/// `value` of `highest` as a part of `full`; a value that is not nothing stays visible.
fn scaled(value: u32, highest: u32, full: u32) -> u32 {
    let height = u64::from(value) * u64::from(full) / u64::from(highest);
    u32::try_from(height).unwrap_or(full).max(value.min(1) * 12)
}

/// Numbers behind a theme.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weight {
    pub posts: u32,
    pub people: u32,
    pub tables: u32,
}

/// The review state of a theme, for classes (`state-waiting`) and messages (`state-waiting`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThemeState {
    Draft,
    Waiting,
    Discussing,
    Discussed,
    Parked,
    SentBack,
}

impl ThemeState {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Waiting => "waiting",
            Self::Discussing => "discussing",
            Self::Discussed => "discussed",
            Self::Parked => "parked",
            Self::SentBack => "sent-back",
        }
    }
}
