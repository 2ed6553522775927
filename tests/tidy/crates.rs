//! Which stage may use what.

use crate::sources::{Source, demand_none, rust};
use crate::words::{paths, words};

/// A word and the folders or files that may say it.
const ALLOWED: &[(&str, &[&str])] = &[
    (
        "openapiv3",
        &["generator/src/load/", "generator/src/lower/"],
    ),
    ("quote", &["generator/src/emit/", "generator/src/render/"]),
    ("prettyplease", &["generator/src/render/"]),
    ("serde_yaml", &["generator/src/load/text/yaml.rs", "xtask/"]),
    (
        "fs",
        &[
            "generator/src/api_files/",
            "generator/cli/src/",
            "generator/src/package/",
            "xtask/",
        ],
    ),
    ("OpenOptions", &["generator/src/package/", "xtask/"]),
    (
        "tempfile",
        &[
            "generator/src/package/",
            "generator/cli/src/update/",
            "xtask/",
        ],
    ),
    ("SystemTime", &["generator/cli/src/day.rs", "xtask/"]),
    ("toml_edit", &["generator/cli/src/update/"]),
    ("RandomState", &[]),
];

/// Where nothing may be unordered.
const ORDERED: &[&str] = &[
    "generator/src/analyze/",
    "generator/src/crate_files/",
    "generator/src/emit/",
    "generator/src/ir/",
    "generator/src/package/",
    "generator/src/render/",
    "generator/src/signature/",
    "generator/src/surface/",
];

#[test]
fn each_stage_uses_what_it_may() {
    let sources = [
        "generator/cli/src",
        "generator/src",
        "xtask/src",
        "xtask/measure",
    ]
    .into_iter()
    .flat_map(rust);
    let breaches: Vec<String> = sources.flat_map(|source| breaches(&source)).collect();
    demand_none("libraries belong to their stages", &breaches);
}

fn breaches(source: &Source) -> Vec<String> {
    let paths = paths(source);
    let allowed = |places: &[&str]| places.iter().any(|place| source.path.starts_with(place));
    let wrong = ALLOWED
        .iter()
        .filter(|(word, places)| paths.contains(*word) && !allowed(places));
    wrong
        .map(|(word, _)| format!("{}: {word}", source.path))
        .collect()
}

#[test]
fn nothing_unordered_is_near_the_output() {
    let near = |source: &Source| ORDERED.iter().any(|place| source.path.starts_with(place));
    let mut breaches = Vec::new();
    for source in rust("generator/src").iter().filter(|source| near(source)) {
        let words = words(source);
        let unordered = ["HashMap", "HashSet"]
            .into_iter()
            .filter(|word| words.contains(*word));
        breaches.extend(unordered.map(|word| format!("{}: {word}", source.path)));
    }
    demand_none("what leads to a file is ordered", &breaches);
}
