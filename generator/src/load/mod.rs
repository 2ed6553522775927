//! First stage: text becomes a [`Document`], a plain value tree that hands out `openapiv3` nodes one by one.

mod address;
mod codes;
mod dialect;
mod document;
mod files;
mod grammar;
mod node;
mod nodes;
mod origins;
mod reference;
mod schema_names;
mod text;
mod trail;
mod walk;

pub(crate) use address::{address, addressed};
pub(crate) use codes::ALL as CODES;
pub(crate) use dialect::{
    CODES as DIALECT_CODES, CONDITIONS, CONDITIONS_LEAD, OPEN, SWAGGER_CODES,
};
pub use document::Document;
#[cfg(feature = "cli")]
pub(crate) use document::{decoded, raw_value};
pub use files::Files;
pub(crate) use files::{FILES, as_written, file_stem};
pub(crate) use node::{Node, child, children, plain, target_of};
pub(crate) use nodes::Nodes;
pub(crate) use text::CODES as TEXT_CODES;
#[cfg(feature = "cli")]
pub(crate) use text::to_yaml;
