//! Nodes of `syn`, built without tokens.
//!
//! Parsing tokens back is the dearest part of generation, so what clients repeat is built as nodes.

mod attribute;
mod call;
mod declaration;
mod doc_comment;
mod expression;
mod field;
mod function;
mod import;
mod item;
mod literal;
mod statement;
mod structure;
mod type_node;

use proc_macro2::{Ident, Span};

pub(super) use attribute::{list, marker, with_text};
pub(super) use call::{call, method};
pub(super) use declaration::{enum_item, struct_item, variant};
pub(super) use doc_comment::{docs, module_docs, take_texts};
pub(super) use expression::{
    assignment, associated, closure, field_of, first_of, local, path, qualified_path, shared, slice,
};
pub(super) use field::{content, fields};
pub(super) use function::{Function, argument, by_reference, by_value, mutable};
pub(super) use import::{export, import};
pub(super) use item::{implementation, macro_block, macro_call, module, public, static_item};
pub(super) use literal::{boolean, integer, literal, number, suffixed};
pub(super) use statement::{expression, value};
pub(super) use structure::{member, same_member, structure};
pub(super) use type_node::{
    any_text, generic, into, into_patch, list_of, member_of, named, qualified, reference,
    with_elided_lifetime, with_turbofish,
};

/// Returns a name that is known to be an identifier.
pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
