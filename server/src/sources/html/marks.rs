//! HTML, cut into its marks and what stands between them.

/// Their content is no text for people.
const RAW: [&str; 4] = ["script", "style", "title", "template"];

/// A piece of HTML.
#[derive(Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// With its entities.
    Text(&'a str),
    Mark(Mark<'a>),
}

/// The start or the end of an element.
#[derive(Debug, PartialEq)]
pub(super) struct Mark<'a> {
    /// In lower case.
    pub name: String,
    pub closes: bool,
    attributes: &'a str,
}

impl Mark<'_> {
    pub(super) fn has_class(&self, class: &str) -> bool {
        let Some((_, value)) = self.attributes.split_once("class=") else { return false };
        let value = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split(quote).next(),
            _ => value.split([' ', '/', '>']).next(),
        };
        value.is_some_and(|value| value.split_ascii_whitespace().any(|word| word == class))
    }
}

/// Cuts HTML into pieces, without comments and without scripts.
pub(super) fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let (piece, after) = first(rest)?;
            rest = after;
            if piece.is_some() {
                return piece;
            }
        }
    })
}

/// The first piece, where it is one to be read, and what follows it.
fn first(html: &str) -> Option<(Option<Piece<'_>>, &str)> {
    match html.strip_prefix('<') {
        None if html.is_empty() => None,
        Some(inside) if starts_mark(inside) => Some(mark(inside)),
        opened => {
            // A sign that opens nothing is text.
            let from = usize::from(opened.is_some());
            let end = html[from..].find('<').map_or(html.len(), |at| from + at);
            Some((Some(Piece::Text(&html[..end])), &html[end..]))
        }
    }
}

fn starts_mark(inside: &str) -> bool {
    let name = inside.strip_prefix('/').unwrap_or(inside);
    name.starts_with(|c: char| c.is_ascii_alphabetic()) || inside.starts_with(['!', '?'])
}

fn mark(inside: &str) -> (Option<Piece<'_>>, &str) {
    if let Some(comment) = inside.strip_prefix("!--") {
        return (None, comment.find("-->").map_or("", |end| &comment[end + 3..]));
    }
    let end = end(inside);
    let after = inside.get(end + 1..).unwrap_or_default();
    if inside.starts_with(['!', '?']) || end == inside.len() {
        return (None, after);
    }
    let (closes, whole) = match inside[..end].strip_prefix('/') {
        Some(whole) => (true, whole),
        None => (false, &inside[..end]),
    };
    let (name, attributes) =
        whole.split_at(whole.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(whole.len()));
    let name = name.to_ascii_lowercase();
    if !closes && RAW.contains(&name.as_str()) {
        return (None, past(after, &name));
    }
    (Some(Piece::Mark(Mark { name, closes, attributes })), after)
}

/// Where a mark ends: at the first `>` outside of quotes, else at the end.
fn end(inside: &str) -> usize {
    let mut quoted = None;
    let end = inside.bytes().position(|byte| match quoted {
        Some(quote) => {
            if byte == quote {
                quoted = None;
            }
            false
        }
        None if matches!(byte, b'"' | b'\'') => {
            quoted = Some(byte);
            false
        }
        None => byte == b'>',
    });
    end.unwrap_or(inside.len())
}

/// What follows the end of an element whose content is not for people.
fn past<'a>(html: &'a str, name: &str) -> &'a str {
    let is_end = |at: &usize| {
        let found = html.as_bytes().get(at + 2..at + 2 + name.len());
        found.is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    html.match_indices("</").map(|(at, _)| at).find(is_end).map_or("", |at| &html[at..])
}
