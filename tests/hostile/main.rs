//! Documents and settings that try to break out of the generated crate, or to break the generator down.
//!
//! Whatever comes in, one of two things comes out: a package that is sound (see [`sound`]), twice the same, or
//! diagnostics that say where. [`check::check`] is the one statement of that; the other modules are its data.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod aliases;
mod bytes;
mod check;
mod collisions;
mod comments;
mod depth;
mod documents;
mod every;
mod isolated;
mod literals;
mod mutations;
mod names;
mod places;
mod references;
mod settings;
mod shapes;
mod sound;
mod texts;
mod title;
mod unique;
mod width;
mod write;
