//! What reaches the disk.

use std::fs;
use std::path::{Path, PathBuf};

use crate::documents::text;
use crate::places::PLACES;
use clientsmith_tests::soundness::check;

const PATHS: &[&str] = &[
    "../../../evil",
    "..\\..\\evil",
    "/evil",
    "C:\\evil",
    "..",
    ".",
    "",
    "con",
    "a/../../b",
    "\0",
];

#[test]
fn nothing_is_written_outside_the_folder() {
    let parent = tempfile::tempdir().unwrap();
    let outside = parent.path().join("a").join("b").join("c");
    let inside = outside.join("client");
    for (place, _, document) in PLACES {
        for path in PATHS {
            let case = format!("{place} {path:?}");
            let Ok(package) = check(&case, &text(&document(path))) else {
                continue;
            };
            let _ = package
                .write_to(&inside)
                .unwrap_or_else(|error| panic!("{case}: {error}"));
            assert!(
                package.stale_in(&inside).unwrap().is_empty(),
                "{case}: stale at once"
            );
            assert_eq!(
                files(parent.path(), &inside),
                Vec::<PathBuf>::new(),
                "{case}"
            );
        }
    }
}

/// The files under `folder`, those under `except` apart.
fn files(folder: &Path, except: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true if path == except => {}
            true => found.extend(files(&path, except)),
            false => found.push(path),
        }
    }
    found
}
