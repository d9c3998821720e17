//! What stands on a screen: its regions, as a client keeps them by the protocol.

use std::collections::BTreeMap;

use serde::Deserialize;

/// A region's name, and what stands in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page(BTreeMap<String, Region>);

#[derive(Clone, Debug, PartialEq)]
pub enum Region {
    Whole(String),
    /// In the order of the page: the greatest `order` first.
    Items(Vec<Item>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub id: String,
    order: String,
    html: String,
}

#[derive(Deserialize)]
#[serde(tag = "op", rename_all = "lowercase")]
enum Frame {
    Put { seq: u64, into: String, id: String, order: String, html: String },
    Remove { seq: u64, into: String, id: String },
    Set { seq: u64, into: String, html: String },
    Reset { seq: u64, into: String, html: String },
}

impl Page {
    /// Puts a message in; answers with its number.
    pub fn take(&mut self, message: &[u8]) -> u64 {
        let text = std::str::from_utf8(message).expect("messages are text");
        let seqs = text.lines().map(|line| self.frame(serde_json::from_str(line).expect("a frame")));
        let seqs: Vec<u64> = seqs.collect();
        assert!(seqs.iter().all(|seq| *seq == seqs[0]), "one message tells of one entry");
        seqs[0]
    }

    fn frame(&mut self, frame: Frame) -> u64 {
        match frame {
            Frame::Put { seq, into, id, order, html } => {
                assert_eq!(
                    items(&html).as_slice(),
                    [Item { id, order, html: html.clone() }],
                    "the element names itself"
                );
                self.put(&into, items(&html).remove(0));
                seq
            }
            Frame::Remove { seq, into, id } => {
                self.items_mut(&into).retain(|item| item.id != id);
                seq
            }
            Frame::Set { seq, into, html } => {
                self.0.insert(into, Region::Whole(html));
                seq
            }
            Frame::Reset { seq, into, html } => {
                let region = if is_list(&into) { Region::Items(items(&html)) } else { Region::Whole(html) };
                self.0.insert(into, region);
                seq
            }
        }
    }

    fn put(&mut self, into: &str, item: Item) {
        let items = self.items_mut(into);
        items.retain(|stands| stands.id != item.id);
        let place = items.iter().position(|stands| stands.order < item.order).unwrap_or(items.len());
        items.insert(place, item);
    }

    fn items_mut(&mut self, region: &str) -> &mut Vec<Item> {
        match self.0.get_mut(region) {
            Some(Region::Items(items)) => items,
            other => panic!("{region} is no list of items: {other:?}"),
        }
    }

    /// The ids of a region's items, in the order of the page.
    pub fn ids(&self, region: &str) -> Vec<&str> {
        match &self.0[region] {
            Region::Items(items) => items.iter().map(|item| item.id.as_str()).collect(),
            Region::Whole(_) => Vec::new(),
        }
    }
}

/// The chair's region `theme` is one thing; `themes` are many.
fn is_list(region: &str) -> bool {
    ["posts", "themes", "conclusions", "stream", "queue"].contains(&region)
}

/// Elements without an end.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "source", "wbr"];

/// The elements that stand side by side in a piece of markup.
fn items(html: &str) -> Vec<Item> {
    let (mut items, mut depth, mut start, mut at) = (Vec::new(), 0, 0, 0);
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        let end = open + html[open..].find('>').expect("a tag ends") + 1;
        let tag = &html[open..end];
        let name = tag[1..].split([' ', '>', '/', '\n']).next().unwrap_or_default();
        depth += match () {
            () if tag.starts_with("</") => -1,
            () if tag.ends_with("/>") || VOID.contains(&name) => 0,
            () => 1,
        };
        at = end;
        if depth == 0 {
            items.push(item(&html[start..end]));
            start = end;
        }
    }
    if let (Some(last), rest) = (items.last_mut(), &html[start..]) {
        last.html.push_str(rest);
    }
    items
}

fn item(html: &str) -> Item {
    let tag = &html[..html.find('>').expect("an element begins with a tag")];
    let attribute = |name: &str| {
        let value = tag.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0;
        Some(value.to_owned())
    };
    Item {
        id: attribute("id").unwrap_or_default(),
        order: attribute("data-order").unwrap_or_default(),
        html: html.to_owned(),
    }
}
