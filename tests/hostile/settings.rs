//! Settings files that are meant to break out or break down.

use std::panic::{AssertUnwindSafe, catch_unwind};

use clientsmith::{Diagnostics, Document, Settings, generate};
use serde_json::{Value, json};

use crate::documents::{of_operation, operation, text};
use crate::every::every;
use crate::texts::texts;
use clientsmith_tests::soundness::package as sound;

/// Every key that a file can have, with a hole for a hostile string.
const KEYS: &[&str] = &[
    "[package]\nname = HOLE",
    "[package]\nversion = HOLE",
    "[package]\ndescription = HOLE",
    "[package]\nlicense = HOLE",
    "[package]\nrepository = HOLE",
    "[package]\nkeywords = [HOLE]",
    "[package]\ncategories = [HOLE]",
    "[environment]\nbase_url = HOLE",
    "[environment.schemes.key]\ntoken = HOLE",
    "[environment.schemes.key]\nusername = HOLE",
    "[environment.schemes.HOLE]\ntoken = 'A'",
    "runtime = HOLE",
    "runtime = { path = HOLE }",
    "HOLE = 1",
    "[HOLE]",
];

#[test]
fn strings_stay_where_they_stand() {
    let texts = texts();
    every(
        KEYS.iter()
            .flat_map(|key| texts.iter().map(move |text| (key, text))),
        |(key, hostile)| {
            let shown: String = hostile.chars().take(40).collect();
            // JSON's strings are TOML's one-line strings, apart from what JSON leaves as it is.
            let quoted = json!(hostile).to_string().replace('\u{7f}', "\\u007f");
            check(&format!("{key} {shown:?}"), &key.replace("HOLE", &quoted));
        },
    );
}

#[test]
fn a_file_may_be_anything() {
    let deep = ["[", "{a=", "[[", "a."].map(|open| format!("a = {}", open.repeat(10_000)));
    let keys = format!("{} = 1", vec!["a"; 10_000].join("."));
    let wide = (0..50_000)
        .map(|place| format!("k{place} = 1\n"))
        .collect::<Vec<_>>()
        .concat();
    let others = [
        "",
        "\0",
        "\u{feff}",
        "=",
        "[",
        "a = ",
        "a = 1\na = 2",
        "[package]\n[package]",
        "package = 5",
        "package = []",
    ];
    let generated = [keys, wide, "#".repeat(1 << 20), "a".repeat(1 << 20)];
    every(
        deep.into_iter()
            .chain(generated)
            .chain(others.map(str::to_owned)),
        |file| {
            let shown: String = file.chars().take(40).collect();
            check(&shown, &file);
        },
    );
}

#[test]
fn values_may_be_of_another_kind() {
    let values = [
        "1",
        "1.5",
        "nan",
        "true",
        "[]",
        "[1, 'a']",
        "{}",
        "{ a = 1 }",
        "1979-05-27",
        "''",
        "['']",
    ];
    let files = KEYS
        .iter()
        .flat_map(|key| values.map(|value| key.replace("HOLE", value)));
    every(files, |file| check(&file, &file));
}

#[test]
fn every_prefix_of_a_file_ends_well() {
    let file = "[package]\nname = 'a'\nversion = \"1.2.3\"\nkeywords = ['b', \"c\"]\n[environment.schemes.key]\ntoken = 'D'\n";
    every(0..file.len(), |end| {
        check(&format!("first {end} bytes"), &file[..end]);
    });
}

#[test]
fn names_may_be_anything() {
    every(texts(), |name| {
        let settings = Settings::for_package(&name);
        make("name of the package", &settings);
        let path = format!("{name}.toml");
        let _ = Settings::read(&path, "").map(|settings| make("name of the file", &settings));
    });
}

/// Demands a sound package or a report.
fn check(case: &str, file: &str) {
    let read = catch_unwind(AssertUnwindSafe(|| Settings::read("hostile.toml", file)));
    match read.unwrap_or_else(|_| panic!("{case}: panicked")) {
        Ok(settings) => make(case, &settings),
        Err(faults) => report_is_sound(case, &faults),
    }
}

/// A document with a security scheme, for which settings name variables.
fn document() -> Value {
    let mut root = of_operation(operation("get"));
    root["components"]["securitySchemes"]["key"] = json!({ "type": "http", "scheme": "bearer" });
    root["security"] = json!([{ "key": [] }]);
    root
}

fn make(case: &str, settings: &Settings) {
    let document = Document::read("hostile.yaml", &text(&document())).unwrap();
    match generate(&document, settings) {
        Ok(package) => sound::check(case, &package),
        Err(problems) => {
            panic!("{case}: the settings were accepted, the package was not\n{problems}")
        }
    }
}

fn report_is_sound(case: &str, faults: &Diagnostics) {
    let report = faults.render(false);
    assert!(
        faults.has_errors() && report.contains("hostile.toml:"),
        "{case}: {report}"
    );
}
