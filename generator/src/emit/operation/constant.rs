//! The static that describes an operation.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::emit::types::OUTSIDE;
use crate::ir::{ErrorBody, Operation, Parameter, ParameterStyle, Place, Status};

pub(super) fn emit(operation: &Operation) -> TokenStream {
    let (name, id, path) = (
        operation.constant.to_ident(),
        &operation.id,
        &operation.path,
    );
    let method = Ident::new(operation.method, Span::call_site());
    let listed: Vec<_> = operation
        .parameters
        .iter()
        .filter(|parameter| !is_plain(parameter))
        .collect();
    let parameters = (!listed.is_empty()).then(|| {
        let parameters = listed.iter().map(|parameter| self::parameter(parameter));
        quote!(parameters: &[#(#parameters),*],)
    });
    let errors = (!operation.errors.is_empty()).then(|| {
        let errors = operation.errors.iter().map(error);
        quote!(errors: &[#(#errors),*],)
    });
    let security = operation.security.as_ref().map(|security| {
        let alternatives = alternatives(security);
        quote!(security: Some(#alternatives),)
    });
    quote! {
        static #name: Operation = Operation {
            path: #path,
            #parameters
            #errors
            #security
            ..Operation::new(#id, Method::#method)
        };
    }
}

/// Whether the path's template says all there is to say of a parameter.
pub(super) fn is_plain(parameter: &Parameter) -> bool {
    parameter.place == Place::Path && parameter.style == ParameterStyle::default()
}

fn parameter(parameter: &Parameter) -> TokenStream {
    let place = Ident::new(place(parameter.place), Span::call_site());
    let (wire, style) = (&parameter.wire, &parameter.style);
    let named = style.style.map(|style| {
        let style = Ident::new(style, Span::call_site());
        quote!(.style(Style::#style))
    });
    let explode = style.explode.map(|explode| quote!(.explode(#explode)));
    let reserved = style.allow_reserved.then(|| quote!(.allow_reserved()));
    let json = style.json.then(|| quote!(.content_json()));
    quote!(Parameter::#place(#wire) #named #explode #reserved #json)
}

fn place(place: Place) -> &'static str {
    match place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Header => "header",
        Place::Cookie => "cookie",
    }
}

fn error(error: &ErrorBody) -> TokenStream {
    let (ty, status) = (OUTSIDE.owned(&error.ty), status(error.status));
    quote!(ErrorBody::json::<#ty>(#status))
}

fn status(status: Status) -> TokenStream {
    match status {
        Status::Exact(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(Status::Exact(#code))
        }
        Status::Range(digit) => {
            let digit = Literal::u8_unsuffixed(digit);
            quote!(Status::Range(#digit))
        }
        Status::Default => quote!(Status::Default),
    }
}

/// Alternatives of schemes that go together.
pub(in crate::emit) fn alternatives(alternatives: &[Vec<String>]) -> TokenStream {
    let alternatives = alternatives.iter().map(|schemes| quote!(&[#(#schemes),*]));
    quote!(&[#(#alternatives),*])
}
