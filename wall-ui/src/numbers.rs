//! Numbers as a language writes them: `2,241` and `5.2 M`, in French `2 241` and `5,2 M`.

use fluent_bundle::{FluentValue, types::FluentNumber};

const NARROW_SPACE: char = '\u{202f}';
const NO_BREAK_SPACE: char = '\u{a0}';

/// Writes the numbers in a catalogue's messages.
pub type Formatter<M> = fn(&FluentValue, &M) -> Option<String>;

/// How messages of this language write the numbers in them.
#[must_use]
pub fn formatter<M>(lang: &str) -> Formatter<M> {
    match lang {
        "fr" => |value, _| in_message("fr", value),
        _ => |value, _| in_message("en", value),
    }
}

/// All digits, in groups of three.
#[must_use]
pub fn whole(lang: &str, n: u64) -> String {
    let digits = n.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(group_mark(lang));
        }
        grouped.push(digit);
    }
    grouped
}

/// From a million on two figures and an `M`: more would claim to be exact. Cut, not rounded.
#[must_use]
pub fn short(lang: &str, n: u64) -> String {
    if n < 1_000_000 {
        return whole(lang, n);
    }
    let (millions, tenths) = (n / 1_000_000, n / 100_000 % 10);
    if millions >= 10 || tenths == 0 {
        return format!("{}{NO_BREAK_SPACE}M", whole(lang, millions));
    }
    let decimal = if lang == "fr" { ',' } else { '.' };
    format!("{millions}{decimal}{tenths}{NO_BREAK_SPACE}M")
}

fn group_mark(lang: &str) -> char {
    if lang == "fr" { NARROW_SPACE } else { ',' }
}

fn in_message(lang: &str, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. }) if value.fract() == 0.0 && *value >= 0.0 => {
            format!("{value}").parse().ok().map(|n| whole(lang, n))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_three() {
        assert_eq!(whole("en", 0), "0");
        assert_eq!(whole("en", 999), "999");
        assert_eq!(whole("en", 2_241), "2,241");
        assert_eq!(whole("fr", 1_002_241), "1\u{202f}002\u{202f}241");
    }

    #[test]
    fn millions_are_cut_to_two_figures() {
        assert_eq!(short("en", 999_999), "999,999");
        assert_eq!(short("en", 5_299_999), "5.2\u{a0}M");
        assert_eq!(short("fr", 5_200_000), "5,2\u{a0}M");
        assert_eq!(short("en", 12_900_000), "12\u{a0}M");
    }

    #[test]
    fn messages_write_numbers_as_their_language_does() {
        assert_eq!(in_message("en", &FluentValue::from(1_386_u32)).as_deref(), Some("1,386"));
        assert_eq!(in_message("en", &FluentValue::from("1386")), None);
    }
}
