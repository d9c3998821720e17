//! X's ids: numbers that grow with time and carry it.

use crate::domain::At;

/// 2010-11-04T01:42:54.657Z, from which ids count their milliseconds.
const EPOCH: i64 = 1_288_834_974_657;
/// The lower bits tell posts of one millisecond apart.
const TIME_SHIFT: u32 = 22;

/// The id of one version of a post. Ids are texts on the wire, since they do not fit a JavaScript number.
pub(in crate::sources) type Id = u64;

/// Reads an id; `None` for anything that is no number.
pub(in crate::sources) fn read(text: &str) -> Option<Id> {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|id| is_plain && *id > 0)
}

/// The first id that can be given at a time.
pub(super) fn at(time: At) -> Id {
    u64::try_from(time.0.saturating_sub(EPOCH)).unwrap_or(0).saturating_mul(1 << TIME_SHIFT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain_numbers() {
        assert_eq!(read("1346889436626259968"), Some(1_346_889_436_626_259_968));
        for no_id in ["", "0", "+1", "-1", "1.5", "abc", "99999999999999999999999"] {
            assert_eq!(read(no_id), None, "{no_id}");
        }
    }

    #[test]
    fn an_id_carries_its_time() {
        let time: At = "2026-06-26T12:00:00Z".parse().unwrap();
        assert_eq!((at(time) >> TIME_SHIFT).cast_signed() + EPOCH, time.0);
        assert_eq!(at(At(0)), 0);
    }
}
