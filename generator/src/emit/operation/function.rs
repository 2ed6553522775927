//! The function of an operation.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::constant::is_plain;
use super::{doc, output};
use crate::emit::arguments::expect_many;
use crate::emit::types::OUTSIDE;
use crate::ir::{Body, Operation, Scalar, Success, TypeRef};

pub(super) fn emit(operation: &Operation) -> TokenStream {
    let docs = doc::of_function(operation);
    let deprecated = operation.deprecated.then(|| quote!(#[deprecated]));
    let name = operation.name.to_ident();
    let required: Vec<_> = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.required)
        .collect();
    let body = operation.body.as_ref().filter(|body| body.required);
    let count = 1 + required.len() + usize::from(body.is_some());
    let many = expect_many(count);
    let arguments = required.iter().map(|parameter| {
        let (name, ty) = (parameter.name.to_ident(), OUTSIDE.borrowed(&parameter.ty));
        quote!(#name: #ty)
    });
    let body_argument = body.map(|body| {
        let (name, ty) = (body.name.to_ident(), body_type(body));
        quote!(#name: #ty)
    });
    let output = match &operation.builder {
        Some(builder) => {
            let builder = builder.to_ident();
            quote!(#builder)
        }
        None => {
            let output = output(operation);
            quote!(Request<#output>)
        }
    };
    let arguments = arguments.chain(body_argument);
    let request = request(operation);
    quote! {
        #docs
        #deprecated
        #many
        #[inline]
        pub fn #name(&self, #(#arguments),*) -> #output {
            #request
        }
    }
}

fn request(operation: &Operation) -> TokenStream {
    let constant = operation.constant.to_ident();
    let required = || {
        operation
            .parameters
            .iter()
            .filter(|parameter| parameter.required)
    };
    let (plain, listed) = (
        required().filter(|it| is_plain(it)),
        required().filter(|it| !is_plain(it)),
    );
    let values = plain
        .chain(listed)
        .map(|parameter| parameter.name.to_ident());
    let decoder = decoder(&operation.success);
    let body = operation
        .body
        .as_ref()
        .filter(|body| body.required)
        .map(encode);
    let request = quote!(Request::new(self, &#constant, &[#(&#values),*], #decoder)#body);
    match &operation.builder {
        Some(builder) => {
            let builder = builder.to_ident();
            quote!(#builder(#request))
        }
        None => request,
    }
}

fn decoder(success: &Success) -> TokenStream {
    match success {
        Success::Single(case) => {
            let decoder = Ident::new(case.decoder, Span::call_site());
            quote!(Reply::#decoder)
        }
        Success::Union(union) => {
            let name = union.name.to_ident();
            quote!(#name::decode)
        }
    }
}

/// The call that sets the body.
pub(super) fn encode(body: &Body) -> TokenStream {
    let encoder = Ident::new(body.encoder, Span::call_site());
    let media_type = body
        .names_media_type
        .then_some(&body.media_type)
        .map(|media_type| quote!(#media_type,));
    let name = body.name.to_ident();
    quote!(.#encoder(#media_type #name))
}

/// The type of the argument that takes the body.
pub(super) fn body_type(body: &Body) -> TokenStream {
    match &body.ty {
        TypeRef::Scalar(Scalar::Bytes) => quote!(bytes::Bytes),
        TypeRef::Scalar(Scalar::String) => quote!(&str),
        TypeRef::Scalar(_) => {
            let ty = OUTSIDE.owned(&body.ty);
            quote!(&#ty)
        }
        ty => OUTSIDE.borrowed(ty),
    }
}
