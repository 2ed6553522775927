//! What the README and the pages in `docs` say of the cases and settings.

use std::collections::BTreeSet;
use std::fs;

use clientsmith::settings::{KEYS, Key};
use clientsmith_tests::root;

use crate::sources::demand_none;

/// Cases that show no feature of their own.
const UNNAMED: &[&str] = &["warning-text"];

#[test]
fn the_documentation_names_every_case_and_no_other() {
    let page = fs::read_to_string(root().join("docs/support.md")).unwrap();
    let linked: BTreeSet<&str> = page
        .split("](../tests/cases/")
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
    demand_none("docs/support.md links every folder of cases", &unnamed);
}

/// A reader in a hurry reads it whole.
#[test]
fn the_readme_is_short() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.lines().count() <= 200);
}

/// Links between the pages lead to files.
#[test]
fn links_lead_somewhere() {
    let docs = fs::read_dir(root().join("docs")).unwrap();
    let docs = docs.map(|entry| entry.unwrap().path());
    let own = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"].map(|page| root().join(page));
    let mut lost = Vec::new();
    for page in docs.chain(own) {
        let text = fs::read_to_string(&page).unwrap();
        for link in text
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split([')', '#']).next())
        {
            let target = page.parent().unwrap().join(link);
            if !link.is_empty() && !link.contains("://") && !target.exists() {
                lost.push(format!("{}: {link}", page.display()));
            }
        }
    }
    demand_none("links between pages lead to files", &lost);
}

#[test]
fn the_documentation_lists_every_setting_and_no_other() {
    let page = fs::read_to_string(root().join("docs/settings.md")).unwrap();
    let row = |key: &Key| format!("| `{}` | {} | {} |\n", key.path, key.value, key.absent);
    let table = "| Key | Value | If absent |\n|---|---|---|\n".to_owned();
    let table = table + &KEYS.iter().map(row).collect::<String>() + "\n";
    assert!(
        page.contains(&table),
        "docs/settings.md has no table\n{table}"
    );
}
