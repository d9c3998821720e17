//! A post, as every surface draws it.

use unicode_segmentation::UnicodeSegmentation;
use wall_ui::parts;

use super::{Brush, Order, small};
use crate::{
    domain::{
        self, AuthorKey, Kind, MediaKind, Network, PostKey, Seq,
        text::{self, fold_tag, spans},
    },
    projections::Placed,
};

/// Where our own drawings are.
const DRAWINGS: &str = "/media/demo/";
/// Longest address that is written out, in characters.
const LINK_LIMIT: usize = 32;

impl Brush<'_> {
    /// The post, with its full handle.
    #[must_use]
    pub fn post(&self, placed: &Placed) -> parts::Post {
        let post = &placed.post;
        parts::Post {
            key: placed.key().to_string(),
            order: order(placed.seq).to_string(),
            author: self.author(post),
            source: self.source(&post.network),
            text: self.words(post),
            lang: post.lang.clone().filter(|lang| lang != "und"),
            at: self.moment(placed.at),
            reply_to: replied(post),
            media: post
                .media
                .iter()
                .enumerate()
                .map(|(index, media)| self.media(placed.key(), index, media))
                .collect(),
            reposts: small(self.state.content.posts.reposts(placed.key())),
            url: post.url.clone().filter(|url| url.starts_with("https://") || url.starts_with("http://")),
        }
    }

    #[must_use]
    pub fn author(&self, post: &domain::Post) -> parts::Author {
        let author = &post.author;
        let room = post.network.is_room();
        let unnamed = author.name.is_empty() && author.handle.is_empty();
        let name = if unnamed { self.t.say("source-room-person") } else { author.name.clone() };
        let name = if name.is_empty() { author.handle.clone() } else { name };
        parts::Author {
            initials: initials(&name),
            tone: tone(post.author_key()),
            handle: if room && !unnamed { self.t.say("source-in-the-room") } else { handle(post) },
            unchecked: room && post.table.is_none() && !unnamed,
            name,
        }
    }

    #[must_use]
    pub fn source(&self, network: &Network) -> parts::Source {
        let (symbol, name) = match network.as_str() {
            Network::X => ("x", "X".to_owned()),
            Network::MASTODON => ("mastodon", "Mastodon".to_owned()),
            Network::BLUESKY => ("bluesky", "Bluesky".to_owned()),
            Network::ROOM => ("room", self.t.say("source-room")),
            other => ("other", other.to_owned()),
        };
        let letter = name.graphemes(true).next().unwrap_or_default().to_uppercase();
        parts::Source { symbol, name, letter }
    }

    /// Pages fetch nothing from elsewhere: a picture comes through this server, or is told by its words alone.
    fn media(&self, post: PostKey, index: usize, media: &domain::Media) -> parts::Media {
        let kind = match media.kind {
            MediaKind::Image => "image",
            MediaKind::Video => "video",
            MediaKind::Audio => "audio",
            MediaKind::Other => "other",
        };
        let pictures = self.state.programme.conference().pictures;
        let is_remote = media.url.starts_with("https://") || media.url.starts_with("http://");
        let src = match media.kind {
            MediaKind::Image if media.url.starts_with(DRAWINGS) => Some(media.url.clone()),
            MediaKind::Image if is_remote && pictures => Some(format!("/media/{post}/{index}")),
            _ => None,
        };
        parts::Media { src, alt: media.alt.clone().filter(|alt| !alt.is_empty()), kind }
    }

    /// What a card says: the author's warning, the text, the answers of a poll.
    fn words(&self, post: &domain::Post) -> Vec<parts::Span> {
        let warning =
            post.caution.warning.as_ref().map(|warning| parts::Span::Plain(format!("[{warning}]\n")));
        let answers = post.poll.iter().map(|answer| parts::Span::Plain(format!("\n○ {answer}")));
        warning.into_iter().chain(self.spans(&post.text)).chain(answers).collect()
    }

    fn spans(&self, text: &str) -> Vec<parts::Span> {
        let tags: Vec<String> =
            self.state.programme.conference().tags.iter().map(|tag| fold_tag(tag)).collect();
        let span = |span| match span {
            text::Span::Plain(text) => parts::Span::Plain(text.to_owned()),
            text::Span::Tag(tag) => {
                parts::Span::Tag { text: tag.to_owned(), own: tags.contains(&fold_tag(tag)) }
            }
            text::Span::Mention(text) => parts::Span::Mention(text.to_owned()),
            text::Span::Link(href) => parts::Span::Link { text: shortened(href), href: href.to_owned() },
        };
        spans(text).into_iter().map(span).collect()
    }
}

/// Sorts within a region by arrival.
#[must_use]
pub fn order(arrived: Seq) -> Order {
    Order::newest(0, arrived)
}

/// The element that shows a post.
#[must_use]
pub fn dom_id(post: PostKey) -> String {
    format!("post-{post}")
}

fn handle(post: &domain::Post) -> String {
    let handle = post.author.handle.trim_start_matches('@');
    match post.network.as_str() {
        _ if handle.is_empty() => String::new(),
        Network::X | Network::MASTODON => format!("@{handle}"),
        _ => handle.to_owned(),
    }
}

/// Whom a reply answers: networks put the name first.
fn replied(post: &domain::Post) -> Option<String> {
    if post.kind != Kind::Reply {
        return None;
    }
    spans(&post.text).into_iter().find_map(|span| match span {
        text::Span::Mention(name) => Some(name.to_owned()),
        _ => None,
    })
}

fn shortened(href: &str) -> String {
    let bare = href.trim_start_matches("https://").trim_start_matches("http://").trim_end_matches('/');
    match bare.char_indices().nth(LINK_LIMIT) {
        Some((end, _)) => format!("{}…", &bare[..end]),
        None => bare.to_owned(),
    }
}

/// `AO` for Amara Okafor, `6` for Table 6, the first letter for one word.
pub(super) fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let first = |word: &str| {
        word.graphemes(true).find(|g| g.chars().any(char::is_alphanumeric)).map(str::to_uppercase)
    };
    match words.as_slice() {
        [.., last] if words.len() > 1 && last.chars().all(char::is_numeric) => (*last).to_owned(),
        [one, .., last] => [first(one), first(last)].into_iter().flatten().collect(),
        [one] => first(one).unwrap_or_default(),
        [] => String::new(),
    }
}

/// One of seven grounds for an author's initials.
pub(super) fn tone(author: AuthorKey) -> u8 {
    author.bytes()[0] % 7 + 1
}
