//! The constructor and the setters of structs that requests use.

use proc_macro2::TokenStream;
use quote::quote;

use super::object::uses_deprecated;
use crate::doc_text::summary_sentence;
use crate::emit::arguments::expect_many;
use crate::emit::docs;
use crate::emit::types::IN_MODELS;
use crate::ir::{Field, Presence, Scalar, Struct, Type, TypeRef};

pub(super) fn emit(ty: &Type, fields: &Struct) -> TokenStream {
    let name = ty.name.to_ident();
    let expect = uses_deprecated(fields);
    let constructor = constructor(fields);
    let setters = fields
        .fields
        .iter()
        .filter(|field| field.presence != Presence::Required)
        .map(setter);
    quote! {
        #expect
        impl #name {
            #constructor
            #(#setters)*
        }
    }
}

/// `new` takes the required members by name, so that it does not change when the document lists them in another order.
fn constructor(fields: &Struct) -> TokenStream {
    let mut required: Vec<&Field> = fields
        .fields
        .iter()
        .filter(|field| field.presence == Presence::Required)
        .collect();
    required.sort_by(|left, right| left.wire.cmp(&right.wire));
    let docs = docs::outer("", "A new value with what is required.");
    let parameters = required.iter().map(|field| parameter(field));
    let values = fields.fields.iter().map(initial);
    let extra = fields.extra.as_ref().map(|(name, _)| {
        let name = name.to_ident();
        quote!(#name: std::collections::BTreeMap::new())
    });
    let body = if fields.has_default {
        quote!(Self::default())
    } else {
        quote!(Self { #(#values,)* #extra })
    };
    let many = expect_many(required.len());
    quote! {
        #docs
        #[must_use]
        #many
        pub fn new(#(#parameters),*) -> Self {
            #body
        }
    }
}

fn setter(field: &Field) -> TokenStream {
    let (name, method) = (field.name.to_ident(), field.setter.to_ident());
    let docs = setter_docs(field);
    let deprecated = field.deprecated.then(|| quote!(#[deprecated]));
    if field.presence == Presence::Patch {
        let ty = IN_MODELS.owned(&field.ty);
        return quote! {
            #docs
            #deprecated
            #[must_use]
            pub fn #method(mut self, #name: impl Into<crate::Patch<#ty>>) -> Self {
                self.#name = #name.into();
                self
            }
        };
    }
    let (parameter, value) = (parameter(field), value(field));
    quote! {
        #docs
        #deprecated
        #[must_use]
        pub fn #method(mut self, #parameter) -> Self {
            self.#name = Some(#value);
            self
        }
    }
}

/// A parameter that takes what can become the field's type.
fn parameter(field: &Field) -> TokenStream {
    let (name, ty) = (field.name.to_ident(), IN_MODELS.owned(&field.ty));
    if converts(&field.ty) {
        quote!(#name: impl Into<#ty>)
    } else {
        quote!(#name: #ty)
    }
}

fn value(field: &Field) -> TokenStream {
    let name = field.name.to_ident();
    if converts(&field.ty) {
        quote!(#name.into())
    } else {
        quote!(#name)
    }
}

/// The field as a member of the constructor's struct expression.
fn initial(field: &Field) -> TokenStream {
    let name = field.name.to_ident();
    match field.presence {
        Presence::Required if converts(&field.ty) => quote!(#name: #name.into()),
        Presence::Required => quote!(#name),
        Presence::Optional => quote!(#name: None),
        Presence::Patch => quote!(#name: crate::Patch::Absent),
    }
}

fn setter_docs(field: &Field) -> TokenStream {
    let summary = summary_sentence(&field.description);
    let line = if summary.is_empty() {
        format!("Sets {}.", docs::code(&field.wire))
    } else {
        format!("Sets {}: {summary}", docs::code(&field.wire))
    };
    docs::lines(&[line])
}

fn converts(ty: &TypeRef) -> bool {
    matches!(
        ty,
        TypeRef::Scalar(Scalar::String | Scalar::Secret | Scalar::DateTime)
            | TypeRef::List(_)
            | TypeRef::Boxed(_)
            | TypeRef::Json
            | TypeRef::Optional(_)
    )
}
