//! First stage: text becomes a [`Document`], a plain value tree that hands out `openapiv3` nodes one by one.

mod codes;
mod document;
mod node;
mod reference;
mod text;

pub use document::Document;
pub(crate) use node::{Node, child, children, plain, target_of};
