//! May a post be shown? One verdict per post for the whole conference.

use serde::{Deserialize, Serialize};

use super::programme::Policy;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    Held(HoldReason),
    Shown,
    Hidden,
}

/// Why a post waits for a person. Everything but `New` is a flag that an open policy does not lift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldReason {
    New,
    /// A word of the word list.
    Word,
    /// The network or the author marked it as sensitive.
    Sensitive,
    /// It was shown once, then its author changed it.
    Edited,
    /// A labeller of its network warned of it.
    Label,
    /// It is in a language that is not among those the conference takes.
    Language,
    /// The first comment of somebody nobody knows yet.
    FirstComment,
}

impl Verdict {
    /// Whether walls and boards of a session with this policy show it.
    #[must_use]
    pub fn visible(self, policy: Policy) -> bool {
        match self {
            Self::Shown => true,
            Self::Held(HoldReason::New) => policy == Policy::Open,
            Self::Held(_) | Self::Hidden => false,
        }
    }

    #[must_use]
    pub fn waits(self) -> bool {
        matches!(self, Self::Held(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_wall_shows_new_posts_but_never_flagged_ones() {
        assert!(Verdict::Held(HoldReason::New).visible(Policy::Open));
        assert!(!Verdict::Held(HoldReason::New).visible(Policy::Reviewed));
        for flag in [
            HoldReason::Word,
            HoldReason::Sensitive,
            HoldReason::Edited,
            HoldReason::Label,
            HoldReason::Language,
        ] {
            assert!(!Verdict::Held(flag).visible(Policy::Open), "{flag:?}");
        }
        assert!(!Verdict::Hidden.visible(Policy::Open));
    }
}
