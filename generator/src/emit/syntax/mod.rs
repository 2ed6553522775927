//! Nodes of `syn`, built without tokens.
//!
//! Parsing tokens back is the dearest part of generation, so what every model repeats is built as nodes.

mod attribute;
mod expression;
mod pattern;
mod statement;
mod template;
mod type_node;

pub(super) use attribute::{doc, list, marker};
pub(super) use expression::{field_of, literal, method, mutably, path, question, shared};
pub(super) use pattern::arm;
pub(super) use statement::{expression, variable};
pub(super) use template::template;
pub(super) use type_node::{generic, named, qualified};
