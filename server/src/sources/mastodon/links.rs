//! The `Link` header, from which only the number to go on from is taken: following its address would let a server send
//! our token elsewhere.

/// A parameter of the address with this relation.
pub(super) fn parameter(header: &str, relation: &str, name: &str) -> Option<String> {
    let is_it = |link: &&str| link.contains(&format!("rel=\"{relation}\""));
    let link = header.split(",").find(is_it)?;
    let (address, _) = link.split_once('<')?.1.split_once('>')?;
    let (_, query) = address.split_once('?')?;
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pairs.find(|(key, value)| key == name && !value.is_empty()).map(|(_, value)| value.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKS: &str = r#"<https://meded.example/api/v1/timelines/tag/x?limit=40&max_id=7>; rel="next", <https://meded.example/api/v1/timelines/tag/x?limit=40&min_id=9%2B>; rel="prev""#;

    #[test]
    fn the_number_to_go_on_from_is_found() {
        assert_eq!(parameter(LINKS, "next", "max_id").as_deref(), Some("7"));
        assert_eq!(parameter(LINKS, "prev", "min_id").as_deref(), Some("9+"));
        assert_eq!(parameter(LINKS, "next", "min_id"), None);
        for broken in ["", "<", "<>; rel=\"next\"", "rel=\"next\"", "<a?max_id=>; rel=\"next\"", ">,<"] {
            assert_eq!(parameter(broken, "next", "max_id"), None, "{broken}");
        }
    }
}
