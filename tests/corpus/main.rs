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
use xtask_measure::corpus::{self, Options, Progress};

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
    assert_eq!((steps.into_inner(), ended.into_inner()), (12, 11));
    let found = corpus::json(&report);
    let documents = found["documents"].as_array().unwrap();
    let short: Vec<&Value> = documents
        .iter()
        .map(|document| &document["falls_short"])
        .collect();
    assert_eq!(short, [false, true, false, false, true, false], "{found:#}");
    assert_eq!(found["fell_short"], 2);
    is_fine(&documents[0]);
    is_invalid(&documents[1]);
    is_unequal(&documents[4]);
    let table = corpus::table(&report);
    let line = "unequal.yaml:12:20: roundtrip: i64: ";
    assert!(
        table.contains(line) && table.ends_with("6 documents, 2 fell short\n"),
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
    let samples = &document["samples"];
    assert_eq!(samples["wrong"], 0);
    assert_eq!(
        (&samples["schemas"], &samples["unsampled"]),
        (&json!(2), &json!(0))
    );
    assert!(samples["equal"].as_u64().unwrap() > 10, "{samples}");
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
    let examples = problems(document, "roundtrip");
    assert_eq!(examples[0].0, "example-refused");
    let unmatched = "models::Either: the value is valid and matches no variant of its union";
    assert_eq!(examples[1], ("example-unmatched", unmatched));
    let unmatched = "models::Unmatched: `/a/b` is valid and matches no variant of its union";
    assert_eq!(examples[2], ("example-unmatched", unmatched));
    assert_eq!(examples.len(), 3, "{examples:#?}");
    let samples = problems(document, "samples");
    assert_eq!(samples.len(), 1, "{samples:#?}");
    assert_eq!(samples[0].0, "sample-refused");
    assert!(
        samples[0]
            .1
            .ends_with("; the sample is 18446744073709551615")
    );
    assert_eq!(document["samples"]["wrong"], 1);
    assert_eq!(document["samples"]["unsampled"], 0);
}

/// The codes and messages of the problems that a stage found.
fn problems<'a>(document: &'a Value, stage: &str) -> Vec<(&'a str, &'a str)> {
    let problems = document["stages"][stage]["problems"].as_array().unwrap();
    let text = |problem: &'a Value, key: &str| problem[key].as_str().unwrap();
    problems
        .iter()
        .map(|problem| (text(problem, "code"), text(problem, "message")))
        .collect()
}
