//! The crates of all cases as one cargo workspace, beside the target folder's other content.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use clientsmith::settings::RuntimeSettings;

use crate::case::Case;
use crate::documentation;

/// The cases that are compiled with an embedded runtime.
pub const EMBEDDED: &[&str] = &[
    "bodies",
    "decode-dates",
    "empty",
    "enum-integer",
    "formats-number",
    "nullable-update",
    "union-conversions",
];

/// Writes the crates of `cases`, leaves files alone that are right already, and gives the folder of the workspace and
/// the names of the crates to document.
pub fn write(cases: &[Case]) -> (PathBuf, Vec<String>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden-crates");
    fs::create_dir_all(&folder).unwrap();
    let members: Vec<&str> = cases
        .par_iter()
        .filter_map(|case| member(&folder, case))
        .collect();
    let documentation = documentation::write(&folder, cases);
    let members = members
        .into_iter()
        .chain(documentation.iter().map(String::as_str));
    put(&folder.join("Cargo.toml"), &manifest(members));
    // The versions that the repository builds with, so that nothing is looked up.
    let lock = fs::read_to_string(clientsmith_tests::root().join("Cargo.lock")).unwrap();
    put(&folder.join("Cargo.lock"), &lock);
    (folder, documentation)
}

fn member<'a>(folder: &Path, case: &'a Case) -> Option<&'a str> {
    let package = case.generate_with(runtime(case)).ok()?;
    let written = package.write_to(&folder.join(&case.name));
    written.unwrap_or_else(|error| panic!("{}: {error}", case.name));
    Some(&case.name)
}

/// Where the runtime of a case is: compiled once, in the package of this repository, except for a few cases that show
/// that it compiles in a client too, with each of its parts and without.
fn runtime(case: &Case) -> RuntimeSettings {
    if EMBEDDED.contains(&case.name.as_str()) {
        RuntimeSettings::Embedded
    } else {
        in_repository()
    }
}

/// The setting of clients that depend on the package in this repository.
pub fn in_repository() -> RuntimeSettings {
    let path = clientsmith_tests::root().join("generator/runtime");
    RuntimeSettings::Crate {
        path: Some(path.to_str().expect("the path is Unicode").to_owned()),
    }
}

fn manifest<'a>(members: impl Iterator<Item = &'a str>) -> String {
    let mut text = "[workspace]\nresolver = \"3\"\nmembers = [\n".to_owned();
    for member in members {
        writeln!(text, "    \"{member}\",").unwrap();
    }
    text + "]\n\n[profile.dev]\ndebug = false\nincremental = false\n"
}

/// Writes `text` to `path`, unless the file is right already.
pub fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    if fs::read_to_string(path).ok().as_deref() != Some(text) {
        fs::write(path, text).unwrap();
    }
}
