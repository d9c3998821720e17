//! A post in writing: one JSON object, as programs push it and archives hold it. The format is ours and documented in
//! the protocol's section on programs.

use serde::Deserialize;

use super::{
    Author, Kind, Media, MediaKind, Post,
    text::{NAME_LIMIT, POST_LIMIT, clean, clean_line},
    time::At,
};

/// Longest line, in bytes.
pub const LINE_LIMIT: usize = 64 * 1024;
/// Longest id, address or handle that anybody sends in earnest, in bytes.
pub const FIELD_LIMIT: usize = 2_048;
/// 2006-01-01T00:00:00Z: no network of ours had posts before.
const EARLIEST: At = At(1_136_073_600_000);
/// Most media that one card can hold.
pub const MEDIA_LIMIT: usize = 10;
/// More people than there are. A sum over millions of posts stays far from the end of 64 bits.
pub const FOLLOWERS_LIMIT: u64 = 10_000_000_000;

#[derive(Deserialize)]
struct Line {
    network: String,
    id: String,
    kind: Option<Kind>,
    url: Option<String>,
    author: LineAuthor,
    text: String,
    lang: Option<String>,
    created_at: String,
    #[serde(default)]
    hashtags: Vec<String>,
    #[serde(default)]
    media: Vec<LineMedia>,
    reply_to: Option<String>,
    repost_of: Option<String>,
}

#[derive(Deserialize)]
struct LineAuthor {
    id: Option<String>,
    handle: String,
    name: Option<String>,
    avatar_url: Option<String>,
    followers: Option<u64>,
}

#[derive(Deserialize)]
struct LineMedia {
    url: String,
    alt: Option<String>,
    kind: Option<MediaKind>,
}

/// Reads a post that arrives at `now`. Unknown fields are ignored.
///
/// # Errors
/// Says in words why the line is rejected: no JSON, a missing field, too long, or dated before 2006 or more than 24 hours
/// ahead.
pub fn read(line: &[u8], now: At) -> Result<Post, String> {
    if line.len() > LINE_LIMIT {
        return Err(format!("the line has {} bytes; {LINE_LIMIT} is the limit", line.len()));
    }
    let line: Line = serde_json::from_slice(line).map_err(|error| plain(&error))?;
    let created_at = line.created_at.parse::<At>().map_err(|_| {
        format!(
            "created_at is not a time in RFC 3339, such as 2014-06-26T14:12:00Z: {:?}",
            shorten(&line.created_at)
        )
    })?;
    let post = line.into_post(believed(created_at, now)?);
    check(&post)?;
    Ok(post)
}

/// A network's time as far as we believe it: clamped to `now`.
///
/// # Errors
/// When it is before 2006 or more than 24 hours ahead.
pub fn believed(created_at: At, now: At) -> Result<At, String> {
    if created_at < EARLIEST {
        return Err(format!("created_at {created_at} is before 2006"));
    }
    if created_at.since(now) > At::DAY {
        return Err(format!("created_at {created_at} is more than 24 hours ahead"));
    }
    Ok(created_at.min(now))
}

impl Line {
    fn into_post(self, created_at: At) -> Post {
        let text = clean(&self.text, POST_LIMIT);
        let kind = self.kind.unwrap_or(match (&self.repost_of, &self.reply_to) {
            (Some(_), _) => Kind::Repost,
            (None, Some(_)) => Kind::Reply,
            (None, None) => Kind::Post,
        });
        let given: Vec<String> =
            self.hashtags.iter().map(|tag| clean_line(tag)).filter(|tag| !tag.is_empty()).collect();
        let post = Post::new(&self.network, self.id, self.author.into_author(), text, created_at);
        Post {
            kind,
            url: self.url.filter(|url| !url.is_empty()),
            hashtags: if given.is_empty() { post.hashtags } else { given },
            lang: self.lang.filter(|lang| is_language(lang)),
            media: self.media.into_iter().take(MEDIA_LIMIT).map(LineMedia::into_media).collect(),
            reply_to: self.reply_to,
            repost_of: self.repost_of,
            ..post
        }
    }
}

