//! How large files and functions are.

use crate::sources::{clients, demand_none, rust};

const FOLDERS: &[&str] = &[
    "generator/src",
    "generator/runtime",
    "xtask/src",
    "xtask/measure",
    "tests",
];

/// No file is longer, in lines.
const LONGEST_FILE: usize = 300;

/// Files beyond this are named, in lines.
const LONG_FILE: usize = 150;

/// No client is longer without its documentation and the runtime, in lines.
const LONGEST_CLIENT: usize = 2_500;

#[test]
fn files_are_short() {
    let sources = FOLDERS.iter().flat_map(|folder| rust(folder));
    let sources = sources.filter(|source| !source.path.starts_with("tests/cases/"));
    let lengths = sources.map(|source| (source.text.lines().count(), source.path));
    let mut long: Vec<_> = lengths.filter(|(lines, _)| *lines > LONG_FILE).collect();
    long.sort();
    for (lines, path) in &long {
        println!("{lines} {path}");
    }
    let breaches: Vec<String> = long
        .iter()
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, path)| format!("{path}: {lines}"))
        .collect();
    demand_none("a file has at most 300 lines", &breaches);
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
    assert!(lines < LONGEST_CLIENT, "{client} has {lines} lines");
}

/// Whether a line is neither blank nor a comment.
fn is_code(line: &str) -> bool {
    let line = line.trim_start();
    !line.is_empty() && !line.starts_with("//")
}
