//! The types of one module.

mod enumeration;
mod object;
mod setters;
mod union;
mod wrapper;

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Attribute, Item};

use super::types::IN_MODELS;
use super::{Emitted, docs, syntax};
use crate::ir::{Api, Shape, Source, Type, TypeRef};
use crate::names::Identifier;

/// Returns the module that holds `names`.
pub(super) fn emit(api: &Api, names: &[Identifier]) -> Emitted {
    let types: Vec<&Type> = names
        .iter()
        .filter_map(|name| api.types.get(name))
        .collect();
    let titles: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", name.as_str()))
        .collect();
    let mut items = imports(&types, names);
    items.extend(types.iter().flat_map(|ty| emit_type(ty)));
    Emitted {
        docs: syntax::module_docs(&[titles.join(", ")]),
        items,
        ..Emitted::default()
    }
}

fn emit_type(ty: &Type) -> Vec<Item> {
    let tokens = match &ty.shape {
        Shape::Struct(fields) => return object::emit(ty, fields),
        Shape::Enum(values) => return enumeration::emit(ty, values),
        Shape::Union(union) => return union::emit(ty, union),
        Shape::Alias(target) => alias(ty, target),
        Shape::Wrapper(target) => wrapper::emit(ty, target),
    };
    vec![Item::Verbatim(tokens)]
}

fn alias(ty: &Type, target: &TypeRef) -> TokenStream {
    let docs = type_docs(ty);
    let name = ty.name.to_ident();
    let target = IN_MODELS.owned(target);
    quote! {
        #(#docs)*
        pub type #name = #target;
    }
}

/// Returns the doc comment of a type.
fn type_docs(ty: &Type) -> Vec<Attribute> {
    let mut lines = docs::text(&ty.description, &format!("`{}`.", ty.name.as_str()));
    if ty.deprecated {
        lines.extend([
            String::new(),
            "The API's document marks this as deprecated.".to_owned(),
        ]);
    }
    if ty.name.as_str() == "Error" {
        lines.extend([String::new(), NOT_OURS.to_owned()]);
    }
    let operations = &ty.operations;
    lines.extend(linked("Sent by", &operations.senders));
    lines.extend(linked("Returned by", &operations.receivers));
    lines.extend(linked("The body of errors of", &operations.failing));
    syntax::docs(&lines)
}

/// What is documented of a type with the name of the crate's own error.
const NOT_OURS: &str =
    "A type of the API's document. Failed calls return [`crate::Error`](crate::Error).";

/// The most operations that a type links.
const MAX_LINKS: usize = 5;

/// Returns a paragraph that links the functions of `operations`, if there are any.
fn linked(what: &str, operations: &[Identifier]) -> Vec<String> {
    let links = operations.iter().take(MAX_LINKS).map(|name| {
        let name = name.as_str();
        format!("[`{name}`](crate::Client::{name})")
    });
    let links: Vec<String> = links.collect();
    let Some((last, others)) = links.split_last() else {
        return Vec::new();
    };
    let more = operations.len() - links.len();
    let list = match (others.is_empty(), more) {
        (true, 0) => last.clone(),
        (_, 0) => format!("{} and {last}", others.join(", ")),
        _ => format!("{} and {more} more", links.join(", ")),
    };
    vec![String::new(), format!("{what} {list}.")]
}

/// Returns the models of other modules that these types use, and what they use of the runtime.
fn imports(types: &[&Type], own: &[Identifier]) -> Vec<Item> {
    let uses_runtime = types.iter().any(|ty| !matches!(ty.shape, Shape::Alias(_)));
    let runtime = uses_runtime.then(|| syntax::ident("model"));
    let imports = [
        syntax::import(&["super"], models(types, own)),
        syntax::import(&["crate", "runtime"], runtime.into_iter().collect()),
    ];
    imports.into_iter().flatten().collect()
}

fn models(types: &[&Type], own: &[Identifier]) -> Vec<Ident> {
    let mut names = BTreeSet::new();
    for ty in types {
        collect(&ty.shape, &mut names);
    }
    for name in own {
        names.remove(name);
    }
    names.into_iter().map(Identifier::to_ident).collect()
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
        Shape::Union(union) => {
            let variants = union.variants.iter();
            variants.for_each(|variant| collect_from(&variant.ty, names));
            let sources = union.conversions.iter().map(|made| &made.source);
            sources.for_each(|source| match source {
                Source::Type(ty) => collect_from(ty, names),
                Source::Text => {}
            });
        }
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
