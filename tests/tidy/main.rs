//! What ARCHITECTURE.md promises of the code, read from the code.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod apis;
mod attributes;
mod build_script;
mod clients;
mod codes;
mod crates;
mod features;
mod imports;
mod naming;
mod prose;
mod readme;
mod size;
mod sources;
mod words;
mod workflows;
