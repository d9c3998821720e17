//! State is a fold: same log, same state, byte for byte, whether words were taken out of it or not.

use proptest::prelude::*;

use super::{
    cases,
    run::{Run, bytes, folded},
    steps::steps,
};

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_log_that_is_folded_again_gives_the_same_state(steps in steps(60)) {
        let run = Run::of(&steps);
        let again = folded(&run.entries);
        prop_assert_eq!(&again, run.state());
        prop_assert_eq!(bytes(&again), bytes(run.state()));
    }

    #[test]
    fn a_redacted_log_gives_the_same_state(steps in steps(60)) {
        let run = Run::of(&steps);
        let again = folded(&run.redacted());
        prop_assert_eq!(bytes(&again), bytes(run.state()));
        prop_assert_eq!(&again, run.state());
    }
}
