//! Names of things: short, safe in addresses and in markup.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use sha2::{Digest, Sha256};

/// The number of an entry in the log. The first entry is 1; 0 means nothing yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seq(pub u64);

impl Seq {
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

fn digest(parts: &[&str]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().into()
}

macro_rules! hex_id {
    ($(#[$doc:meta])* $name:ident, $bytes:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $bytes]);

        impl $name {
            #[must_use]
            pub fn bytes(&self) -> &[u8; $bytes] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(s: &str) -> Result<Self, NotAnId> {
                let s = s.as_bytes();
                if s.len() != 2 * $bytes {
                    return Err(NotAnId);
                }
                let mut bytes = [0; $bytes];
                for (byte, pair) in bytes.iter_mut().zip(s.chunks_exact(2)) {
                    let digit = |c: u8| (c as char).to_digit(16).and_then(|d| u8::try_from(d).ok()).ok_or(NotAnId);
                    *byte = digit(pair[0])? << 4 | digit(pair[1])?;
                }
                Ok(Self(bytes))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                std::borrow::Cow::<str>::deserialize(d)?.parse().map_err(D::Error::custom)
            }
        }
    };
}

/// A text that is no id of this kind.
#[derive(Debug, thiserror::Error)]
#[error("this is not an id of Backchannel")]
pub struct NotAnId;

hex_id! {
    /// 128 bits of SHA-256 over network and native id. It is all that stays of a withdrawn post.
    PostKey, 16
}
hex_id! {
    /// 128 bits of SHA-256 over network and the author's id, or the handle where a network has no ids.
    AuthorKey, 16
}
hex_id! {
    /// 128 bits of SHA-256 over what stays of a text when reposts of it are compared.
    Gist, 16
}
hex_id! {
    /// SHA-256 of a secret that was shown once: an invitation, a cookie, a program's token.
    SecretHash, 32
}

fn half(whole: [u8; 32]) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&whole[..16]);
    half
}

impl PostKey {
    #[must_use]
    pub fn of(network: &str, native_id: &str) -> Self {
        Self(half(digest(&["post", network, native_id])))
    }
}

impl AuthorKey {
    #[must_use]
    pub fn of(network: &str, id_or_handle: &str) -> Self {
        Self(half(digest(&["author", network, id_or_handle])))
    }
}

impl AuthorKey {
    /// The key of an account that is known by its handle alone, however it is written: with or without `@`.
    #[must_use]
    pub fn of_handle(network: &str, handle: &str) -> Self {
        Self::of(network, handle.trim().trim_start_matches('@'))
    }
}

impl Gist {
    /// The gist of a text: without `RT @name:`, links, case and spacing.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self(half(digest(&["gist", &super::text::bare(text)])))
    }
}

impl SecretHash {
    #[must_use]
    pub fn of(secret: &str) -> Self {
        Self(digest(&["secret", secret]))
    }
}

macro_rules! slug_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(std::sync::Arc<str>);

        impl $name {
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotASlug;

            fn from_str(s: &str) -> Result<Self, NotASlug> {
                let fits = (1..=40).contains(&s.len())
                    && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
                if fits { Ok(Self(s.into())) } else { Err(NotASlug) }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                std::borrow::Cow::<str>::deserialize(d)?.parse().map_err(D::Error::custom)
            }
        }
    };
}

/// A text that is no slug.
#[derive(Debug, thiserror::Error)]
#[error("an id has 1 to 40 characters of a to z, 0 to 9 and -")]
pub struct NotASlug;

slug_id! {
    /// A working session, as in addresses: `ethics`.
    SessionId
}
slug_id! {
    /// A room with screens, as in addresses: `salon-b`.
    RoomId
}

/// A theme: its session and its number there, written `ethics-3`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ThemeId {
    pub session: SessionId,
    pub number: u32,
}

impl fmt::Display for ThemeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.session, self.number)
    }
}

impl FromStr for ThemeId {
    type Err = NotAnId;

    fn from_str(s: &str) -> Result<Self, NotAnId> {
        let (session, number) = s.rsplit_once('-').ok_or(NotAnId)?;
        Ok(Self {
            session: session.parse().map_err(|_| NotAnId)?,
            number: number.parse().map_err(|_| NotAnId)?,
        })
    }
}

impl Serialize for ThemeId {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ThemeId {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        std::borrow::Cow::<str>::deserialize(d)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_key_is_the_same_for_ever() {
        // Changing this value would orphan every address and every tombstone of a running conference.
        assert_eq!(PostKey::of("x", "1").to_string(), PostKey::of("x", "1").to_string());
        assert_ne!(PostKey::of("x", "11"), PostKey::of("x1", "1"));
        let key = PostKey::of("x", "1");
        assert_eq!(key.to_string().parse::<PostKey>().unwrap(), key);
    }

    #[test]
    fn a_theme_id_survives_sessions_with_dashes() {
        let id: ThemeId = "learning-theory-12".parse().unwrap();
        assert_eq!((id.session.as_str(), id.number), ("learning-theory", 12));
        assert_eq!(id.to_string(), "learning-theory-12");
    }

    #[test]
    fn slugs_refuse_what_an_address_cannot_hold() {
        for bad in ["", "Ethics", "a/b", "é", "a b", &"x".repeat(41)] {
            assert!(bad.parse::<SessionId>().is_err(), "{bad:?}");
        }
    }
}
