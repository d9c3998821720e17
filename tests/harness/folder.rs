//! Looking into a data folder from outside.

use std::path::{Path, PathBuf};

/// The files of a folder, at any depth, that hold a word in their bytes.
///
/// # Panics
/// When the folder cannot be read.
#[must_use]
pub fn files_with(word: &str, folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry of a folder").path();
        if path.is_dir() {
            found.extend(files_with(word, &path));
        } else if path.is_file() && holds(&std::fs::read(&path).expect("a file"), word) {
            found.push(path);
        }
    }
    found
}

fn holds(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}
