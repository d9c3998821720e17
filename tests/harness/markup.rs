//! Just enough of HTML to tell the items of a region apart.

use std::collections::BTreeMap;

const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

/// The root elements of a piece of markup, by id: order and markup.
///
/// # Panics
/// When one has no id or no order, as every item must.
#[must_use]
pub fn items(html: &str) -> BTreeMap<String, (String, String)> {
    roots(html)
        .into_iter()
        .map(|root| (attribute(root, "id"), (attribute(root, "data-order"), root.to_owned())))
        .collect()
}

/// The elements that stand in no other.
fn roots(html: &str) -> Vec<&str> {
    let (mut roots, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, tag) in tags(html) {
        let name = tag.split([' ', '\n', '>', '/']).next().unwrap_or_default();
        if let Some(rest) = tag.strip_prefix('/') {
            depth = depth.checked_sub(1).unwrap_or_else(|| panic!("</{rest} closes nothing in {html}"));
        } else if depth == 0 {
            start = at;
        }
        let opens = !tag.starts_with(['/', '!']) && !tag.ends_with('/') && !VOID.contains(&name);
        depth += usize::from(opens);
        if depth == 0 {
            roots.push(&html[start..at + tag.len() + 2]);
        }
    }
    roots
}

/// Every tag and where it begins. Attributes hold no `>`: templates escape it.
fn tags(html: &str) -> impl Iterator<Item = (usize, &str)> {
    html.match_indices('<').filter_map(|(at, _)| {
        let tag = html[at + 1..].split('>').next()?;
        Some((at, tag))
    })
}

fn attribute(element: &str, name: &str) -> String {
    let tag = element.split('>').next().unwrap_or_default();
    let value = tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next());
    value.unwrap_or_else(|| panic!("an item has the attribute {name}: {tag}")).to_owned()
}
