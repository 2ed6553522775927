//! The type that takes the optional parameters of an operation.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{doc, function, output};
use crate::emit::types::OUTSIDE;
use crate::ir::{Body, Operation, Parameter, Place};

pub(super) fn emit(operation: &Operation) -> Option<TokenStream> {
    let name = operation.builder.as_ref()?.to_ident();
    let docs = doc::of_builder(operation);
    let output = output(operation);
    let setters = operation
        .parameters
        .iter()
        .filter(|parameter| !parameter.required)
        .map(|parameter| setter(operation, parameter));
    let body = operation
        .body
        .as_ref()
        .filter(|body| !body.required)
        .map(body_setter);
    Some(quote! {
        #docs
        #[must_use = "a request does nothing until it is awaited or sent"]
        pub struct #name(Request<#output>);
        runtime::request_builder!(#name, #output);
        impl #name {
            #(#setters)*
            #body
        }
    })
}

fn setter(operation: &Operation, parameter: &Parameter) -> TokenStream {
    let docs = doc::of_parameter(parameter);
    let deprecated = parameter.deprecated.then(|| quote!(#[deprecated]));
    let (name, ty, wire) = (
        parameter.name.to_ident(),
        OUTSIDE.borrowed(&parameter.ty),
        &parameter.wire,
    );
    let set = if operation
        .parameters
        .iter()
        .filter(|other| other.wire == parameter.wire)
        .count()
        > 1
    {
        let place = Ident::new(place_name(parameter.place), Span::call_site());
        quote!(set_in(Location::#place, #wire, &#name))
    } else {
        quote!(set(#wire, &#name))
    };
    quote! {
        #docs
        #deprecated
        pub fn #name(mut self, #name: #ty) -> Self {
            self.0.#set;
            self
        }
    }
}

/// The place of a parameter, as the runtime's `Location` names it.
pub(super) fn place_name(place: Place) -> &'static str {
    match place {
        Place::Path => "Path",
        Place::Query => "Query",
        Place::Header => "Header",
        Place::Cookie => "Cookie",
    }
}

fn body_setter(body: &Body) -> TokenStream {
    let docs = crate::emit::docs::outer(&body.description, "Sends a body.");
    let (name, ty, encode) = (
        body.name.to_ident(),
        function::body_type(body),
        function::encode(body),
    );
    quote! {
        #docs
        pub fn #name(self, #name: #ty) -> Self {
            Self(self.0 #encode)
        }
    }
}
