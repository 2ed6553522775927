//! Structs.

use quote::quote;
use syn::punctuated::Punctuated;
use syn::token::{Brace, Pub};
use syn::{Attribute, Fields, FieldsNamed, Item, ItemStruct, Token, Type as TypeNode, Visibility};

use super::{implementation, setters, type_docs};
use crate::emit::docs;
use crate::emit::syntax::{doc, generic, list, marker, qualified};
use crate::emit::types::{IN_MODELS, map_of};
use crate::ir::{Field, Presence, Struct, Type};

pub(super) fn emit(ty: &Type, fields: &Struct) -> Vec<Item> {
    let name = ty.name.to_ident();
    let mut items = vec![Item::Struct(declaration(ty, fields))];
    if ty.usage.request {
        items.push(Item::Verbatim(setters::emit(ty, fields)));
    }
    items.push(implementation::emit(ty, fields));
    let sparse = fields.has_default.then(|| quote!(sparse));
    items.push(Item::Verbatim(quote!(model::object!(#sparse #name);)));
    items
}

fn declaration(ty: &Type, fields: &Struct) -> ItemStruct {
    let derives = if fields.has_default {
        quote!(Clone, Debug, PartialEq, Default)
    } else {
        quote!(Clone, Debug, PartialEq)
    };
    let members = fields
        .fields
        .iter()
        .map(field)
        .chain(fields.extra.iter().map(|(name, ty)| {
            let docs = " Members that the document does not list by name.";
            member(vec![doc(docs)], name.to_ident(), map_of(IN_MODELS.node(ty)))
        }));
    ItemStruct {
        attrs: vec![
            type_docs(ty),
            list("derive", derives),
            marker("non_exhaustive"),
        ],
        vis: public(),
        struct_token: <Token![struct]>::default(),
        ident: ty.name.to_ident(),
        generics: syn::Generics::default(),
        fields: Fields::Named(FieldsNamed {
            brace_token: Brace::default(),
            named: members.collect::<Punctuated<_, Token![,]>>(),
        }),
        semi_token: None,
    }
}

fn public() -> Visibility {
    Visibility::Public(Pub::default())
}

fn field(field: &Field) -> syn::Field {
    let mut lines = docs::text(&field.description, &format!("{}.", docs::code(&field.wire)));
    if field.read_only {
        lines.extend([
            String::new(),
            "Only the API sets this; it is left out of requests.".to_owned(),
        ]);
    }
    let mut attributes = vec![doc(&docs::joined(&lines))];
    attributes.extend(field.deprecated.then(|| marker("deprecated")));
    member(attributes, field.name.to_ident(), field_type(field))
}

fn member(attrs: Vec<Attribute>, name: proc_macro2::Ident, ty: TypeNode) -> syn::Field {
    syn::Field {
        attrs,
        vis: public(),
        modifiers: syn::FieldModifiers::default(),
        ident: Some(name),
        colon_token: Some(<Token![:]>::default()),
        ty,
        default: None,
    }
}

/// The type of a field, absence included.
fn field_type(field: &Field) -> TypeNode {
    let ty = IN_MODELS.node(&field.ty);
    match field.presence {
        Presence::Required => ty,
        Presence::Optional => generic("Option", ty),
        Presence::Patch => qualified(&["crate", "Patch"], [ty]),
    }
}

/// Says that an impl may use what the document marks as deprecated: it still travels.
pub(super) fn uses_deprecated(fields: &Struct) -> Option<Attribute> {
    let is_used = fields.fields.iter().any(|field| field.deprecated);
    is_used.then(|| {
        list(
            "expect",
            quote!(deprecated, reason = "deprecated members still travel"),
        )
    })
}
