//! Structs.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Attribute, Item, Type as TypeNode};

use super::{setters, type_docs};
use crate::emit::docs;
use crate::emit::syntax::{self, fields as named_fields, list, macro_call, marker, struct_item};
use crate::emit::types::IN_MODELS;
use crate::ir::{Field, Presence, Struct, Type, TypeRef};
use crate::signature::{extra_type, field_type};

pub(super) fn emit(ty: &Type, fields: &Struct) -> Vec<Item> {
    let mut items = vec![
        declaration(ty, fields),
        macro_call("model", "object", members(ty, fields)),
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

/// What the runtime's macro for objects is told.
fn members(ty: &Type, fields: &Struct) -> TokenStream {
    let name = ty.name.to_ident();
    let sparse = fields.has_default.then(|| quote!(sparse));
    let groups = fields
        .fields
        .chunk_by(|left, right| access(left) == access(right));
    let groups = groups.map(group);
    let extra = fields.extra.iter().map(|(name, _)| name.to_ident());
    let number = fields.has_extra_numbers.then(|| quote!(number));
    let extra = extra.map(|name| quote!(; #name #number));
    quote!(#sparse #name #(#groups)* #(#extra)*)
}

/// Neighbours that are read and written alike: how, and each with its key in JSON.
fn group(members: &[Field]) -> TokenStream {
    let kind = members.first().map(access).map(word).map(syntax::ident);
    let members = members.iter().map(|field| {
        let (name, key) = (field.name.to_ident(), &field.wire);
        quote!(#name(#key))
    });
    quote!(#kind[#(#members),*])
}

/// Whether reading fails without the member. One that may be `null` is read as `null` when it is absent.
fn is_needed(field: &Field) -> bool {
    field.presence == Presence::Required && !matches!(field.ty, TypeRef::Optional(_))
}

/// How a field is read and written, and whether it is a number.
type Access = (Reading, bool);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Required,
    /// What is missing or `null` reads as the default of the type.
    Defaulted,
    /// What is missing reads as `null`.
    Nullable,
    Optional,
    /// As `Optional`, and never written.
    ReadOnly,
    /// A missing value differs from `null`.
    Patch,
}

fn access(field: &Field) -> Access {
    let reading = match field.presence {
        Presence::Patch => Reading::Patch,
        Presence::Required if field.is_defaulted => Reading::Defaulted,
        Presence::Required if is_needed(field) => Reading::Required,
        Presence::Required => Reading::Nullable,
        Presence::Optional if field.read_only => Reading::ReadOnly,
        Presence::Optional => Reading::Optional,
    };
    (reading, field.is_number)
}

/// What the runtime's macro calls the functions that read and write a field.
fn word((reading, is_number): Access) -> &'static str {
    let (plain, of_number) = match reading {
        Reading::Required => ("required", "required_number"),
        Reading::Defaulted => ("defaulted", "defaulted_number"),
        Reading::Nullable => ("nullable", "nullable_number"),
        Reading::Optional => ("optional", "optional_number"),
        Reading::ReadOnly => ("read_only", "read_only_number"),
        Reading::Patch => ("patch", "patch_number"),
    };
    if is_number { of_number } else { plain }
}
