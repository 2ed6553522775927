//! Whether a client's `PUBLIC_API.txt` tells the truth, and whether what is said of changes is what the compiler says.
//!
//! From the list of an old client a program is made that uses every item on it. It compiles against the new client
//! unless a change is called major.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::unreachable,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod base;
mod compile;
mod consumer;
mod emitted;
mod pair;
mod pairs;
mod steps;

use std::fmt::Write as _;

use clientsmith::surface::Level;
use pair::Pair;

/// The level that is said of a pair, and whether the old program compiles against the new client, are as listed.
#[test]
fn every_change_has_its_level() {
    let mut wrong = String::new();
    for pair in all() {
        let changes = pair.changes();
        let level = changes.iter().map(|change| change.level).max();
        if level != pair.level {
            writeln!(wrong, "{}: {level:?}\n{changes:#?}", pair.name).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_is_emitted_is_listed() {
    let unlisted: Vec<String> = all().flat_map(emitted::unlisted).collect();
    assert!(unlisted.is_empty(), "{}", unlisted.join("\n"));
}

#[test]
#[ignore = "compiles two crates and two programs for each pair"]
fn the_compiler_agrees() {
    let pairs: Vec<&Pair> = all().collect();
    let failed = compile::failures(&pairs);
    let mut wrong = String::new();
    for (number, pair) in pairs.into_iter().enumerate() {
        let breaks = failed.contains_key(&compile::name(number, "new"));
        let should_break = pair.level == Some(Level::Major) && !pair.is_silent;
        if breaks != should_break {
            writeln!(wrong, "{}: breaks: {breaks}", pair.name).unwrap();
        }
        if let Some(message) = failed.get(&compile::name(number, "old")) {
            writeln!(wrong, "{}: the list is wrong: {message}", pair.name).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Every pair.
fn all() -> impl Iterator<Item = &'static Pair> {
    pairs::ALL.iter().chain(steps::ALL)
}

/// The public items of a client, as it lists them.
fn listed(package: &clientsmith::Package) -> Vec<String> {
    let mut files = package.files();
    let (_, text) = files.find(|(path, _)| *path == "PUBLIC_API.txt").unwrap();
    let lines = text.lines().filter(|line| !line.is_empty());
    lines
        .filter(|line| !line.starts_with("//"))
        // What an item stands for in HTTP messages is nothing to the compiler.
        .filter_map(|line| line.split(" // ").next())
        .map(str::to_owned)
        .collect()
}
