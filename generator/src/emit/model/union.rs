//! Unions.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::of_type;
use crate::emit::docs;
use crate::emit::types::IN_MODELS;
use crate::ir::{Type, Union, Variant};

pub(super) fn emit(ty: &Type, union: &Union) -> TokenStream {
    let name = ty.name.to_ident();
    let docs = of_type(ty);
    let variants = union.variants.iter().map(declaration);
    let other = union.other.to_ident();
    let reading = reading(&name, union, &other);
    let writing = writing(&name, union, &other);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
            /// A value that is none of the documented ones; it is kept and sent back unchanged.
            #other(serde_json::Value),
        }
        #reading
        model::union!(#name);
        #writing
    }
}

fn declaration(variant: &Variant) -> TokenStream {
    let name = variant.name.to_ident();
    let ty = IN_MODELS.owned(&variant.ty);
    let docs = docs::outer(
        "",
        &format!("{}.", docs::code(&ty.to_string().replace(' ', ""))),
    );
    quote! {
        #docs
        #name(#ty),
    }
}

fn reading(name: &Ident, union: &Union, other: &Ident) -> TokenStream {
    let candidates = union.variants.iter().map(candidate);
    let arms = union.variants.iter().enumerate().map(|(place, variant)| {
        let (place, variant) = (Literal::usize_unsuffixed(place), variant.name.to_ident());
        quote!(#place => model::Deserialize::deserialize(value).map(Self::#variant))
    });
    quote! {
        impl model::Union for #name {
            const CANDIDATES: &'static [model::Candidate] = &[#(#candidates),*];

            fn read(place: usize, value: &serde_json::Value) -> Result<Self, serde_json::Error> {
                match place {
                    #(#arms,)*
                    _ => Ok(Self::#other(value.clone())),
                }
            }

            fn other(value: serde_json::Value) -> Self {
                Self::#other(value)
            }
        }
    }
}

fn candidate(variant: &Variant) -> TokenStream {
    let kind = Ident::new(variant.kind, Span::call_site());
    let tags = variant.tags.iter().map(|tag| {
        let (key, values) = (&tag.key, &tag.values);
        quote!((#key, &[#(#values),*]))
    });
    let (values, required, known) = (&variant.values, &variant.required, &variant.known);
    quote! {
        model::Candidate { kind: model::Kind::#kind, values: &[#(#values),*], tags: &[#(#tags),*], required: &[#(#required),*], known: &[#(#known),*] }
    }
}

fn writing(name: &Ident, union: &Union, other: &Ident) -> TokenStream {
    let arms = union.variants.iter().map(|variant| {
        let name = variant.name.to_ident();
        match &variant.discriminator {
            Some((key, value)) => quote!(Self::#name(value) => model::serialize_tagged(serializer, #key, #value, value)),
            None => quote!(Self::#name(value) => model::Serialize::serialize(value, serializer)),
        }
    });
    quote! {
        impl model::Serialize for #name {
            fn serialize<S: model::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    #(#arms,)*
                    Self::#other(value) => model::Serialize::serialize(value, serializer),
                }
            }
        }
    }
}
