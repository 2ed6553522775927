//! The same document in YAML and in JSON.

use clientsmith::Package;
use clientsmith_tests::soundness;
use serde_json::Value;

use crate::json;

/// Demands that the notation of `document` makes no difference but in the manifest, which holds its hash.
pub fn check(document: &Value) {
    let yaml = serde_yaml::to_string(document).unwrap();
    let from_json = soundness::run("JSON", &json(document));
    let from_yaml = soundness::run("YAML", yaml.as_bytes());
    match (from_json, from_yaml) {
        (Ok(from_json), Ok(from_yaml)) => assert_same("YAML", &from_json, &from_yaml),
        (Err(from_json), Err(from_yaml)) => {
            let codes = |problems: &clientsmith::Diagnostics| {
                problems
                    .iter()
                    .map(|problem| problem.code.id)
                    .collect::<Vec<_>>()
            };
            let (left, right) = (codes(&from_json), codes(&from_yaml));
            assert_eq!(left, right, "YAML: refused otherwise\n{yaml}\n{from_yaml}");
        }
        (Ok(_), Err(problems)) => panic!("YAML: refused alone\n{problems}\n{yaml}"),
        (Err(problems), Ok(_)) => panic!("YAML: accepted alone\n{problems}\n{yaml}"),
    }
}

/// Demands that two packages have the same files, that with the hash of the document apart.
pub fn assert_same(case: &str, left: &Package, right: &Package) {
    let files = |package: &Package| {
        let files = package.files().filter(|(path, _)| *path != ".clientsmith");
        files
            .map(|(path, text)| (path.to_owned(), text.to_owned()))
            .collect::<Vec<_>>()
    };
    let (left, right) = (files(left), files(right));
    let paths = |files: &[(String, String)]| {
        files
            .iter()
            .map(|(path, _)| path.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(paths(&left), paths(&right), "{case}: other files");
    for ((path, left), (_, right)) in left.iter().zip(&right) {
        let differing = left
            .lines()
            .zip(right.lines())
            .find(|(left, right)| left != right);
        assert!(
            left == right,
            "{case}: another text in {path}: {differing:?}"
        );
    }
}
