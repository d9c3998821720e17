//! What stays of a text when blocked words are looked for: its letters, each as the plain letter that a reader sees, once
//! however often it is repeated, with a note of what stood before it.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::look_alikes;

/// What stands between a letter and the one before it. The later ones part letters more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    None,
    Apostrophe,
    Sign,
    Space,
    /// The two stand in different fields of the post.
    Field,
}

/// Digits and signs stand for more than one letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// `1` is an i, and signs are letters.
    First,
    /// `1` is an l, and signs part letters.
    Second,
}

/// A letter of the skeleton; every byte of it has a copy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    pub gap: Gap,
    /// How often it stands there in a row; 0 for bytes that continue a letter.
    pub repeats: u8,
    /// How often of those as a letter rather than as a digit or sign.
    pub real: u8,
    /// Within an address: read as it is written, since addresses are full of meaningless letters.
    pub link: bool,
}

/// A text's skeleton. It is kept for the next text, so that reading allocates nothing.
#[derive(Debug, Default)]
pub(super) struct Skeleton {
    pub bytes: Vec<u8>,
    /// As many as there are bytes.
    pub letters: Vec<Letter>,
    /// Whether the second reading would differ.
    pub ambiguous: bool,
    gap: Gap,
    link: bool,
}

impl Skeleton {
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.letters.clear();
        (self.ambiguous, self.gap, self.link) = (false, Gap::None, false);
    }

    /// Adds a field of the post.
    pub(super) fn read(&mut self, text: &str, reading: Reading) {
        self.part(Gap::Field);
        self.link = false;
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            let plain = PLAIN[usize::from(byte)];
            if plain != 0 {
                self.push_byte(plain, true);
                at += 1;
            } else if byte.is_ascii() {
                self.ascii(byte, bytes, at, reading);
                at += 1;
            } else {
                let Some(c) = text[at..].chars().next() else { break };
                self.other(c, reading);
                at += c.len_utf8();
            }
        }
    }

    fn ascii(&mut self, byte: u8, bytes: &[u8], at: usize, reading: Reading) {
        match byte {
            b'h' if starts_link(&bytes[at..]) => {
                self.link = true;
                self.push_byte(byte, true);
            }
            b'a'..=b'z' | b'A'..=b'Z' => self.push_byte(byte.to_ascii_lowercase(), true),
            b'0'..=b'9' if self.link => self.push_byte(byte, true),
            b' ' | b'\n' | b'\t' | b'\r' => {
                self.part(Gap::Space);
                self.link = false;
            }
            b'\'' | b'`' => self.part(Gap::Apostrophe),
            b'!' | b'@' | b'$' | b'+' | b'|' | b'0'..=b'9' if !self.link => {
                self.ambiguous |= is_ambiguous(bytes, at);
                self.stand_in(byte, reading);
            }
            _ => self.part(Gap::Sign),
        }
    }

    fn stand_in(&mut self, byte: u8, reading: Reading) {
        match stands_for(byte, reading) {
            Some(letter) => self.push_byte(letter, false),
            None => self.part(Gap::Sign),
        }
    }

    fn other(&mut self, c: char, reading: Reading) {
        match c {
            '\u{2019}' | '\u{2018}' => self.part(Gap::Apostrophe),
            _ if look_alikes::is_invisible(c) => {}
            '\u{2010}'..='\u{2027}' | '\u{1F150}'..='\u{1F1FF}' | '\u{1F300}'..='\u{1FAFF}' => self.sign(c),
            _ => self.letter(c, reading),
        }
    }

    fn sign(&mut self, c: char) {
        match look_alikes::sign(c) {
            Some(letter) => self.push_byte(letter, false),
            None => self.part(Gap::Sign),
        }
    }

    fn letter(&mut self, c: char, reading: Reading) {
        if let Some(letters) = look_alikes::letters(c) {
            return letters.bytes().for_each(|letter| self.push_byte(letter, true));
        }
        if c.is_whitespace() {
            self.link = false;
            return self.part(Gap::Space);
        }
        decompose_compatible(c, |piece| self.piece(piece, reading));
    }

    fn piece(&mut self, c: char, reading: Reading) {
        if look_alikes::is_ornament(c) {
            return;
        }
        if c.is_ascii() {
            let byte = [u8::try_from(c).unwrap_or_default()];
            return self.ascii(byte[0], &byte, 0, reading);
        }
        if !c.is_alphanumeric() && !is_combining_mark(c) {
            return self.sign(c);
        }
        for lower in c.to_lowercase() {
            match look_alikes::letters(lower) {
                Some(letters) => letters.bytes().for_each(|letter| self.push_byte(letter, true)),
                None => self.push_wide(lower),
            }
        }
    }

    fn part(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    #[inline]
    fn push_byte(&mut self, byte: u8, real: bool) {
        if self.gap == Gap::None && self.bytes.last() == Some(&byte) {
            return self.repeat(1, u8::from(real));
        }
        self.bytes.push(byte);
        self.letters.push(Letter { gap: self.gap, repeats: 1, real: u8::from(real), link: self.link });
        self.gap = Gap::None;
    }

    /// A letter of more than one byte.
    fn push_wide(&mut self, c: char) {
        let mut buffer = [0; 4];
        let encoded = c.encode_utf8(&mut buffer).as_bytes();
        if self.gap == Gap::None && self.bytes.ends_with(encoded) {
            return self.repeat(encoded.len(), 1);
        }
        let letter = Letter { gap: std::mem::take(&mut self.gap), repeats: 1, real: 1, link: self.link };
        self.bytes.extend_from_slice(encoded);
        self.letters.push(letter);
        self.letters.resize(self.bytes.len(), Letter { repeats: 0, ..letter });
    }

    fn repeat(&mut self, width: usize, real: u8) {
        let first = self.letters.len() - width;
        let letter = &mut self.letters[first];
        letter.repeats = letter.repeats.saturating_add(1);
        letter.real = letter.real.saturating_add(real);
    }
}

