//! Is this post about the conference? Asked of every post that the whole network writes.

use aho_corasick::AhoCorasick;

use crate::domain::text::fold_tag;

/// Says that bytes may be other letters than they look like.
const ESCAPE: &str = r"\u";
/// A change of a post: it may be one that is here and has lost its tag.
const UPDATE: &str = r#""update""#;
/// Only posts have one; other messages are few and short.
const RECORD: &str = r#""record""#;
/// Where tags stand in a record.
const TAGGED: [&str; 2] = [r##"#tag""##, r#""tags""#];

/// The conference's tags.
pub(super) struct Tags {
    folded: Vec<String>,
    plain: AhoCorasick,
    record: AhoCorasick,
    tagged: AhoCorasick,
}

impl Tags {
    /// `None` without a tag.
    pub fn of(tags: &[String]) -> Option<Self> {
        let folded: Vec<String> =
            tags.iter().map(|tag| fold_tag(tag)).filter(|tag| !tag.is_empty()).collect();
        if folded.is_empty() {
            return None;
        }
        let ascii = folded.iter().map(String::as_str).filter(|tag| tag.is_ascii());
        let plain = finder(ascii.chain([ESCAPE, UPDATE]));
        Some(Self { plain, record: finder([RECORD]), tagged: finder(TAGGED), folded })
    }

    /// A look at a message's raw bytes: `false` only if it cannot concern us.
    ///
    /// A tag can be spelt in ASCII, which is found whatever its case; or with letters beyond ASCII, which fold to the
    /// same (full width, for one), or are the tag's own. Then the message has bytes beyond ASCII, and a place for tags.
    pub fn may_concern(&self, message: &[u8]) -> bool {
        self.plain.is_match(message)
            || !self.record.is_match(message)
            || (!message.is_ascii() && self.tagged.is_match(message))
    }

    /// Whether one of these is one of ours.
    pub fn name_one_of(&self, hashtags: &[String]) -> bool {
        hashtags.iter().any(|tag| self.folded.contains(&fold_tag(tag)))
    }
}

fn finder<'a>(words: impl IntoIterator<Item = &'a str>) -> AhoCorasick {
    let built = AhoCorasick::builder().ascii_case_insensitive(true).build(words);
    built.expect("a few short words make a small automaton")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(tags: &[&str]) -> Tags {
        Tags::of(&tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>()).unwrap()
    }

    fn message(text: &str, tag: &str) -> String {
        format!(
            r##"{{"commit":{{"operation":"create","record":{{"text":"{text}","facets":[{{"features":[{{"$type":"app.bsky.richtext.facet#tag","tag":"{tag}"}}]}}]}}}}}}"##
        )
    }

    #[test]
    fn any_spelling_of_a_tag_passes() {
        for spelling in [
            "SoMeSummit",
            "somesummit",
            "SOMESUMMIT",
            "ＳｏＭｅＳｕｍｍｉｔ",
            "ſomeſummit",
            r"\u0053oMeSummit",
        ] {
            assert!(tags(&["SoMeSummit"]).may_concern(message("Hello", spelling).as_bytes()), "{spelling}");
        }
        for spelling in ["Santé", "SANTÉ", "sante\u{301}", r"sant\u00e9"] {
            let tags = tags(&["#Santé"]);
            assert!(tags.may_concern(message("Hello", spelling).as_bytes()), "{spelling}");
        }
    }

    #[test]
    fn what_cannot_concern_us_is_not_parsed() {
        assert!(!tags(&["SoMeSummit"]).may_concern(message("Hello", "cats").as_bytes()));
        assert!(!tags(&["Santé"]).may_concern(message("Hello", "sante").as_bytes()));
        let untagged = r#"{"commit":{"operation":"create","record":{"text":"Grüße, 日本語"}}}"#;
        assert!(!tags(&["SoMeSummit", "日本語"]).may_concern(untagged.as_bytes()));
    }

    #[test]
    fn deletes_accounts_and_changes_always_pass() {
        let tags = tags(&["SoMeSummit"]);
        assert!(tags.may_concern(br#"{"commit":{"operation":"delete","rkey":"3k1"}}"#));
        assert!(tags.may_concern(br#"{"kind":"account"}"#));
        assert!(tags.may_concern(message("Hello", "cats").replace("create", "update").as_bytes()));
    }

    #[test]
    fn tags_are_compared_as_a_whole() {
        let tags = tags(&["SoMe"]);
        assert!(tags.name_one_of(&["cats".into(), "ＳＯＭＥ".into()]));
        assert!(!tags.name_one_of(&["SoMeSummit".into()]));
        assert!(Tags::of(&["#".into()]).is_none());
    }
}
