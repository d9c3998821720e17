//! From HTML to the text of a card. The servers that send it are anybody's, so nothing is expected of
//! the markup: one pass, no tree, no recursion, and what is no markup is text.
//!
//! `p`, `br`, `li` and other blocks become line breaks; spans of the class `invisible` go, those of the class `ellipsis`
//! get an ellipsis sign; scripts and style sheets go with their content; all other marks go and leave their text.

mod entities;
mod marks;

use marks::{Mark, Piece, pieces};

/// Enough for any card, in bytes; the rest of a longer text is not read.
const ENOUGH: usize = 32 * 1024;

/// The text of a piece of HTML.
///
/// `quotes`: whether the quoted post is shown beside it, so that the link to it, which servers put into the text for
/// those who cannot show quotes, is left out.
#[must_use]
pub fn text(html: &str, quotes: bool) -> String {
    let mut writer = Writer { quotes, ..Writer::default() };
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) => writer.text(text),
            Piece::Mark(mark) => writer.mark(&mark),
        }
        if writer.out.len() > ENOUGH {
            break;
        }
    }
    writer.out.trim().to_owned()
}

#[derive(Default)]
struct Writer {
    out: String,
    quotes: bool,
    /// The element whose content is left out, and how many of its name are open.
    hidden: Option<(String, usize)>,
    /// Open spans: whether an ellipsis sign stands at their end.
    spans: Vec<bool>,
    /// Open `pre`: line breaks and spaces are the author's.
    verbatim: usize,
}

impl Writer {
    fn text(&mut self, text: &str) {
        if self.hidden.is_some() {
            return;
        }
        let room = ENOUGH + 1 - self.out.len().min(ENOUGH);
        let text = entities::decoded(&text[..text.floor_char_boundary(room)]);
        if self.verbatim > 0 {
            return self.out.push_str(&text);
        }
        for c in text.chars() {
            if !c.is_ascii_whitespace() {
                self.out.push(c);
            } else if !self.out.is_empty() && !self.out.ends_with([' ', '\n']) {
                self.out.push(' ');
            }
        }
    }

    fn mark(&mut self, mark: &Mark<'_>) {
        self.hide(mark);
        match (mark.name.as_str(), mark.closes) {
            ("span", false) => self.spans.push(mark.has_class("ellipsis") && self.hidden.is_none()),
            ("span", true) if self.spans.pop() == Some(true) => self.out.push('…'),
            ("br", _) => self.line_break(),
            ("pre", false) => {
                self.new_line();
                self.verbatim += 1;
            }
            ("pre", true) => {
                self.verbatim = self.verbatim.saturating_sub(1);
                self.new_line();
            }
            ("li", false) => {
                self.new_line();
                self.text("• ");
            }
            (name, _) if is_block(name) => self.new_line(),
            _ => {}
        }
    }

    /// Opens and closes what is left out. A missing end must not swallow the rest: the next block ends it too, and a
    /// hidden span ends with its link.
    fn hide(&mut self, mark: &Mark<'_>) {
        let is_left_out = !mark.closes && self.is_left_out(mark);
        let Some((name, open)) = &mut self.hidden else {
            self.hidden = is_left_out.then(|| (mark.name.clone(), 1));
            return;
        };
        if *name == mark.name {
            *open = if mark.closes { *open - 1 } else { *open + 1 };
        }
        let link_ends = mark.closes && mark.name == "a" && name == "span";
        if *open == 0 || link_ends || is_block(&mark.name) {
            self.hidden = None;
        }
    }

    fn is_left_out(&self, mark: &Mark<'_>) -> bool {
        mark.has_class("invisible") || self.quotes && mark.has_class("quote-inline")
    }

    fn line_break(&mut self) {
        if self.hidden.is_none() {
            self.out.truncate(self.out.trim_end_matches(' ').len());
            self.out.push('\n');
        }
    }

    fn new_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.line_break();
        }
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "li"
            | "ul"
            | "ol"
            | "blockquote"
            | "pre"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "tr"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(html: &str, expected: &str) {
        assert_eq!(text(html, false), expected, "{html}");
    }

    #[test]
    fn paragraphs_and_breaks_are_lines() {
        reads("<p>One<br>two<br />three</p><p>four &amp; five</p>", "One\ntwo\nthree\nfour & five");
        reads("<p>a</p>\n\n<p>b</p>\n", "a\nb");
        reads("a<br><br>b", "a\n\nb");
        reads("<ul><li>ask</li><li>wait</li></ul>", "• ask\n• wait");
        reads("<pre><code>if x:\n    y</code></pre>after", "if x:\n    y\nafter");
    }

    #[test]
    fn links_read_as_their_server_shortens_them() {
        let link = r#"<a href="https://meded.example/a/long/way"><span class="invisible">https://</span><span class="ellipsis">meded.example/a/l</span><span class="invisible">ong/way</span></a>"#;
        reads(&format!("<p>See {link}, please</p>"), "See meded.example/a/l…, please");
    }

    #[test]
    fn mentions_and_hashtags_stay_text() {
        let mention = r#"<span class="h-card"><a href="https://social.example/@amara" class="u-url mention">@<span>amara</span></a></span>"#;
        let tag = r#"<a href="https://social.example/tags/somesummit" class="mention hashtag" rel="tag">#<span>SoMeSummit</span></a>"#;
        reads(&format!("<p>{mention} on {tag} :blobcat:</p>"), "@amara on #SoMeSummit :blobcat:");
    }

    #[test]
    fn the_link_to_a_quote_goes_where_the_quote_is_shown() {
        let html = r#"<p class="quote-inline">RE: <a href="https://a.example/1">a.example/1</a></p><p>Well said</p>"#;
        assert_eq!(text(html, true), "Well said");
        assert_eq!(text(html, false), "RE: a.example/1\nWell said");
    }

    #[test]
    fn what_is_no_text_goes() {
        reads("<script>alert('<p>')</script><STYLE>p{}</style>a<!-- <b>no</b> -->b<!doctype html>", "ab");
        reads("<p onclick='x>y'>a</p>", "a");
    }

    #[test]
    fn broken_markup_is_read_as_far_as_it_goes() {
        reads("1 < 2 & 3 > 2 <", "1 < 2 & 3 > 2 <");
        reads("<p>a</p></p></span></pre><b", "a");
        reads("<p>a <span class=invisible>b<p>c", "a\nc");
        reads("<a href='unclosed>rest", "");
        reads("a<!-- open", "a");
        reads("&#xZ; &#; &#99999999999; &#0; &unknown; &am", "&#xZ; &#; &#99999999999; &#0; &unknown; &am");
    }

    #[test]
    fn neither_size_nor_depth_hurts() {
        let deep = "<div><span class='invisible'>".repeat(400_000);
        assert_eq!(text(&deep, false), "");
        assert!(text(&"word &amp; ".repeat(1_000_000), false).len() <= ENOUGH + 8);
        assert!(text(&"<".repeat(10_000_000), false).len() <= ENOUGH + 8);
        assert!(text(&"é".repeat(5_000_000), false).len() <= ENOUGH + 8);
        assert_eq!(text(&"<!--".repeat(2_500_000), false), "");
        assert_eq!(text(&"<a b='".repeat(1_500_000), false), "");
    }
}
