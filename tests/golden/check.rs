//! Whether a case makes its golden files.

use std::collections::BTreeSet;
use std::fs;

use similar::TextDiff;

use crate::case::Case;
use crate::golden::{Files, generated, stored};

/// What is wrong with the golden files of `case`, as one unified diff a file; with `UPDATE_GOLDEN` in the
/// environment they are repaired instead.
pub fn check(case: &Case) -> Option<String> {
    let (golden, new) = (stored(case), generated(case));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        update(case, &golden, &new);
        return None;
    }
    let paths: BTreeSet<&String> = golden.keys().chain(new.keys()).collect();
    let diffs: Vec<String> = paths
        .into_iter()
        .filter_map(|path| difference(case, path, &golden, &new))
        .collect();
    (!diffs.is_empty()).then(|| diffs.join("\n"))
}

/// The state of one file and its unified diff, unless it is as it should be.
fn difference(case: &Case, path: &str, golden: &Files, new: &Files) -> Option<String> {
    let (golden, new) = (golden.get(path), new.get(path));
    let state = match (golden, new) {
        (Some(golden), Some(new)) if golden == new => return None,
        (Some(_), Some(_)) => "differs",
        (Some(_), None) => "is not generated any more",
        _ => "has no golden file",
    };
    let text = |file: Option<&String>| file.cloned().unwrap_or_default();
    let (golden, new) = (text(golden), text(new));
    let diff = TextDiff::from_lines(&golden, &new);
    let diff = diff
        .unified_diff()
        .header("golden", "generated")
        .to_string();
    Some(format!("tests/cases/{}/{path} {state}\n{diff}", case.name))
}

fn update(case: &Case, golden: &Files, new: &Files) {
    for orphan in golden.keys().filter(|path| !new.contains_key(*path)) {
        remove(case, orphan);
    }
    for (path, text) in new
        .iter()
        .filter(|(path, text)| golden.get(*path) != Some(text))
    {
        let path = case.folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Removes a file and the folders that this leaves empty.
fn remove(case: &Case, path: &str) {
    let path = case.folder.join(path);
    fs::remove_file(&path).unwrap();
    for folder in path
        .ancestors()
        .skip(1)
        .take_while(|folder| **folder != case.folder)
    {
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}
