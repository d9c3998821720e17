//! The key that X gave the organisers.

use std::fmt;

use reqwest::header::HeaderValue;

/// A bearer token. It is written to X's requests and nowhere else.
#[derive(Clone)]
pub struct Token(HeaderValue);

impl Token {
    /// Takes the token as it was copied, blanks around it or not.
    ///
    /// # Errors
    /// Says in words why it can be no token.
    pub fn new(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.is_empty() {
            return Err("the bearer token for X is empty".into());
        }
        if !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err("the bearer token for X holds characters that no token has; copy it again".into());
        }
        let header = HeaderValue::try_from(format!("Bearer {text}"));
        let mut header = header.expect("visible ASCII is a header value");
        header.set_sensitive(true);
        Ok(Self(header))
    }

    pub(super) fn header(&self) -> HeaderValue {
        self.0.clone()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_never_written_out() {
        let token = Token::new(" AAAA-invented-secret\n").unwrap();
        assert_eq!(format!("{token:?} {:?}", token.header()), "Token(hidden) Sensitive");
        assert_eq!(token.header(), "Bearer AAAA-invented-secret");
    }

    #[test]
    fn what_can_be_no_token_is_named() {
        assert!(Token::new("  ").unwrap_err().contains("empty"));
        assert!(Token::new("two words").unwrap_err().contains("copy it again"));
    }
}
