//! Structs.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Attribute, Item, Type as TypeNode};

use super::{setters, type_docs};
use crate::emit::docs;
use crate::emit::syntax::{self, fields as named_fields, list, macro_block, marker, struct_item};
use crate::emit::types::IN_MODELS;
use crate::ir::{Field, Presence, Struct, Type, TypeRef};
use crate::signature::{extra_type, field_type};

/// The comment above the members.
const MEMBERS: &str =
    "`Serialize` and `Deserialize`: how each field is encoded, and its name in JSON.";

pub(super) fn emit(ty: &Type, fields: &Struct) -> Vec<Item> {
    let mut items = vec![
        declaration(ty, fields),
        macro_block(MEMBERS, "model", "object", members(ty, fields)),
    ];
    if ty.usage.request {
        items.extend(setters::emit(ty, fields));
    }
    items
}

fn declaration(ty: &Type, fields: &Struct) -> Item {
    let derives = if fields.has_default {
        quote!(Clone, Debug, PartialEq, Default)
    } else {
        quote!(Clone, Debug, PartialEq)
    };
    let mut attributes = type_docs(ty);
    attributes.extend([list("derive", derives), marker("non_exhaustive")]);
    let members = fields.fields.iter().map(|member| field(ty, member));
    let extra = fields.extra.iter().map(|(name, ty)| {
        let docs = docs::outer("", "Members that the document does not list by name.");
        (docs, name.to_ident(), IN_MODELS.used(extra_type(ty)))
    });
    let members = named_fields(members.chain(extra));
    struct_item(attributes, ty.name.to_ident(), members)
}

fn field(ty: &Type, field: &Field) -> (Vec<Attribute>, Ident, TypeNode) {
    let mut lines = docs::text(&field.description, &format!("{}.", docs::code(&field.wire)));
    if field.read_only && ty.usage.request {
        lines.extend([
            String::new(),
            "Only the API sets this; it is left out of requests.".to_owned(),
        ]);
    }
    let mut attributes = syntax::docs(&lines);
    attributes.extend(field.deprecated.then(|| marker("deprecated")));
    let ty = IN_MODELS.used(field_type(field));
    (attributes, field.name.to_ident(), ty)
}

/// Returns the input of the runtime's macro for objects: each field with how its member is there, and the member's
/// name.
fn members(ty: &Type, fields: &Struct) -> TokenStream {
    let name = ty.name.to_ident();
    let start = fields.has_default.then(|| quote!(from Default));
    let members = fields.fields.iter().map(|field| {
        let (name, kind) = (field.name.to_ident(), syntax::ident(kind(field)));
        let key = &field.wire;
        quote!(#name: #kind #key,)
    });
    let extra = fields.extra.iter().map(|(name, _)| {
        let name = name.to_ident();
        let numbers = fields.has_extra_numbers.then(|| quote!(: numbers));
        quote!(..#name #numbers)
    });
    quote!(#name #start { #(#members)* #(#extra)* })
}

/// Returns whether reading fails without the member. One that may be `null` is read as `null` when it is absent.
fn is_needed(field: &Field) -> bool {
    field.presence == Presence::Required && !matches!(field.ty, TypeRef::Optional(_))
}

/// Returns the functions of the runtime that read and write a field.
fn kind(field: &Field) -> &'static str {
    let (kind, of_number) = match field.presence {
        Presence::Patch => ("patch", "patch_number"),
        Presence::Required if field.is_defaulted => ("defaulted", "defaulted_number"),
        Presence::Required if is_needed(field) => ("required", "required_number"),
        Presence::Required => ("nullable", "nullable_number"),
        Presence::Optional if field.read_only => ("read_only", "read_only_number"),
        Presence::Optional => ("optional", "optional_number"),
    };
    if field.is_number { of_number } else { kind }
}