impl LineAuthor {
    fn into_author(self) -> Author {
        let handle = clean_line(&self.handle);
        let name = self.name.as_deref().map(clean_line).filter(|name| !name.is_empty());
        Author {
            id: self.id.filter(|id| !id.is_empty()),
            name: name.unwrap_or_else(|| handle.clone()),
            handle,
            avatar_url: self.avatar_url,
            followers: self.followers.map(|followers| followers.min(FOLLOWERS_LIMIT)),
        }
    }
}

impl LineMedia {
    fn into_media(self) -> Media {
        let alt = self.alt.map(|alt| clean(&alt, POST_LIMIT)).filter(|alt| !alt.is_empty());
        Media { url: self.url, alt, kind: self.kind.unwrap_or(MediaKind::Image) }
    }
}

/// Whether a post's names and addresses are such as anybody sends in earnest.
///
/// # Errors
/// Says which are not.
pub fn check(post: &Post) -> Result<(), String> {
    let network = post.network.as_str();
    let is_slug = (1..=40).contains(&network.len())
        && network.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !is_slug {
        return Err("network is not a short lower-case name such as mastodon".into());
    }
    if post.id.is_empty() {
        return Err("id is empty".into());
    }
    if post.author.handle.is_empty() && post.author.id.is_none() {
        return Err("author has neither id nor handle".into());
    }
    let urls = post.media.iter().map(|media| &media.url).chain(&post.url).chain(&post.author.avatar_url);
    let fields = urls.chain([&post.id]).chain(&post.author.id).chain(&post.reply_to).chain(&post.repost_of);
    if fields.clone().any(|field| field.len() > FIELD_LIMIT) {
        return Err(format!("an id or address is longer than {FIELD_LIMIT} bytes"));
    }
    Ok(())
}

/// Letters, digits and dashes, as in BCP 47; it goes into an attribute.
#[must_use]
pub fn is_language(lang: &str) -> bool {
    (2..=35).contains(&lang.len()) && lang.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// The parser's words, without its line number: the caller has a better one.
fn plain(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.split(" at line ").next().unwrap_or_default().to_owned()
}

fn shorten(text: &str) -> String {
    text.chars().take(NAME_LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: At = At(1_403_784_720_000);

    fn line(with: &str) -> String {
        format!(
            r#"{{"network":"mastodon","id":"1","author":{{"handle":"amara","followers":3}},"text":"Ask #SoMe first","created_at":"2014-06-26T12:00:00Z"{with}}}"#
        )
    }

    #[test]
    fn a_short_line_is_a_whole_post() {
        let post = read(line("").as_bytes(), NOW).unwrap();
        assert_eq!((post.kind, post.hashtags.as_slice()), (Kind::Post, ["SoMe".to_owned()].as_slice()));
        assert_eq!(post.author.name, "amara");
        assert_eq!(read(line(r#","repost_of":"9""#).as_bytes(), NOW).unwrap().kind, Kind::Repost);
        assert_eq!(read(line(r#","reply_to":"9","x":[1]"#).as_bytes(), NOW).unwrap().kind, Kind::Reply);
    }

    #[test]
    fn a_line_that_is_no_post_says_why() {
        let why = |line: &str| read(line.as_bytes(), NOW).unwrap_err();
        assert!(why("{\"network\":").contains("EOF"));
        assert!(why("{}").contains("missing field"));
        assert!(why(&line("").replace("2014", "1970")).contains("before 2006"));
        assert!(why(&line("").replace("2014", "2106")).contains("ahead"));
        assert!(why(&line("").replace("mastodon", "Mast odon")).contains("lower-case"));
        assert!(why(&format!("{}{}", line(""), " ".repeat(LINE_LIMIT))).contains("limit"));
    }

    #[test]
    fn a_time_a_little_ahead_is_clamped_to_arrival() {
        assert_eq!(read(line("").replace("T12", "T23").as_bytes(), NOW).unwrap().created_at, NOW);
    }

    #[test]
    fn what_goes_into_attributes_is_checked() {
        assert_eq!(read(line(r#","lang":"en\" onload=\"x""#).as_bytes(), NOW).unwrap().lang, None);
    }
}
