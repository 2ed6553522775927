//! What the documents of the repository make.

use std::collections::BTreeMap;

use clientsmith::Package;
use clientsmith_tests::root;
use xtask::api::Api;
use xtask::package::Warnings;
use xtask::{api, package};

/// Files with their content, by path.
pub type Files = BTreeMap<String, String>;

/// Everything that the documents make, with the warnings.
pub fn everything() -> Files {
    api::all(&root())
        .unwrap()
        .iter()
        .flat_map(|api| {
            files(
                api,
                &package::generate(&root(), api, Warnings::Shown).unwrap(),
            )
        })
        .collect()
}

/// The files of `package`, which is the client of `api`, and the warnings.
pub fn files(api: &Api, package: &Package) -> Files {
    let name = |path: &str| format!("{}/{path}", api.name);
    let mut files: Files = package
        .files()
        .map(|(path, content)| (name(path), content.to_owned()))
        .collect();
    files.insert(name("warnings"), package.warnings().render(false));
    files
}

/// Fails if `other` is not byte for byte what `files` is, and names what differs.
pub fn assert_same(files: &Files, other: &Files) {
    let paths = files.keys().chain(other.keys());
    let mut differing: Vec<&String> = paths
        .filter(|path| files.get(*path) != other.get(*path))
        .collect();
    differing.sort();
    differing.dedup();
    assert!(differing.is_empty(), "these differ: {differing:?}");
}