/// Letters that need no second look, in lower case; 0 for every other byte. An h may begin an address.
const PLAIN: [u8; 256] = {
    let mut plain = [0; 256];
    let mut letter = b'a';
    while letter <= b'z' {
        plain[letter as usize] = letter;
        plain[letter.to_ascii_uppercase() as usize] = letter;
        letter += 1;
    }
    plain[b'h' as usize] = 0;
    plain
};

fn starts_link(bytes: &[u8]) -> bool {
    bytes.starts_with(b"http://") || bytes.starts_with(b"https://")
}

/// The letter that a digit or sign is read as; a digit that is like none stays itself.
fn stands_for(byte: u8, reading: Reading) -> Option<u8> {
    Some(match (byte, reading) {
        (b'0', _) => b'o',
        (b'1', Reading::First) => b'i',
        (b'1', Reading::Second) | (b'|', Reading::First) => b'l',
        (b'3', _) => b'e',
        (b'4', _) => b'a',
        (b'5', _) => b's',
        (b'7', _) => b't',
        (b'8', _) => b'b',
        (b'9', _) => b'g',
        (b'!', Reading::First) => b'i',
        (b'@', Reading::First) => b'a',
        (b'$', Reading::First) => b's',
        (b'+', Reading::First) => b't',
        (b'2' | b'6', _) => byte,
        _ => return None,
    })
}

/// Whether the second reading of what stands here may find another word: a one beside a letter and in no number, a sign
/// between two letters.
fn is_ambiguous(bytes: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| bytes[before]);
    let after = bytes.get(at + 1).copied();
    match bytes[at] {
        b'1' => {
            let is_letter = |byte: u8| byte.is_ascii_alphabetic() || byte > 0x7F;
            let beside = || [before, after].into_iter().flatten();
            beside().any(is_letter) && beside().all(|byte| byte == b'1' || !byte.is_ascii_digit())
        }
        b'!' | b'@' | b'$' | b'+' | b'|' => [before, after]
            .into_iter()
            .all(|byte| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte > 0x7F)),
        _ => false,
    }
}
