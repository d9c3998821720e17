//! The folder tree is the pipeline, and arrows go one way.

use std::path::{Path, PathBuf};

const CRATES: [(&str, &[&str]); 4] = [
    ("wall-ui", &[]),
    ("facilitator-ui", &["wall-ui"]),
    ("server", &["wall-ui", "facilitator-ui"]),
    ("tests", &["backchannel", "wall-ui", "facilitator-ui"]),
];
const MEMBERS: [&str; 3] = ["backchannel", "wall-ui", "facilitator-ui"];

/// Stages, and what of this crate each may use beside itself.
const STAGES: [(&str, &[&str]); 7] = [
    ("domain", &[]),
    ("sources", &["domain", "clock", "net", "telemetry", "config"]),
    ("filter", &["domain"]),
    ("log", &["domain", "clock", "telemetry"]),
    ("projections", &["domain"]),
    ("hub", &["domain", "telemetry"]),
    ("screens", &["domain", "hub", "projections", "pipeline", "clock", "telemetry"]),
];

/// What pure stages never touch.
const IMPURE: [&str; 8] =
    ["std::fs", "std::net", "std::env", "std::process", "tokio", "crate::clock", "Instant", "SystemTime"];

const LONGEST: usize = 400;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Files under a folder with one of these endings, with their text.
fn files(folder: &Path, endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_symlink() || name.starts_with('.') || name == "target" || name == "node_modules" {
            continue;
        }
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found.sort();
    found
}

fn rust(folder: &str) -> Vec<(PathBuf, String)> {
    files(&root().join(folder), &[".rs"])
}

/// The code of a file without its comments and, for a module beside its tests, without these.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The first names after `crate::`, in paths and in grouped imports.
fn used_modules(code: &str) -> Vec<String> {
    let mut used = Vec::new();
    for (_, after) in code.match_indices("crate::").map(|(at, name)| code[at..].split_at(name.len())) {
        match after.strip_prefix('{') {
            Some(group) => used.extend(heads(group)),
            None => used.push(word(after)),
        }
    }
    used
}

/// The head of each path in a group, which may hold groups.
fn heads(group: &str) -> Vec<String> {
    let (mut heads, mut depth, mut at_head) = (Vec::new(), 0_usize, true);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_head = true,
            letter if at_head && letter.is_alphanumeric() => {
                heads.push(word(&group[at..]));
                at_head = false;
            }
            _ => {}
        }
    }
    heads
}

fn word(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

#[test]
fn crates_depend_in_one_direction() {
    for (folder, may) in CRATES {
        let manifest = std::fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
        let named = manifest.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
        for member in named.filter(|name| MEMBERS.contains(name)) {
            assert!(may.contains(&member), "{folder} uses {member}");
        }
    }
}

#[test]
fn stages_use_the_domain_and_not_each_other() {
    for (stage, may) in STAGES {
        for (path, text) in rust(&format!("server/src/{stage}")) {
            if path.components().any(|part| part.as_os_str() == "tests") {
                continue;
            }
            for used in used_modules(&code(&text)) {
                assert!(used == stage || may.contains(&used.as_str()), "{} uses {used}", path.display());
            }
        }
    }
}

#[test]
fn domain_filter_and_projections_are_pure() {
    for stage in ["domain", "filter", "projections"] {
        for (path, text) in rust(&format!("server/src/{stage}")) {
            let code = code(&text);
            for impure in IMPURE {
                assert!(!code.contains(impure), "{} uses {impure}", path.display());
            }
            assert!(!code.contains("async fn"), "{} is async", path.display());
        }
    }
}

#[test]
fn the_views_know_neither_the_domain_nor_the_network() {
    for folder in ["wall-ui/src", "facilitator-ui/src"] {
        for (path, text) in rust(folder) {
            for foreign in ["backchannel::", "tokio", "axum", "reqwest", "std::fs", "std::net"] {
                assert!(!code(&text).contains(foreign), "{} uses {foreign}", path.display());
            }
        }
    }
}

#[test]
fn every_template_has_a_sample() {
    for folder in ["wall-ui/src", "facilitator-ui/src"] {
        let samples: String = rust(&format!("{folder}/samples")).into_iter().map(|(_, text)| text).collect();
        let mut templates = 0;
        for (path, text) in rust(folder) {
            for template in templates_in(&text) {
                templates += 1;
                let drawn = [format!("{template} {{"), format!("{template}::")];
                assert!(drawn.iter().any(|use_| samples.contains(use_)), "{template} of {}", path.display());
            }
        }
        assert!(templates > 8, "{folder} has {templates} templates");
    }
}

/// The names of the structs that derive `Template`.
fn templates_in(text: &str) -> Vec<String> {
    let derived = text.split("#[derive(").skip(1).filter(|rest| {
        rest.split(')')
            .next()
            .is_some_and(|traits| traits.split([',', ' ', ':']).any(|name| name == "Template"))
    });
    derived.filter_map(|rest| rest.split_once("pub struct ").map(|(_, name)| word(name))).collect()
}

#[test]
fn no_file_is_longer_than_a_person_reads_at_once() {
    for (path, text) in files(&root(), &[".rs", ".js", ".css", ".html"]) {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{} has {lines} lines", path.display());
    }
}
