//! The project speaks of itself alone.

use crate::sources::{demand_none, files};

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

const TEXTS: &[&str] = &["rs", "md", "toml", "yaml", "yml", "json", "txt"];

#[test]
fn no_text_names_a_machine() {
    let sources = FOLDERS.iter().flat_map(|folder| files(folder, TEXTS));
    let mut breaches = Vec::new();
    for source in sources.chain(pages()) {
        let said = FOREIGN.iter().filter(|word| source.text.contains(*word));
        breaches.extend(said.map(|word| format!("{}: {word}", source.path)));
    }
    demand_none("no text names a machine or a registry", &breaches);
}

/// The files at the root.
fn pages() -> impl Iterator<Item = crate::sources::Source> {
    let pages = [
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Cargo.toml",
        "clippy.toml",
    ];
    pages.into_iter().filter_map(|path| {
        let text = std::fs::read_to_string(clientsmith_tests::root().join(path)).ok()?;
        Some(crate::sources::Source {
            path: path.to_owned(),
            text,
        })
    })
}
