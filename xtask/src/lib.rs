//! What the project's own commands do, as functions that the commands and the tests share.
//!
//! An API is a document in `spec/` with its settings beside it; its client is the folder of the same name in
//! `generated-client/`. [`generate`] writes that folder and [`check`] tells where it is not what the document says.

pub mod api;
pub mod cargo_lock;
pub mod check;
pub mod diff;
mod failure;
pub mod generate;
pub mod measure;
pub mod new;
pub mod package;
pub mod revision;
pub mod root;

pub use failure::Failure;
