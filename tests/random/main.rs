//! Random documents, and what holds for all of them.
//!
//! A run checks the same documents each time, so that it never fails by chance. To check others, choose how many and
//! where to start; to check that what they make compiles, run the ignored tests:
//!
//! ```sh
//! RANDOM_CASES=100000 RANDOM_START=1000 cargo test -p clientsmith-tests --test random
//! RANDOM_CASES=300 cargo test -p clientsmith-tests --test random -- --ignored
//! ```
//!
//! A document that fails is made as small as it can be before it is shown.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod cases;
mod compile;
mod fault;
mod order;
mod shrink;
mod twin;

use clientsmith_tests::soundness;
use serde_json::Value;

#[test]
fn every_document_ends_well() {
    cases::every(500, |document| {
        let _ = soundness::check("random", &json(document));
    });
}

#[test]
fn yaml_and_json_make_the_same() {
    cases::every(150, twin::check);
}

#[test]
fn the_order_of_keywords_decides_nothing() {
    cases::every(150, order::check_keywords);
}

#[test]
fn the_order_of_members_names_no_type() {
    cases::every(150, order::check_names);
}

#[test]
#[ignore = "compiles a crate for each document"]
fn what_is_made_compiles() {
    compile::check();
}

/// The text of a document.
fn json(document: &Value) -> Vec<u8> {
    document.to_string().into_bytes()
}
