//! What the README says of the cases.

use std::collections::BTreeSet;
use std::fs;

use clientsmith_tests::root;

use crate::sources::demand_none;

/// Cases that show no feature of their own.
const UNNAMED: &[&str] = &["warning-text"];

#[test]
fn the_readme_names_every_case_and_no_other() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let named: BTreeSet<String> = readme
        .split("](tests/cases/")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(name, _)| name.to_owned())
        .collect();
    let cases: BTreeSet<String> = fs::read_dir(root().join("tests/cases"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !UNNAMED.contains(&name.as_str()))
        .collect();
    let differing: Vec<String> = named.symmetric_difference(&cases).cloned().collect();
    demand_none(
        "the README links every case, and each link leads to one",
        &differing,
    );
}
