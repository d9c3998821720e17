//! Texts from strangers: made inert, measured, and taken apart into words, tags, mentions and links.

use std::sync::LazyLock;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// Longest text of a post, in grapheme clusters: four times what the longest network allows on one card.
pub const POST_LIMIT: usize = 2_000;
/// Longest name or handle, in grapheme clusters.
pub const NAME_LIMIT: usize = 80;
/// More marks than this on one letter are ornament. Vietnamese needs 2, Hebrew with cantillation 4.
const MARKS_PER_LETTER: usize = 6;

/// Makes a text inert: no controls, no direction overrides that reach past it, no towers of marks, no overlong tail.
/// Line breaks stay; markup characters stay too, since templates escape.
#[must_use]
pub fn clean(text: &str, limit: usize) -> String {
    let mut marks = 0;
    let kept = text.chars().filter(|&c| {
        marks = if is_combining_mark(c) { marks + 1 } else { 0 };
        marks <= MARKS_PER_LETTER && (c == '\n' || !c.is_control()) && !is_direction_control(c)
    });
    let kept: String = kept.collect();
    match kept.grapheme_indices(true).nth(limit) {
        Some((end, _)) => format!("{}…", kept[..end].trim_end()),
        None => kept.trim().to_owned(),
    }
}

/// A name or handle on one line.
#[must_use]
pub fn clean_line(text: &str) -> String {
    clean(text, NAME_LIMIT).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Embeddings, overrides and isolates (Unicode UAX #9, section 2): they would reorder the card around the text.
fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Two spellings of one tag compare equal: NFKC, then lower case.
#[must_use]
pub fn fold_tag(tag: &str) -> String {
    tag.trim_start_matches(['#', '＃']).nfkc().flat_map(char::to_lowercase).collect()
}

/// Whether two spellings are of one tag.
#[must_use]
#[inline]
pub fn same_tag(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_start_matches(['#', '＃']), other.trim_start_matches(['#', '＃']));
    // Most pairs differ in their first letter, and this is asked for every word of every post.
    let starts = one.bytes().zip(other.bytes()).next();
    if starts.is_some_and(|(a, b)| a.is_ascii() && b.is_ascii() && !a.eq_ignore_ascii_case(&b)) {
        return false;
    }
    let is_plain = || one.is_ascii() && other.is_ascii();
    one.eq_ignore_ascii_case(other) || !is_plain() && fold_tag(one) == fold_tag(other)
}

/// The words of a text, without its addresses. A tag or mention is a word too.
#[must_use]
pub fn words(text: &str) -> Vec<&str> {
    let is_border = |c: char| !(c.is_alphanumeric() || c == '_' || !c.is_ascii() && is_combining_mark(c));
    let mut words = Vec::with_capacity(text.len() / 4);
    for token in text.split_ascii_whitespace() {
        if token.starts_with("http://") || token.starts_with("https://") {
            continue;
        }
        let mut start = 0;
        for (at, border) in token.char_indices().filter(|(_, c)| is_border(*c)) {
            words.push(&token[start..at]);
            start = at + border.len_utf8();
        }
        words.push(&token[start..]);
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What stays of a text when reposts of it are compared: no `RT @name:`, no links, no case, single spaces.
#[must_use]
pub(super) fn bare(text: &str) -> String {
    let mut text = text.trim();
    while let Some(rest) = text.strip_prefix("RT @") {
        match rest.split_once(": ") {
            Some((_, quoted)) => text = quoted.trim_start(),
            None => break,
        }
    }
    let mut bare = String::with_capacity(text.len());
    for word in text.split_whitespace().filter(|word| !word.starts_with("http")) {
        if !bare.is_empty() {
            bare.push(' ');
        }
        bare.push_str(word);
    }
    bare.to_lowercase()
}

/// A piece of a post's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span<'a> {
    Plain(&'a str),
    /// With its `#`.
    Tag(&'a str),
    /// With its `@`.
    Mention(&'a str),
    /// An http or https address.
    Link(&'a str),
}

/// Takes a text apart. The pieces, put together again, are the text.
#[must_use]
pub fn spans(text: &str) -> Vec<Span<'_>> {
    static LINKS: LazyLock<linkify::LinkFinder> = LazyLock::new(|| {
        let mut finder = linkify::LinkFinder::new();
        finder.kinds(&[linkify::LinkKind::Url]);
        finder
    });
    let mut pieces = Vec::new();
    for span in LINKS.spans(text) {
        if span.kind().is_some()
            && (span.as_str().starts_with("https://") || span.as_str().starts_with("http://"))
        {
            pieces.push(Span::Link(span.as_str()));
        } else {
            split_marks(span.as_str(), &mut pieces);
        }
    }
    pieces
}

/// Hashtags in the order of the text, without `#`.
#[must_use]
pub fn hashtags(text: &str) -> Vec<String> {
    let tags = spans(text).into_iter().filter_map(|span| match span {
        Span::Tag(tag) => Some(tag.trim_start_matches(['#', '＃']).to_owned()),
        _ => None,
    });
    tags.collect()
}

fn split_marks<'a>(text: &'a str, pieces: &mut Vec<Span<'a>>) {
    let mut plain = 0;
    let mut at = 0;
    let mut before = None;
    while let Some(c) = text[at..].chars().next() {
        let after = at + c.len_utf8();
        let starts_word =
            before.is_none_or(|b: char| !b.is_alphanumeric() && b != '_' && b != '&' && b != '/');
        let end = match c {
            '#' | '＃' if starts_word => tag_end(text, after),
            '@' | '＠' if starts_word => mention_end(text, after),
            _ => None,
        };
        let Some(end) = end else {
            before = Some(c);
            at = after;
            continue;
        };
        if plain < at {
            pieces.push(Span::Plain(&text[plain..at]));
        }
        let piece = &text[at..end];
        pieces.push(if matches!(c, '#' | '＃') { Span::Tag(piece) } else { Span::Mention(piece) });
        before = piece.chars().next_back();
        at = end;
        plain = end;
    }
    if plain < text.len() {
        pieces.push(Span::Plain(&text[plain..]));
    }
}

/// A tag has letters, digits, marks and `_`, and at least one character that is no digit.
fn tag_end(text: &str, start: usize) -> Option<usize> {
    let body = text[start..].find(|c: char| !(c.is_alphanumeric() || c == '_' || is_combining_mark(c)));
    let end = body.map_or(text.len(), |len| start + len);
    text[start..end].chars().any(|c| !c.is_numeric()).then_some(end)
}

/// `@name`, and `@name@host.example` as Mastodon writes it; dots only inside.
fn mention_end(text: &str, start: usize) -> Option<usize> {
    let body = text[start..].find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '@')));
    let end = body.map_or(text.len(), |len| start + len);
    let end = start + text[start..end].trim_end_matches(['.', '-', '@']).len();
    (end > start && text[start..].starts_with(char::is_alphanumeric)).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_reorder_or_break_a_card_is_gone() {
        assert_eq!(clean("a\u{202E}b\u{2066}c\0d\u{7}", 99), "abcd");
        let tower = format!("e{}", "\u{301}".repeat(10_000));
        assert!(clean(&tower, 99).chars().count() <= 1 + MARKS_PER_LETTER);
        assert_eq!(clean("<b>two\nlines</b>", 99), "<b>two\nlines</b>");
        assert_eq!(clean("👩‍⚕️👩‍⚕️👩‍⚕️", 2), "👩‍⚕️👩‍⚕️…");
    }

    #[test]
    fn a_text_falls_into_words_tags_mentions_and_links() {
        let text = "See https://a.example/x#y, @sunniva@meded.example: #SoMe & R&#38;D C#7 #2014 #日本語.";
        let pieces = spans(text);
        assert!(pieces.contains(&Span::Link("https://a.example/x#y")));
        assert!(pieces.contains(&Span::Mention("@sunniva@meded.example")));
        assert_eq!(hashtags(text), ["SoMe", "日本語"]);
        let again: String = pieces
            .iter()
            .map(|p| match p {
                Span::Plain(s) | Span::Tag(s) | Span::Mention(s) | Span::Link(s) => *s,
            })
            .collect();
        assert_eq!(again, text);
    }

    #[test]
    fn addresses_of_other_schemes_stay_plain() {
        assert!(!spans("javascript://alert(1) ftp://x.example").iter().any(|s| matches!(s, Span::Link(_))));
    }

    #[test]
    fn spellings_of_a_tag_and_copies_of_a_text_compare_equal() {
        assert_eq!(fold_tag("#ＳｏＭｅSummit"), fold_tag("somesummit"));
        assert_eq!(bare("RT @a: Consent  ≠ Anonymity https://t.example/1"), bare("consent ≠ anonymity"));
    }
}
