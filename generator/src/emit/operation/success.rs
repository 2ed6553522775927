//! What an operation returns when that depends on the status.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::syntax::ident;
use crate::emit::types::OUTSIDE;
use crate::emit::{docs, runtime_names};
use crate::ir::{Scalar, Status, SuccessCase, SuccessUnion, TypeRef};
use crate::names::Identifier;

pub(super) fn emit(union: &SuccessUnion) -> TokenStream {
    let name = union.name.to_ident();
    let variants = union
        .cases
        .iter()
        .map(|(variant, status, case)| declaration(variant, *status, case));
    // Unlisted statuses decode like the `default` response, else like `2XX`, else like the first success.
    let rest = union
        .cases
        .iter()
        .position(|(_, status, _)| *status == Status::Default);
    let range = union
        .cases
        .iter()
        .position(|(_, status, _)| *status == Status::Range(2));
    let rest = rest.or(range).unwrap_or_default();
    let arms = union
        .cases
        .iter()
        .enumerate()
        .filter(|(place, _)| *place != rest)
        .map(|(_, (variant, status, case))| arm(variant, *status, case));
    let rest = union.cases.get(rest).map(|(variant, _, case)| {
        let value = value(variant, case);
        quote!(_ => #value,)
    });
    quote! {
        /// What the operation returns, by status.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
        }
        impl #name {
            fn decode(response: &RawResponse) -> Result<Self, runtime::Error> {
                Ok(match response.status().as_u16() {
                    #(#arms)*
                    #rest
                })
            }
        }
    }
}

fn declaration(variant: &Identifier, status: Status, case: &SuccessCase) -> TokenStream {
    let name = variant.to_ident();
    let docs = docs::outer(
        &case.description,
        &format!("Status {}.", super::doc::status(status)),
    );
    if case.ty == TypeRef::Scalar(Scalar::Nothing) {
        return quote!(#(#docs)* #name,);
    }
    let ty = OUTSIDE.owned(&case.ty);
    quote!(#(#docs)* #name(#ty),)
}

fn arm(variant: &Identifier, status: Status, case: &SuccessCase) -> TokenStream {
    let value = value(variant, case);
    match status {
        Status::Exact(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(#code => #value,)
        }
        Status::Range(digit) => {
            let first = u16::from(digit) * 100;
            let last = Literal::u16_unsuffixed(first + 99);
            let first = Literal::u16_unsuffixed(first);
            quote!(#first..=#last => #value,)
        }
        Status::Default => quote!(_ => #value,),
    }
}

fn value(variant: &Identifier, case: &SuccessCase) -> TokenStream {
    let name = variant.to_ident();
    if case.ty == TypeRef::Scalar(Scalar::Nothing) {
        return quote!(Self::#name);
    }
    let decoder = ident(runtime_names::decoder(case.decoder));
    let member = &case.member;
    quote!(Self::#name(response.#decoder(#member)?))
}
