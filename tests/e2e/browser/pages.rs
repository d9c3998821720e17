//! Pages that are looked at one by one: a name, an address of the rehearsal, and the size they are designed for.

use harness::browser::Size;

pub(super) const PUBLIC: [(&str, &str); 8] = [
    ("programme", "/"),
    ("board", "/board/ethics"),
    ("posts", "/board/ethics/posts"),
    ("theme", "/theme/ethics-1"),
    ("report", "/report"),
    ("about", "/about"),
    ("problem", "/nowhere/at/all"),
    ("join", "/gallery/join"),
];

pub(super) const STAFF: [(&str, &str, Size); 3] = [
    ("console", "/console/ethics", Size::DESK),
    ("chair", "/chair/ethics", Size::TABLET),
    ("setup", "/setup", Size::DESK),
];
