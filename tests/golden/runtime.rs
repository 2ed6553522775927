//! Clients that contain the runtime, and clients that depend on it.

use std::collections::BTreeMap;
use std::path::Path;

use clientsmith::Package;
use clientsmith::settings::RuntimeSettings;
use rayon::prelude::*;

use crate::case::{self, Case};
use crate::workspace::{EMBEDDED, in_repository};

/// What shows that a client contains a part of the runtime: the text of one of its files.
const PARTS: &[(&str, &str)] = &[
    ("dates", "mod dates;"),
    ("finite", "mod finite;"),
    ("integer_enum", "macro_rules! integer_enum"),
    ("unions", "mod unions;"),
];

#[test]
fn the_code_of_a_client_differs_in_one_line() {
    let failures: Vec<String> = case::all().par_iter().filter_map(difference).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn difference(case: &Case) -> Option<String> {
    let embedded = case.generate_with(RuntimeSettings::Embedded).ok()?;
    let on_crate = case.generate_with(in_repository()).ok()?;
    let (embedded, on_crate) = (code(&embedded), code(&on_crate));
    assert!(embedded.keys().eq(on_crate.keys()), "{}", case.name);
    let lines = |files: &BTreeMap<&str, &str>| -> Vec<String> {
        let lines = files.iter().flat_map(|(path, text)| {
            let lines = text.lines().filter(|line| !line.is_empty());
            let lines = lines.map(move |line| format!("{path}: {line}"));
            lines.collect::<Vec<_>>()
        });
        lines.collect()
    };
    let (one, other) = (lines(&embedded), lines(&on_crate));
    assert_eq!(one.len(), other.len(), "{}", case.name);
    let different: Vec<_> = one
        .iter()
        .zip(&other)
        .filter(|(one, other)| one != other)
        .collect();
    let is_right = matches!(
        different.as_slice(),
        [(one, other)] if *one == "src/lib.rs: pub mod runtime;"
            && *other == "src/lib.rs: pub use clientsmith_runtime::runtime;"
    );
    (!is_right).then(|| format!("{}: {different:#?}", case.name))
}

/// The code of a client beside its runtime.
fn code(package: &Package) -> BTreeMap<&str, &str> {
    let files = package.files();
    files
        .filter(|(path, _)| is_source(path) && !path.starts_with("src/runtime/"))
        .collect()
}

#[test]
fn each_part_is_compiled_in_a_client_and_left_out_of_another() {
    let cases = case::all();
    let embedded: Vec<String> = EMBEDDED
        .iter()
        .map(|name| {
            let case = cases.iter().find(|case| case.name == *name);
            let case = case.unwrap_or_else(|| panic!("there is no case {name}"));
            let package = case.generate_with(RuntimeSettings::Embedded).unwrap();
            let runtime = package
                .files()
                .filter(|(path, _)| path.starts_with("src/runtime/"));
            runtime.map(|(_, text)| text).collect()
        })
        .collect();
    for (part, text) in PARTS {
        let with = embedded
            .iter()
            .filter(|runtime| runtime.contains(text))
            .count();
        assert!(with > 0, "no embedded runtime contains {part}");
        assert!(
            with < embedded.len(),
            "each embedded runtime contains {part}"
        );
    }
}

fn is_source(path: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|extension| extension == "rs")
}
