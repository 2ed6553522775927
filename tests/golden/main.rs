//! Golden cases: for each feature a small document and the code that it makes, which must also compile.
//!
//! A case is a folder `tests/cases/<feature>/` with `spec.yaml`, perhaps `settings.toml`, and what the generator
//! makes of them: the files below `out/`, `warnings.txt` where there are any, or `errors.txt` where there is no
//! client. A new case is a new folder; [`UPDATE`] fills in the rest.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod case;
mod check;
mod compile;
mod documentation;
mod golden;
mod runtime;
mod workspace;

use rayon::prelude::*;

/// The command that makes the golden files what the generator makes.
const UPDATE: &str = "cargo xtask bless";

#[test]
fn every_case_generates_its_golden_files() {
    let cases = case::all();
    let failures: Vec<String> = cases.par_iter().filter_map(check::check).collect();
    assert!(
        failures.is_empty(),
        "{} of {} cases differ from their golden files:\n\n{}\nIf the new output is right, run\n    {UPDATE}\n",
        failures.len(),
        cases.len(),
        failures.join("\n")
    );
}

#[test]
fn every_case_compiles_without_a_warning() {
    let (workspace, documentation) = workspace::write(&case::all());
    let failures = [
        compile::clippy(&workspace),
        compile::doc(&workspace, &documentation),
    ];
    let failures: Vec<String> = failures.into_iter().flatten().collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
