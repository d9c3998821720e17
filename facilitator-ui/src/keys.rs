//! The console's keys as its pages name them; `assets/js/keys.js` says what they do.

/// Keys that the key bar names: message `key-…`.
pub(crate) const MAIN: [(&str, &str); 8] = [
    (".", "deal"),
    ("A", "show"),
    ("H", "hide"),
    ("S", "stash"),
    ("P", "feature"),
    ("T", "gather"),
    ("N", "new-theme"),
    ("B", "pin"),
];

/// All keys, for the list that `?` opens: message `help-…`.
pub(crate) const ALL: [(&[&str], &str); 16] = [
    (&["."], "deal"),
    (&["J", "↓"], "next"),
    (&["K", "↑"], "previous"),
    (&["Enter"], "open"),
    (&["A"], "show"),
    (&["H"], "hide"),
    (&["S"], "stash"),
    (&["P"], "feature"),
    (&["T", "1 … 9"], "gather"),
    (&["N"], "new-theme"),
    (&["E"], "edit"),
    (&["B"], "pin"),
    (&["Shift B", "1 … 9"], "pin-number"),
    (&["Space"], "hold"),
    (&["Esc", "Esc"], "clear"),
    (&["?"], "help"),
];
