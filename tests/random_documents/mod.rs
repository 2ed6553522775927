//! OpenAPI documents made by chance: every construct, odd names, references to anywhere, and wrong shapes.
//!
//! A document is a pure function of bytes, so that a fuzzer can steer it. Bytes that are missing count as zeros, and
//! zeros choose what is simplest. What may stand in an object is a table; a new construct is a new row.

#![allow(
    clippy::indexing_slicing,
    reason = "what is indexed was made beforehand, and a test fails by panicking"
)]

mod annotations;
mod bodies;
mod choices;
mod components;
mod composition;
mod context;
mod mischief;
mod openapi;
mod operations;
mod parameters;
pub mod pointers;
mod references;
mod responses;
mod scalars;
mod schemas;
mod security;
mod swagger;
mod table;
mod texts;
mod words;

use serde_json::Value;

use choices::Choices;
use context::{Context, Dialect};

/// The document that `bytes` choose.
///
/// About half of them are meant to be valid; the others have parts that are wrong, missing or misplaced.
#[must_use]
pub fn document(bytes: &[u8]) -> Value {
    let mut choices = Choices::new(bytes);
    let dialect = *choices.one(&DIALECTS);
    let is_valid = choices.chance(50);
    let mut context = Context::new(choices, dialect);
    let mut root = match dialect {
        Dialect::Swagger2 => swagger::root(&mut context),
        Dialect::OpenApi30 | Dialect::OpenApi31 => openapi::root(&mut context),
    };
    references::aim(&mut root, &mut context.choices);
    if !is_valid {
        mischief::spoil(&mut root, &mut context.choices);
    }
    root
}

const DIALECTS: [Dialect; 8] = [
    Dialect::OpenApi30,
    Dialect::OpenApi30,
    Dialect::OpenApi30,
    Dialect::OpenApi30,
    Dialect::OpenApi30,
    Dialect::OpenApi31,
    Dialect::OpenApi31,
    Dialect::Swagger2,
];
