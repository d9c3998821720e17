//! The regions of each audience: what stands in them, in which order, and how one thing is drawn. First paint, live
//! updates and catch-up all come from here.

use super::views::{
    Brush, Order,
    board::{self, board_order, conclusion_order},
    chair::queue_order,
    console::{self, card_order},
    post::{self, dom_id},
    wall,
};
use crate::{
    domain::{PostKey, Review, Seq},
    projections::Theme,
};

/// Who watches a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audience {
    Wall,
    Board,
    Console,
    Chair,
}

impl Audience {
    pub const ALL: [Self; 4] = [Self::Wall, Self::Board, Self::Console, Self::Chair];

    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Wall => "wall",
            Self::Board => "board",
            Self::Console => "console",
            Self::Chair => "chair",
        }
    }

    /// Its regions, in the order of the page.
    #[must_use]
    pub fn regions(self) -> &'static [Region] {
        match self {
            Self::Wall => &WALL,
            Self::Board => &BOARD,
            Self::Console => &CONSOLE,
            Self::Chair => &CHAIR,
        }
    }
}

impl std::str::FromStr for Audience {
    type Err = ();

    fn from_str(s: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|audience| audience.as_str() == s).ok_or(())
    }
}

/// A part of a page that changes.
pub struct Region {
    pub name: &'static str,
    pub kind: Kind,
}

/// How a region changes.
pub enum Kind {
    /// Replaced as a whole.
    Set(fn(&Brush) -> String),
    /// Items that come, change and go one by one.
    List { window: fn(&Brush) -> Vec<Item>, draw: fn(&Brush, Thing) -> Option<String> },
}

/// What an item shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    Post(PostKey),
    /// By its number in the session.
    Theme(u32),
    Conclusion(u32),
}

/// An item of a list region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    pub thing: Thing,
    pub order: Order,
}

impl Thing {
    /// The id of the element that shows it.
    #[must_use]
    pub fn id(self, brush: &Brush) -> String {
        match self {
            Self::Post(post) => dom_id(post),
            Self::Theme(number) => format!("theme-{}-{number}", brush.session),
            Self::Conclusion(number) => format!("conclusion-{}-{number}", brush.session),
        }
    }
}

const fn set(name: &'static str, draw: fn(&Brush) -> String) -> Region {
    Region { name, kind: Kind::Set(draw) }
}

const fn list(
    name: &'static str,
    window: fn(&Brush) -> Vec<Item>,
    draw: fn(&Brush, Thing) -> Option<String>,
) -> Region {
    Region { name, kind: Kind::List { window, draw } }
}

static WALL: [Region; 4] = [
    set("mode", |brush| brush.wall_mode()),
    set("header", |brush| brush.wall_header()),
    set("banner", |brush| brush.wall_banner()),
    list("posts", wall_posts, |brush, thing| brush.placed(thing).map(|placed| brush.wall_post(placed))),
];

static BOARD: [Region; 4] = [
    set("question", |brush| brush.board_question()),
    list("themes", board_themes, |brush, thing| brush.theme(thing).map(|theme| brush.board_theme(theme))),
    list("posts", board_posts, |brush, thing| {
        brush.placed(thing).map(|placed| wall::draw(&brush.board_post(placed, false)))
    }),
    list("conclusions", conclusions, |brush, thing| {
        brush.theme(thing).and_then(|theme| brush.board_conclusion(theme))
    }),
];

static CONSOLE: [Region; 3] = [
    list("stream", queue, |brush, thing| brush.placed(thing).map(|placed| brush.queue_row(placed))),
    list("themes", cards, |brush, thing| brush.theme(thing).map(|theme| brush.theme_card(theme))),
    set("screens", |brush| brush.screens_strip()),
];

static CHAIR: [Region; 3] = [
    list("queue", pinned, |brush, thing| brush.theme(thing).and_then(|theme| brush.chair_theme(theme))),
    set("theme", |brush| brush.chair_now()),
    set("statement", |brush| brush.chair_statement()),
];

impl Brush<'_> {
    fn placed(&self, thing: Thing) -> Option<&crate::projections::Placed> {
        match thing {
            Thing::Post(post) => self.state.content.posts.get(post),
            Thing::Theme(_) | Thing::Conclusion(_) => None,
        }
    }

    fn theme(&self, thing: Thing) -> Option<&Theme> {
        match thing {
            Thing::Theme(number) | Thing::Conclusion(number) => {
                let id = crate::domain::ThemeId { session: self.session.clone(), number };
                self.state.content.boards.theme(&id)
            }
            Thing::Post(_) => None,
        }
    }
}

fn post_item((seq, post): (Seq, PostKey)) -> Item {
    Item { thing: Thing::Post(post), order: post::order(seq) }
}

/// The newest posts, and those that are featured however old they are.
fn wall_posts(brush: &Brush) -> Vec<Item> {
    let posts = &brush.state.content.posts;
    let mut items: Vec<Item> = posts.visible(brush.session).take(wall::WINDOW).map(post_item).collect();
    for featured in &brush.state.content.walls.wall(brush.session).featured {
        let Some(placed) = posts.get(*featured) else { continue };
        let item = post_item((placed.seq, *featured));
        if posts.is_visible(brush.session, placed) && !items.contains(&item) {
            items.push(item);
        }
    }
    items
}

fn board_posts(brush: &Brush) -> Vec<Item> {
    brush.state.content.posts.visible(brush.session).take(board::LATEST).map(post_item).collect()
}

/// The newest posts, those that have waited longest, and those that were put aside.
fn queue(brush: &Brush) -> Vec<Item> {
    let posts = &brush.state.content.posts;
    let mut items: Vec<Item> = posts.listed(brush.session).take(console::WINDOW).map(post_item).collect();
    let oldest = items.last().map(|item| item.order);
    let waiting = posts.waiting(brush.session).take(console::BACKLOG);
    let backlog = waiting.chain(posts.stashed(brush.session).take(console::BACKLOG)).map(post_item);
    items.extend(backlog.filter(|item| oldest.is_some_and(|oldest| item.order < oldest)));
    items
}

fn themes(brush: &Brush, item: impl Fn(&Theme) -> Option<Item>) -> Vec<Item> {
    let mut items: Vec<Item> = brush.state.content.boards.themes(brush.session).filter_map(item).collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.order));
    items
}

fn cards(brush: &Brush) -> Vec<Item> {
    themes(brush, |theme| Some(Item { thing: Thing::Theme(theme.id.number), order: card_order(theme) }))
}

/// A theme that was sent back is the facilitators' again.
fn is_on_board(theme: &Theme) -> bool {
    theme.review().is_some_and(|review| review != Review::SentBack)
}

fn board_themes(brush: &Brush) -> Vec<Item> {
    themes(brush, |theme| {
        is_on_board(theme).then(|| Item { thing: Thing::Theme(theme.id.number), order: board_order(theme) })
    })
}

fn pinned(brush: &Brush) -> Vec<Item> {
    themes(brush, |theme| {
        let pin = theme.pin.as_ref().filter(|_| is_on_board(theme))?;
        Some(Item { thing: Thing::Theme(theme.id.number), order: queue_order(theme, pin) })
    })
}

fn conclusions(brush: &Brush) -> Vec<Item> {
    themes(brush, |theme| {
        theme.conclusion.as_ref()?;
        Some(Item { thing: Thing::Conclusion(theme.id.number), order: conclusion_order(theme) })
    })
}
