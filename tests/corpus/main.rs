//! `cargo xtask corpus` finds what falls short, and nothing else.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use clientsmith_tests::root;
use serde_json::{Value, json};
use xtask::corpus::{self, Options, Progress};

#[test]
fn what_falls_short_is_found() {
    let (steps, ended) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let folder = root().join("tests/corpus/documents");
    let report = corpus::run(&root(), &folder, &options(), &|progress| match progress {
        Progress::Steps(all) => steps.store(all, Ordering::Relaxed),
        Progress::Began(name) => assert!(folder.join(name).is_file()),
        Progress::Ended => drop(ended.fetch_add(1, Ordering::Relaxed)),
        Progress::Compiled(..) => {}
    })
    .unwrap();
    assert_eq!((steps.into_inner(), ended.into_inner()), (6, 5));
    let found = corpus::json(&report);
    let documents = found["documents"].as_array().unwrap();
    let short: Vec<&Value> = documents
        .iter()
        .map(|document| &document["falls_short"])
        .collect();
    assert_eq!(short, [false, true, true], "{found:#}");
    assert_eq!(found["fell_short"], 2);
    is_fine(&documents[0]);
    is_invalid(&documents[1]);
    is_unequal(&documents[2]);
    let table = corpus::table(&report);
    let line = "unequal.yaml:12:20: roundtrip: i64: ";
    assert!(
        table.contains(line) && table.ends_with("3 documents, 2 fell short\n"),
        "{table}"
    );
}

fn options() -> Options {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("corpus");
    Options {
        check: false,
        clippy: false,
        roundtrip: true,
        jobs: 1,
        folder: folder.join("crates"),
        target: folder.join("target"),
    }
}

fn is_fine(document: &Value) {
    assert_eq!(
        document["examples"],
        json!({"equal": 4, "invalid": 1, "skipped": 0})
    );
    let free_form = json!([{
        "place": {"pointer": "/components/schemas/Thing/properties/anything", "line": 25, "column": 9},
        "reason": "document",
        "warnings": null,
    }]);
    assert_eq!(document["free_form"], free_form);
}

fn is_invalid(document: &Value) {
    let problem = &document["stages"]["generate"]["problems"][0];
    assert_eq!(problem["code"], "dialect-unsupported");
    let place = json!({"pointer": "/openapi", "line": 2, "column": 14});
    assert_eq!(problem["place"], place);
}

fn is_unequal(document: &Value) {
    let problems = document["stages"]["roundtrip"]["problems"]
        .as_array()
        .unwrap();
    let told: Vec<_> = problems
        .iter()
        .map(|problem| {
            (
                problem["code"].as_str().unwrap(),
                problem["message"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(told.len(), 2, "{problems:#?}");
    assert_eq!(told[0].0, "example-refused");
    assert_eq!(
        told[1],
        (
            "example-differs",
            "models::Either: `/b` is lost, it was \"second\""
        )
    );
}
