//! What a sheet says about the pieces of a text: X's older entities, as JSON in a cell.
//!
//! Their offsets do not survive a sheet's ways with text; the short links themselves do.

use serde_json::Value;

use crate::{
    domain::{
        Media, MediaKind,
        line::{FIELD_LIMIT, MEDIA_LIMIT},
    },
    sources::x::{
        text::{named_tags, unescaped},
        thing::Thing,
    },
};

pub(super) struct Entities(Value);

impl Entities {
    /// A cell that is no JSON says nothing.
    pub(super) fn read(cell: &str) -> Self {
        Self(serde_json::from_str(cell).unwrap_or_default())
    }

    /// The text as its author wrote it: short links give way to the addresses behind them, or to nothing where they stand
    /// for a picture.
    pub(super) fn written(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for link in self.things("urls") {
            let address = link.text("expanded_url").filter(|url| is_address(url));
            if let (Some(short), Some(address)) = (link.text("url"), address) {
                text = text.replacen(short, address, 1);
            }
        }
        for picture in self.things("media") {
            text = text.replacen(picture.text("url").unwrap_or_default(), "", 1);
        }
        unescaped(&text)
    }

    pub(super) fn tags(&self) -> Vec<String> {
        named_tags(self.things("hashtags"), "text")
    }

    pub(super) fn media(&self) -> Vec<Media> {
        let pictures = self.things("media").filter_map(|picture| picture.text("media_url_https"));
        let safe = pictures.filter(|url| url.starts_with("https://")).take(MEDIA_LIMIT);
        safe.map(|url| Media { url: url.to_owned(), alt: None, kind: MediaKind::Image }).collect()
    }

    fn things(&self, name: &'static str) -> impl Iterator<Item = Thing<'_>> {
        Thing::of(&self.0).things(name)
    }
}

fn is_address(url: &str) -> bool {
    url.len() <= FIELD_LIMIT && (url.starts_with("https://") || url.starts_with("http://"))
}
