//! Which posts a conference wants, said with tags and `AND`, `OR`, `NOT`: `#SoMe AND #summit NOT #ad`.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use super::{Post, text::same_tag};

/// Longest rule, in bytes.
const LIMIT: usize = 500;

/// A rule over a post's tags. It is stored and shown as it reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct TagRule(Terms);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Terms {
    /// Without `#`.
    Tag(String),
    All(Vec<Terms>),
    Any(Vec<Terms>),
    Not(Box<Terms>),
}

/// Why a text is no rule, in words for whoever wrote it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotARule(String);

impl TagRule {
    #[must_use]
    pub fn wants(&self, post: &Post) -> bool {
        self.0.hold(&post.hashtags)
    }

    /// How many of these posts the rule wants.
    #[must_use]
    pub fn preview<'a>(&self, posts: impl Iterator<Item = &'a Post>) -> usize {
        posts.filter(|post| self.wants(post)).count()
    }

    /// The tags that it asks for, in the order of the rule: what sources look for and pages show.
    #[must_use]
    pub fn tags(&self) -> Vec<String> {
        let mut tags = Vec::new();
        self.0.asked(&mut tags);
        tags
    }
}

impl Terms {
    fn hold(&self, tags: &[String]) -> bool {
        match self {
            Self::Tag(wanted) => tags.iter().any(|tag| same_tag(tag, wanted)),
            Self::All(terms) => terms.iter().all(|term| term.hold(tags)),
            Self::Any(terms) => terms.iter().any(|term| term.hold(tags)),
            Self::Not(term) => !term.hold(tags),
        }
    }

    fn asked(&self, tags: &mut Vec<String>) {
        match self {
            Self::Tag(tag) if !tags.iter().any(|known| same_tag(known, tag)) => tags.push(tag.clone()),
            Self::All(terms) | Self::Any(terms) => terms.iter().for_each(|term| term.asked(tags)),
            Self::Tag(_) | Self::Not(_) => {}
        }
    }
}

impl FromStr for TagRule {
    type Err = NotARule;

    fn from_str(text: &str) -> Result<Self, NotARule> {
        if text.len() > LIMIT {
            return Err(NotARule(format!("A rule has at most {LIMIT} bytes.")));
        }
        let mut reader = Reader { tokens: tokens(text).into_iter().peekable() };
        let terms = reader.any()?;
        if let Some(rest) = reader.tokens.next() {
            return Err(NotARule(format!("Write AND, OR or NOT before {rest}.")));
        }
        // Without any tag such a rule would ask a network for everything it has.
        if terms.hold(&[]) {
            return Err(NotARule("The rule must ask for at least one tag.".into()));
        }
        Ok(Self(terms))
    }
}

/// Words and parentheses, one by one.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for word in text.split_whitespace() {
        let mut rest = word;
        while let Some(at) = rest.find(['(', ')']) {
            tokens.extend([&rest[..at], &rest[at..=at]]);
            rest = &rest[at + 1..];
        }
        tokens.push(rest);
    }
    tokens.retain(|token| !token.is_empty());
    tokens
}

struct Reader<'a> {
    tokens: std::iter::Peekable<std::vec::IntoIter<&'a str>>,
}

impl Reader<'_> {
    fn takes(&mut self, word: &str) -> bool {
        self.tokens.next_if(|token| token.eq_ignore_ascii_case(word)).is_some()
    }

    fn any(&mut self) -> Result<Terms, NotARule> {
        let mut terms = vec![self.all()?];
        while self.takes("OR") {
            terms.push(self.all()?);
        }
        Ok(one_or(terms, Terms::Any))
    }

    /// `#a NOT #b` is short for `#a AND NOT #b`.
    fn all(&mut self) -> Result<Terms, NotARule> {
        let mut terms = vec![self.one()?];
        while self.takes("AND") || self.tokens.peek().is_some_and(|token| token.eq_ignore_ascii_case("NOT")) {
            terms.push(self.one()?);
        }
        Ok(one_or(terms, Terms::All))
    }

    fn one(&mut self) -> Result<Terms, NotARule> {
        if self.takes("NOT") {
            return Ok(Terms::Not(Box::new(self.one()?)));
        }
        if self.takes("(") {
            let inside = self.any()?;
            return if self.takes(")") {
                Ok(inside)
            } else {
                Err(NotARule("A parenthesis is not closed.".into()))
            };
        }
        match self.tokens.next() {
            None => Err(NotARule("A tag is missing at the end.".into())),
            Some(token) => tag(token),
        }
    }
}

