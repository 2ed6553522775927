//! The types of one module.

mod enumeration;
mod implementation;
mod object;
mod reading;
mod setters;
mod union;
mod wrapper;
mod writing;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Item};

use super::types::IN_MODELS;
use super::{Emitted, docs, syntax};
use crate::ir::{Api, Shape, Type, TypeRef};
use crate::names::Identifier;

/// The module that holds `names`.
pub(super) fn emit(api: &Api, names: &[Identifier]) -> Emitted {
    let types: Vec<&Type> = names
        .iter()
        .filter_map(|name| api.types.get(name))
        .collect();
    let mut items = vec![Item::Verbatim(head(&types, names))];
    items.extend(types.iter().flat_map(|ty| emit_type(ty)));
    items
}

/// The module's doc comment and imports.
fn head(types: &[&Type], names: &[Identifier]) -> TokenStream {
    let titles: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", name.as_str()))
        .collect();
    let title = format!(" {}", titles.join(", "));
    let imports = imports(types, names);
    let uses_runtime = types.iter().any(|ty| !matches!(ty.shape, Shape::Alias(_)));
    let runtime = uses_runtime.then(|| {
        quote!(
            use crate::runtime::model;
        )
    });
    quote! {
        #![doc = #title]
        #imports
        #runtime
    }
}

fn emit_type(ty: &Type) -> Vec<Item> {
    let tokens = match &ty.shape {
        Shape::Struct(fields) => return object::emit(ty, fields),
        Shape::Enum(values) => enumeration::emit(ty, values),
        Shape::Union(union) => union::emit(ty, union),
        Shape::Alias(target) => alias(ty, target),
        Shape::Wrapper(target) => wrapper::emit(ty, target),
    };
    vec![Item::Verbatim(tokens)]
}

fn alias(ty: &Type, target: &TypeRef) -> TokenStream {
    let docs = of_type(ty);
    let name = ty.name.to_ident();
    let target = IN_MODELS.owned(target);
    quote! {
        #docs
        pub type #name = #target;
    }
}

/// The doc comment of a type.
fn of_type(ty: &Type) -> TokenStream {
    type_docs(ty).into_token_stream()
}

/// The doc comment of a type, as an attribute.
fn type_docs(ty: &Type) -> Attribute {
    let mut lines = docs::text(&ty.description, &format!("`{}`.", ty.name.as_str()));
    if ty.deprecated {
        lines.extend([
            String::new(),
            "The API's document marks this as deprecated.".to_owned(),
        ]);
    }
    syntax::doc(&docs::joined(&lines))
}

/// The models of other modules that these types use.
fn imports(types: &[&Type], own: &[Identifier]) -> TokenStream {
    let mut names = BTreeSet::new();
    for ty in types {
        collect(&ty.shape, &mut names);
    }
    let names: Vec<_> = names
        .into_iter()
        .filter(|name| !own.contains(name))
        .map(Identifier::to_ident)
        .collect();
    if names.is_empty() {
        TokenStream::new()
    } else {
        quote!(use super::{#(#names),*};)
    }
}

fn collect<'a>(shape: &'a Shape, names: &mut BTreeSet<&'a Identifier>) {
    match shape {
        Shape::Struct(fields) => {
            fields
                .fields
                .iter()
                .for_each(|field| collect_from(&field.ty, names));
            fields
                .extra
                .iter()
                .for_each(|(_, ty)| collect_from(ty, names));
        }
        Shape::Union(union) => union
            .variants
            .iter()
            .for_each(|variant| collect_from(&variant.ty, names)),
        Shape::Alias(ty) | Shape::Wrapper(ty) => collect_from(ty, names),
        Shape::Enum(_) => {}
    }
}

fn collect_from<'a>(ty: &'a TypeRef, names: &mut BTreeSet<&'a Identifier>) {
    match ty {
        TypeRef::Named(name) => {
            names.insert(name);
        }
        TypeRef::List(inner)
        | TypeRef::Map(inner)
        | TypeRef::Optional(inner)
        | TypeRef::Boxed(inner) => collect_from(inner, names),
        TypeRef::Scalar(_) | TypeRef::Json => {}
    }
}
