//! What an operation returns when that depends on the status.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::emit::docs;
use crate::emit::types::OUTSIDE;
use crate::ir::{Scalar, Status, SuccessCase, SuccessUnion, TypeRef};
use crate::names::Identifier;

pub(super) fn emit(union: &SuccessUnion) -> TokenStream {
    let name = union.name.to_ident();
    let variants = union
        .cases
        .iter()
        .map(|(variant, status, case)| declaration(variant, *status, case));
    let is_covered = union
        .cases
        .iter()
        .any(|(_, status, _)| !matches!(status, Status::Exact(_)));
    // Without a case for all others, the first one stands for them: a success that is not listed is read like it.
    let first = if is_covered {
        None
    } else {
        union.cases.first()
    };
    let arms = union
        .cases
        .iter()
        .skip(usize::from(first.is_some()))
        .map(|(variant, status, case)| arm(variant, *status, case));
    let rest = first.map(|(variant, _, case)| {
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
            fn decode(reply: &Reply) -> Result<Self, runtime::Error> {
                Ok(match reply.status().as_u16() {
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
        Status::Range(_) | Status::Default => quote!(_ => #value,),
    }
}

fn value(variant: &Identifier, case: &SuccessCase) -> TokenStream {
    let name = variant.to_ident();
    if case.ty == TypeRef::Scalar(Scalar::Nothing) {
        return quote!(Self::#name);
    }
    let decoder = Ident::new(case.decoder, Span::call_site());
    let member = &case.member;
    quote!(Self::#name(reply.#decoder(#member)?))
}
