//! What every checked-in client is.

use std::fs;

use clientsmith_tests::root;
use toml::Table;

use crate::sources::{Source, clients, demand_none, rust};
use crate::words::all_words;

/// No operation has a longer body, in lines.
const MAX_BODY: usize = 8;

#[test]
fn lints_are_set() {
    for client in clients() {
        let manifest = fs::read_to_string(root().join(&client).join("Cargo.toml")).unwrap();
        let manifest: Table = toml::from_str(&manifest).unwrap();
        let lint = |tool: &str, lint: &str| manifest["lints"][tool].get(lint).cloned();
        assert_eq!(
            lint("rust", "unsafe_code"),
            Some("forbid".into()),
            "{client}"
        );
        assert_eq!(
            lint("rust", "missing_docs"),
            Some("warn".into()),
            "{client}"
        );
        let pedantic = lint("clippy", "pedantic").unwrap();
        assert_eq!(pedantic["level"].as_str(), Some("warn"), "{client}");
    }
}

#[test]
fn nothing_is_derived_by_serde() {
    let sources = clients()
        .into_iter()
        .flat_map(|client| rust(&format!("{client}/src")));
    let breaches: Vec<String> = sources.filter(derives).map(|source| source.path).collect();
    demand_none("models are read and written by the runtime", &breaches);
    for client in clients() {
        let manifest = fs::read_to_string(root().join(&client).join("Cargo.toml")).unwrap();
        let manifest: Table = toml::from_str(&manifest).unwrap();
        assert!(
            !manifest["dependencies"].to_string().contains("derive"),
            "{client}"
        );
    }
}

fn derives(source: &Source) -> bool {
    let words = all_words(&source.text);
    let derived = source
        .text
        .lines()
        .filter(|line| line.trim_start().starts_with("#[derive("));
    words.contains("serde_derive") || derived.into_iter().any(|line| line.contains("Serialize"))
}

#[test]
fn operations_are_short() {
    let folders = clients()
        .into_iter()
        .map(|client| format!("{client}/src/operations"));
    let breaches: Vec<String> = folders
        .flat_map(|folder| rust(&folder))
        .flat_map(|source| long_bodies(&source))
        .collect();
    demand_none("an operation is a few lines on the runtime", &breaches);
}

/// The functions whose body, without the braces, has too many lines. Generated code is laid out in one way only, so
/// that its lines tell where a function of an impl begins and ends.
fn long_bodies(source: &Source) -> Vec<String> {
    let functions = source.text.split("\n    pub fn ").skip(1);
    let bodies = functions.filter_map(|function| {
        function
            .split_once("{\n")?
            .1
            .split_once("\n    }\n")
            .map(|(body, _)| (function, body))
    });
    let long = bodies.filter(|(_, body)| body.lines().count() > MAX_BODY);
    let name = |function: &str| function.split('(').next().unwrap_or_default().to_owned();
    long.map(|(function, body)| {
        format!(
            "{}: {} has {} lines",
            source.path,
            name(function),
            body.lines().count()
        )
    })
    .collect()
}
