//! What the ranges of a text are: tags and links. Offsets count bytes of UTF-8.

use std::ops::Range;

use serde_json::Value;

/// More than a text of 300 letters can hold.
const LIMIT: usize = 100;
/// Longest address that takes the place of its shortened form.
const ADDRESS_LIMIT: usize = 500;

/// A range of the text and what its writer's program knows about it.
#[derive(Debug, PartialEq)]
pub(super) struct Facet<'a> {
    range: Range<usize>,
    /// Without `#`.
    pub tags: Vec<&'a str>,
    link: Option<&'a str>,
}

/// A record's facets in the order of the text. Ranges outside the text, inside a letter or over one another are dropped.
pub(super) fn facets<'a>(text: &str, record: &'a Value) -> Vec<Facet<'a>> {
    let written = record["facets"].as_array().into_iter().flatten().take(LIMIT);
    let mut facets: Vec<_> = written.filter_map(|facet| Facet::read(text, facet)).collect();
    facets.sort_by_key(|facet| facet.range.start);
    let mut end = 0;
    facets.retain(|facet| {
        let is_free = facet.range.start >= end;
        end = if is_free { facet.range.end } else { end };
        is_free
    });
    facets
}

impl<'a> Facet<'a> {
    fn read(text: &str, facet: &'a Value) -> Option<Self> {
        let offset = |name: &str| usize::try_from(facet["index"][name].as_u64()?).ok();
        let range = offset("byteStart")?..offset("byteEnd")?;
        text.get(range.clone()).filter(|covered| !covered.is_empty())?;
        let features = || facet["features"].as_array().into_iter().flatten();
        let of_kind = |kind: &'static str, field: &'static str| {
            features()
                .filter(move |feature| feature["$type"] == kind)
                .filter_map(move |feature| feature[field].as_str())
        };
        let tags = of_kind("app.bsky.richtext.facet#tag", "tag").collect();
        let link = of_kind("app.bsky.richtext.facet#link", "uri").next();
        Some(Self { range, tags, link })
    }
}

/// The text with addresses written out. Programs shorten them to `press.example/lon…`, and nobody can follow that.
pub(super) fn spelled_out(text: &str, facets: &[Facet<'_>]) -> String {
    let (mut whole, mut done) = (String::with_capacity(text.len()), 0);
    for facet in facets {
        let shown = &text[facet.range.clone()];
        let address = facet.link.filter(|address| is_short_for(shown, address));
        whole.push_str(&text[done..facet.range.start]);
        whole.push_str(address.unwrap_or(shown));
        done = facet.range.end;
    }
    whole + &text[done..]
}

fn is_short_for(shown: &str, address: &str) -> bool {
    let bare = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let start = shown.trim_end_matches("...").trim_end_matches('…');
    // `example` alone may well be a word.
    address.len() <= ADDRESS_LIMIT
        && start.contains('.')
        && bare.is_some_and(|bare| {
            bare.strip_prefix("www.").unwrap_or(bare).starts_with(start) || bare.starts_with(start)
        })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn tag(start: i64, end: i64) -> Value {
        json!({
            "index": {"byteStart": start, "byteEnd": end},
            "features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "SoMeSummit"}]
        })
    }

    #[test]
    fn offsets_are_bytes() {
        let text = "Hello from the hall 👋 #SoMeSummit";
        let record = json!({"facets": [tag(25, 36)]});
        assert_eq!(&text[facets(text, &record)[0].range.clone()], "#SoMeSummit");
    }

    #[test]
    fn broken_ranges_are_dropped() {
        let text = "👋 #SoMeSummit";
        let broken = [
            tag(1, 16),
            tag(5, 99),
            tag(9, 5),
            tag(-1, 4),
            tag(5, 5),
            json!({}),
            json!(7),
            json!({"index": []}),
        ];
        assert_eq!(facets(text, &json!({"facets": broken})), []);
        assert_eq!(facets(text, &json!({"facets": "none"})), []);
    }

    #[test]
    fn the_first_of_two_that_overlap_stays() {
        let record = json!({"facets": [tag(4, 9), tag(0, 5), tag(5, 9)]});
        let ranges: Vec<_> = facets("0123456789", &record).into_iter().map(|facet| facet.range).collect();
        assert_eq!(ranges, [0..5, 5..9]);
    }

    #[test]
    fn shortened_addresses_are_written_out_and_words_stay() {
        let link = |start: usize, end: usize| {
            let uri = "https://www.press.example/long-story?part=2";
            let features = [json!({"$type": "app.bsky.richtext.facet#link", "uri": uri})];
            json!({"index": {"byteStart": start, "byteEnd": end}, "features": features})
        };
        let text = "Read press.example/lon... or this.";
        let record = json!({"facets": [link(5, 25), link(29, 33)]});
        let whole = spelled_out(text, &facets(text, &record));
        assert_eq!(whole, "Read https://www.press.example/long-story?part=2 or this.");
    }
}