fn tag(token: &str) -> Result<Terms, NotARule> {
    let tag = token.strip_prefix(['#', '＃']).filter(|tag| !tag.is_empty() && !tag.contains(['#', '＃']));
    tag.map(|tag| Terms::Tag(tag.to_owned()))
        .ok_or_else(|| NotARule(format!("{token} is no tag: tags begin with #.")))
}

fn one_or(mut terms: Vec<Terms>, many: fn(Vec<Terms>) -> Terms) -> Terms {
    if terms.len() == 1 { terms.remove(0) } else { many(terms) }
}

impl fmt::Display for Terms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let joined = |f: &mut fmt::Formatter<'_>, terms: &[Self], word: &str| {
            for (nth, term) in terms.iter().enumerate() {
                if nth > 0 {
                    write!(f, " {word} ")?;
                }
                match term {
                    Self::All(_) | Self::Any(_) => write!(f, "({term})")?,
                    Self::Tag(_) | Self::Not(_) => write!(f, "{term}")?,
                }
            }
            Ok(())
        };
        match self {
            Self::Tag(tag) => write!(f, "#{tag}"),
            Self::All(terms) => joined(f, terms, "AND"),
            Self::Any(terms) => joined(f, terms, "OR"),
            Self::Not(term) if matches!(**term, Self::Tag(_) | Self::Not(_)) => write!(f, "NOT {term}"),
            Self::Not(term) => write!(f, "NOT ({term})"),
        }
    }
}

impl fmt::Display for TagRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<TagRule> for String {
    fn from(rule: TagRule) -> Self {
        rule.to_string()
    }
}

impl TryFrom<String> for TagRule {
    type Error = NotARule;

    fn try_from(text: String) -> Result<Self, NotARule> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wants(rule: &str, tags: &[&str]) -> bool {
        let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
        rule.parse::<TagRule>().unwrap().0.hold(&tags)
    }

    #[test]
    fn tags_are_joined_by_and_or_and_not() {
        assert!(wants("#SoMeSummit", &["somesummit"]));
        assert!(wants("#SoMe AND #summit", &["SUMMIT", "some"]) && !wants("#SoMe AND #summit", &["some"]));
        assert!(wants("#SoMe NOT #ad", &["some"]) && !wants("#SoMe NOT #ad", &["some", "Ad"]));
        assert!(wants("#a OR #b AND #c", &["a"]) && !wants("(#a OR #b) and #c", &["a"]));
        assert!(wants("#a not (#b or #c)", &["a", "d"]) && !wants("#a not (#b or #c)", &["a", "c"]));
    }

    #[test]
    fn a_rule_reads_back_as_it_was_written() {
        for rule in
            ["#a", "#a AND #b AND NOT #c", "(#a AND #b) OR #c", "#a AND NOT (#b OR #c)", "#a AND NOT NOT #b"]
        {
            assert_eq!(rule.parse::<TagRule>().unwrap().to_string(), rule);
        }
        assert_eq!("#a NOT #b OR #A".parse::<TagRule>().unwrap().tags(), ["a"]);
    }

    #[test]
    fn what_is_no_rule_says_why() {
        let why = |rule: &str| rule.parse::<TagRule>().unwrap_err().to_string();
        assert!(why("").contains("missing"));
        assert!(why("#a AND").contains("missing"));
        assert!(why("#a #b").contains("before #b"));
        assert!(why("some").contains("begin with #"));
        assert!(why("(#a").contains("closed"));
        assert!(why("NOT #ad").contains("at least one"));
        assert!(why("#a OR NOT #b").contains("at least one"));
        assert!(why(&"(".repeat(501)).contains("bytes"));
    }
}
