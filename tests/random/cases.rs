//! Many random documents in one test.

use std::env;

use clientsmith_tests::random_documents;
use rayon::prelude::*;
use serde_json::Value;

use crate::fault::fault;
use crate::shrink::shrink;

/// Failures that are shown; shrinking takes its time.
const SHOWN: usize = 5;

/// Runs `check` on many documents, `usual` of them unless the environment says how many, and fails with the smallest
/// documents that fail likewise.
pub fn every(usual: u64, check: impl Fn(&Value) + Sync) {
    let failures: Vec<u64> = numbers(usual)
        .into_par_iter()
        .filter(|number| fault(&check, &document(*number)).is_some())
        .collect();
    let shown: Vec<String> = failures
        .par_iter()
        .take(SHOWN)
        .map(|number| report(*number, &check))
        .collect();
    let count = failures.len();
    assert!(
        failures.is_empty(),
        "{count} failures: {failures:?}\n{}",
        shown.join("\n")
    );
}

/// The numbers of the documents to check.
pub fn numbers(usual: u64) -> std::ops::Range<u64> {
    let start = variable("RANDOM_START").unwrap_or_default();
    start..start + variable("RANDOM_CASES").unwrap_or(usual)
}

fn variable(name: &str) -> Option<u64> {
    let text = env::var(name).ok()?;
    Some(
        text.parse()
            .unwrap_or_else(|error| panic!("{name} is {text:?}: {error}")),
    )
}

/// The document with this number.
pub fn document(number: u64) -> Value {
    let mut random = fastrand::Rng::with_seed(number);
    let length = random.usize(100..6_000);
    let bytes: Vec<u8> = (0..length).map(|_| random.u8(..)).collect();
    random_documents::document(&bytes)
}

fn report(number: u64, check: &(impl Fn(&Value) + Sync)) -> String {
    let smallest = shrink(document(number), check);
    let fault = fault(check, &smallest).unwrap_or_default();
    let text = serde_yaml::to_string(&smallest).unwrap();
    format!("--- document {number}: {fault}\n{text}")
}
