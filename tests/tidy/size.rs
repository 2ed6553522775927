//! How large files are.

use std::io::{self, Write};

use crate::sources::{clients, rust};

const FOLDERS: &[&str] = &[
    "generator/cli/src",
    "generator/src",
    "generator/runtime",
    "xtask/src",
    "xtask/measure",
    "tests",
];

/// Files beyond this are named, in lines: whether one holds several concepts is for people to judge.
const LONG_FILE: usize = 500;

/// No client is longer without its documentation and the runtime, in lines.
const MAX_CLIENT: usize = 2_500;

#[test]
fn long_files_are_named() {
    let sources = FOLDERS.iter().flat_map(|folder| rust(folder));
    let sources = sources.filter(|source| !source.path.starts_with("tests/cases/"));
    for source in sources {
        let lines = source.text.lines().count();
        if lines > LONG_FILE {
            // The test harness shows what is printed only if a test fails.
            let _ = writeln!(io::stderr(), "{} has {lines} lines", source.path);
        }
    }
}

#[test]
fn the_first_client_is_small() {
    let client = clients()
        .into_iter()
        .find(|client| client.ends_with("/tiger-cloud"))
        .unwrap();
    let sources = rust(&format!("{client}/src"));
    let emitted = sources
        .iter()
        .filter(|source| !source.path.contains("/src/runtime/"));
    let lines: usize = emitted
        .map(|source| source.text.lines().filter(|line| is_code(line)).count())
        .sum();
    println!("{lines} lines without documentation and runtime");
    assert!(lines < MAX_CLIENT, "{client} has {lines} lines");
}

/// Whether a line is neither blank nor a comment.
fn is_code(line: &str) -> bool {
    let line = line.trim_start();
    !line.is_empty() && !line.starts_with("//")
}
