//! Documents and settings that try to break out of the generated crate, or to break the generator down.
//!
//! Whatever comes in, one of two things comes out: a sound package, twice the same, or
//! diagnostics that say where. [`clientsmith_tests::soundness::check`] is the one statement of that; the modules here
//! are its data.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod aliases;
mod bytes;
mod collisions;
mod depth;
mod documents;
mod every;
mod isolated;
mod mutations;
mod names;
mod places;
mod references;
mod settings;
mod shapes;
mod texts;
mod title;
mod width;
mod write;
