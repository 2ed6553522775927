//! The project speaks of itself alone.

use std::fs;
use std::path::PathBuf;

use clientsmith_tests::root;

use crate::sources::{Source, demand_none, files, has_extension};

/// Where machines, registries and people's folders would show.
const FOREIGN: &[&str] = &[
    "/work/",
    "/tmp/",
    "/root/",
    "/home/",
    "/Users/",
    "index.crates.io",
    "static.crates.io",
    "artifactory",
];

/// Folders of the project, apart from these tests, which have to name what they look for, and from documents of APIs and
/// their clients, which say what others wrote.
const FOLDERS: &[&str] = &[
    ".cargo",
    ".ci",
    ".github",
    "docs",
    "generator",
    "xtask",
    "tests/build-script",
    "tests/cases",
    "tests/cli",
    "tests/contract",
    "tests/diff",
    "tests/examples",
    "tests/http",
    "tests/mutation",
    "tests/surface",
];

/// The extensions of texts; scripts have none.
const TEXTS: &[&str] = &[
    "", "rs", "md", "toml", "yaml", "yml", "json", "txt", "trycmd",
];

#[test]
fn no_text_names_a_machine() {
    let mut sources: Vec<Source> = pages().collect();
    for folder in FOLDERS {
        let below = files(folder, TEXTS);
        assert!(!below.is_empty(), "{folder} has no text");
        sources.extend(below);
    }
    let mut breaches = Vec::new();
    for source in sources {
        let said = FOREIGN.iter().filter(|word| source.text.contains(*word));
        breaches.extend(said.map(|word| format!("{}: {word}", source.path)));
    }
    demand_none("no text names a machine or a registry", &breaches);
}

/// The files at the root.
fn pages() -> impl Iterator<Item = Source> {
    let entries = fs::read_dir(root()).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let is_text = |path: &PathBuf| has_extension(path, &["md", "toml"]);
    paths.filter(is_text).map(|path| Source {
        path: path.file_name().unwrap().to_string_lossy().into_owned(),
        text: fs::read_to_string(&path).unwrap(),
    })
}
