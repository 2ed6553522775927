//! Structs.

use proc_macro2::Ident;
use quote::quote;
use syn::{Attribute, Item, Type as TypeNode};

use super::{implementation, setters, type_docs};
use crate::emit::docs;
use crate::emit::syntax::{
    self, fields as named_fields, generic, list, macro_call, marker, qualified, struct_item,
};
use crate::emit::types::{IN_MODELS, map_of};
use crate::ir::{Field, Presence, Struct, Type};

pub(super) fn emit(ty: &Type, fields: &Struct) -> Vec<Item> {
    let name = ty.name.to_ident();
    let mut items = vec![declaration(ty, fields)];
    items.extend(ty.usage.request.then(|| setters::emit(ty, fields)));
    items.push(implementation::emit(ty, fields));
    let sparse = fields.has_default.then(|| quote!(sparse));
    items.push(macro_call("model", "object", quote!(#sparse #name)));
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
        (docs, name.to_ident(), map_of(IN_MODELS.owned(ty)))
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
    (attributes, field.name.to_ident(), field_type(field))
}

/// The type of a field, absence included.
fn field_type(field: &Field) -> TypeNode {
    let ty = IN_MODELS.owned(&field.ty);
    match field.presence {
        Presence::Required => ty,
        Presence::Optional => generic("Option", ty),
        Presence::Patch => qualified(&["crate", "Patch"], [ty]),
    }
}

/// Says that an impl that names `fields` may use what the document marks as deprecated: it still travels.
pub(super) fn uses_deprecated<'a>(
    mut fields: impl Iterator<Item = &'a Field>,
) -> Option<Attribute> {
    fields.any(|field| field.deprecated).then(|| {
        list(
            "expect",
            quote!(deprecated, reason = "deprecated members still travel"),
        )
    })
}
