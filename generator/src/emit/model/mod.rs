//! The types of one module.

mod enumeration;
mod object;
mod reading;
mod setters;
mod union;
mod wrapper;
mod writing;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::types::IN_MODELS;
use crate::ir::{Api, Shape, Type, TypeRef};
use crate::names::Identifier;

/// The module that holds `names`.
pub(super) fn emit(api: &Api, names: &[Identifier]) -> TokenStream {
    let types: Vec<&Type> = names
        .iter()
        .filter_map(|name| api.types.get(name))
        .collect();
    let titles: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", name.as_str()))
        .collect();
    let title = format!(" {}", titles.join(", "));
    let imports = imports(&types, names);
    let runtime = types
        .iter()
        .any(|ty| !matches!(ty.shape, Shape::Alias(_)))
        .then(|| {
            quote!(
                use crate::runtime::model;
            )
        });
    let items = types.iter().map(|ty| item(ty));
    quote! {
        #![doc = #title]
        #imports
        #runtime
        #(#items)*
    }
}

fn item(ty: &Type) -> TokenStream {
    match &ty.shape {
        Shape::Struct(fields) => object::emit(ty, fields),
        Shape::Enum(values) => enumeration::emit(ty, values),
        Shape::Union(union) => union::emit(ty, union),
        Shape::Alias(target) => alias(ty, target),
        Shape::Wrapper(target) => wrapper::emit(ty, target),
    }
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
    let mut lines = docs::text(&ty.description, &format!("`{}`.", ty.name.as_str()));
    if ty.deprecated {
        lines.extend([
            String::new(),
            "The API's document marks this as deprecated.".to_owned(),
        ]);
    }
    docs::lines(&lines)
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
