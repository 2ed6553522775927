//! What the README says of the cases.

use std::collections::BTreeSet;
use std::fs;

use clientsmith::settings::{KEYS, Key};
use clientsmith_tests::root;

use crate::sources::demand_none;

/// Cases that show no feature of their own.
const UNNAMED: &[&str] = &["warning-text"];

#[test]
fn the_readme_names_every_case_and_no_other() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let linked: BTreeSet<&str> = readme
        .split("](tests/cases/")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(name, _)| name)
        .collect();
    let cases = root().join("tests/cases");
    let lost = linked.iter().filter(|name| !cases.join(name).is_dir());
    demand_none(
        "each link leads to a case, or a folder of cases",
        &lost.map(ToString::to_string).collect::<Vec<_>>(),
    );
    let named: BTreeSet<&str> = linked
        .iter()
        .filter_map(|name| name.split('/').next())
        .collect();
    let folders = fs::read_dir(cases).unwrap();
    let unnamed: Vec<String> = folders
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !UNNAMED.contains(&name.as_str()) && !named.contains(name.as_str()))
        .collect();
    demand_none("the README links every folder of cases", &unnamed);
}

#[test]
fn the_readme_lists_every_setting_and_no_other() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let row = |key: &Key| format!("| `{}` | {} | {} |\n", key.path, key.value, key.absent);
    let table = "| Key | Value | If absent |\n|---|---|---|\n".to_owned();
    let table = table + &KEYS.iter().map(row).collect::<String>() + "\n";
    assert!(readme.contains(&table), "the README has no table\n{table}");
}
