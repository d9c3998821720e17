//! What people write about, and when.

use super::{random::Dice, times::local};
use crate::domain::At;

struct Beat {
    from: &'static str,
    to: &'static str,
    /// Subjects with their weights.
    subjects: &'static [(&'static str, f64)],
}

const BEATS: [Beat; 12] = [
    Beat { from: "08:00", to: "09:00", subjects: &[("morning", 9.0), ("chatter", 1.0)] },
    Beat { from: "09:00", to: "09:47", subjects: &[("opening", 9.0), ("chatter", 1.0)] },
    Beat { from: "09:47", to: "10:00", subjects: &[("opening", 2.0), ("break", 3.0), ("chatter", 2.0)] },
    Beat {
        from: "10:00",
        to: "10:50",
        subjects: &[
            ("retrieval", 34.0),
            ("feedback", 14.0),
            ("curation", 28.0),
            ("metrics", 18.0),
            ("chatter", 5.0),
        ],
    },
    Beat {
        from: "10:50",
        to: "12:02",
        subjects: &[
            ("retrieval", 16.0),
            ("feedback", 20.0),
            ("lurkers", 19.0),
            ("curation", 20.0),
            ("metrics", 22.0),
            ("chatter", 5.0),
        ],
    },
    Beat { from: "12:02", to: "13:29", subjects: &[("break", 6.0), ("lunch", 3.0), ("chatter", 1.0)] },
    Beat {
        from: "13:29",
        to: "14:02",
        subjects: &[
            ("cases", 24.0),
            ("story", 15.0),
            ("mistake", 11.0),
            ("private", 9.0),
            ("oldposts", 8.0),
            ("verify", 9.0),
            ("quiet", 16.0),
            ("channels", 9.0),
            ("chatter", 4.0),
        ],
    },
    Beat {
        from: "14:02",
        to: "14:36",
        subjects: &[
            ("story", 26.0),
            ("mistake", 14.0),
            ("cases", 8.0),
            ("private", 8.0),
            ("oldposts", 5.0),
            ("quiet", 19.0),
            ("channels", 12.0),
            ("noise", 5.0),
            ("chatter", 4.0),
        ],
    },
    Beat {
        from: "14:36",
        to: "15:33",
        subjects: &[
            ("mistake", 16.0),
            ("story", 11.0),
            ("cases", 10.0),
            ("private", 8.0),
            ("oldposts", 10.0),
            ("quiet", 17.0),
            ("channels", 16.0),
            ("noise", 10.0),
            ("chatter", 4.0),
        ],
    },
    Beat { from: "15:33", to: "16:00", subjects: &[("break", 5.0), ("chatter", 3.0)] },
    Beat { from: "16:00", to: "17:02", subjects: &[("closing", 19.0), ("chatter", 1.0)] },
    Beat { from: "17:02", to: "18:00", subjects: &[("evening", 8.0), ("closing", 2.0)] },
];

/// The session that talks about a subject.
pub fn session_of(subject: &str) -> Option<&'static str> {
    match subject {
        "opening" => Some("opening"),
        "retrieval" | "feedback" | "lurkers" => Some("learning"),
        "curation" | "metrics" => Some("scholarship"),
        "quiet" | "channels" | "noise" => Some("platforms"),
        "story" | "mistake" | "cases" | "oldposts" | "private" | "verify" => Some("ethics"),
        "closing" => Some("closing"),
        _ => None,
    }
}

/// Whether a subject is about soup and sockets.
pub fn is_chatter(subject: &str) -> bool {
    matches!(subject, "chatter" | "lunch")
}

/// What somebody writes about at this time.
pub fn subject(at: At, dice: &mut Dice) -> &'static str {
    draw(subjects(at).iter(), dice)
}

/// What a table writes about: what its session talks about.
pub fn subject_of_a_table(at: At, dice: &mut Dice) -> &'static str {
    draw(subjects(at).iter().filter(|(subject, _)| session_of(subject).is_some()), dice)
}

fn subjects(at: At) -> &'static [(&'static str, f64)] {
    let now = |beat: &&Beat| local(beat.from) <= at && at < local(beat.to);
    BEATS.iter().find(now).expect("the beats cover the day").subjects
}

fn draw<'a>(
    subjects: impl Iterator<Item = &'a (&'static str, f64)> + Clone,
    dice: &mut Dice,
) -> &'static str {
    let mut left = dice.unit() * subjects.clone().map(|(_, weight)| weight).sum::<f64>();
    let mut last = "";
    for (subject, weight) in subjects {
        last = subject;
        left -= weight;
        if left < 0.0 {
            break;
        }
    }
    last
}
