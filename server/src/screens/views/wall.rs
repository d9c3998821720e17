//! The wall's regions.

use wall_ui::wall::{Announcement, WallBanner, WallHeader, WallMode, WallPost};

use super::{Brush, hashtag};
use crate::{
    domain::{Network, wall::Layout},
    projections::Placed,
};

/// Posts that a wall holds: the newest, and those that are featured.
pub const WINDOW: usize = 200;

impl Brush<'_> {
    #[must_use]
    pub fn wall_post(&self, placed: &Placed) -> String {
        let mut post = self.post(placed);
        // A wall is read from afar. X asks for the full handle; elsewhere the local part names the author well enough.
        if placed.post.network.as_str() != Network::X {
            post.author.handle = local_part(&post.author.handle);
        }
        let featured = self.state.content.walls.features(self.session, placed.key());
        draw(&WallPost { t: self.t, post, author: placed.post.author_key().to_string(), featured })
    }

    #[must_use]
    pub fn wall_header(&self) -> String {
        draw(&WallHeader {
            t: self.t,
            hashtag: hashtag(self.state),
            session: self.head(),
            rehearsal: self.state.rehearses(),
        })
    }

    #[must_use]
    pub fn wall_banner(&self) -> String {
        let title = self.state.content.boards.discussing(self.session).map(|theme| theme.title.clone());
        draw(&WallBanner { t: self.t, mark: self.head().mark, title })
    }

    #[must_use]
    pub fn wall_mode(&self) -> String {
        let mode = self.state.content.walls.wall(self.session).mode;
        let announcement = mode.announcement.map(|announcement| Announcement {
            text: announcement.text,
            by: announcement.by.by.to_string(),
            at: self.moment(announcement.by.at),
            until: announcement.until.map(|until| self.moment(until)),
        });
        draw(&WallMode {
            t: self.t,
            layout: layout(mode.layout),
            author_cap: mode.author_cap,
            held: mode.held.is_some(),
            cleared: mode.cleared.is_some(),
            session: self.head(),
            announcement,
        })
    }
}

/// A template drawn into a text. Templates write into memory, which does not fail.
#[must_use]
pub fn draw(template: &impl askama::Template) -> String {
    template.render().expect("writing into memory does not fail")
}

#[must_use]
pub fn layout(layout: Layout) -> &'static str {
    match layout {
        Layout::Flow => "flow",
        Layout::Spotlight => "spotlight",
        Layout::Board => "board",
        Layout::Consensus => "consensus",
    }
}

fn local_part(handle: &str) -> String {
    match handle.strip_prefix('@') {
        Some(name) => format!("@{}", name.split('@').next().unwrap_or_default()),
        None if handle.contains('.') && !handle.contains(' ') => {
            handle.split('.').next().unwrap_or_default().to_owned()
        }
        None => handle.to_owned(),
    }
}
