//! First stage: text becomes a [`Document`], a plain value tree that hands out `openapiv3` nodes one by one.

mod address;
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
pub(crate) use dialect::{CONDITIONS, CONDITIONS_LEAD, OPEN};
pub use document::{Document, decoded, raw_value};
pub use files::Files;
pub(crate) use files::{FILES, as_written, file_stem};
pub(crate) use node::{Node, child, children, plain, target_of, truth};
pub use nodes::Nodes;
pub use text::to_yaml;
