//! Tests the generator with many documents, and measures how fast it is.
//!
//! `cargo xtask corpus` and `cargo xtask bench` build and run this package.

pub mod bench;
pub mod corpus;
