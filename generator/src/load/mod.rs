//! First stage: text becomes a [`Document`], a plain value tree that hands out `openapiv3` nodes one by one.

mod codes;
mod dialect;
mod document;
mod files;
mod grammar;
mod node;
mod origins;
mod reference;
mod text;
mod trail;
mod walk;

pub use document::Document;
pub(crate) use files::FILES;
pub use files::Files;
pub(crate) use node::{Node, child, children, plain, target_of};
