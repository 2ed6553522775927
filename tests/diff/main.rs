//! Changes between documents: for each kind of change two small documents and the report about them.
//!
//! A case is a folder `tests/diff/cases/<code>/` with `old.yaml`, `new.yaml`, perhaps `settings.toml`, and `report.txt`. A new case is a new folder
//! with the two documents; [`UPDATE`] writes the report.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod case;
mod check;
mod codes;
mod formats;
mod page;
mod twins;

/// The command that makes the reports what they are now.
const UPDATE: &str = "cargo xtask bless";

#[test]
fn every_case_has_its_report() {
    let cases = case::all();
    let failures: Vec<String> = cases.iter().filter_map(check::check).collect();
    assert!(
        failures.is_empty(),
        "{} of {} reports differ:\n\n{}\nIf they are right, run\n    {UPDATE}\n",
        failures.len(),
        cases.len(),
        failures.join("\n")
    );
}
