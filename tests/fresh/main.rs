//! The checked-in clients are what their documents say, and what a document says does not depend on where or how often
//! it is asked.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod clients;
mod made;
mod parallelism;
mod surroundings;
mod twin;
