//! How structs are written.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Field, Presence, Struct};

pub(super) fn emit(fields: &Struct) -> TokenStream {
    let members = fields.fields.iter().map(member);
    let extra = fields.extra.as_ref().map(|(name, _)| {
        let name = name.to_ident();
        quote!(fields.extra(&self.#name);)
    });
    let fields = if fields.fields.is_empty() && extra.is_none() {
        quote!(_fields)
    } else {
        quote!(fields)
    };
    quote! {
        fn write<S: model::Serializer>(&self, #fields: &mut model::Fields<S>) {
            #(#members)*
            #extra
        }
    }
}

fn member(field: &Field) -> TokenStream {
    let (name, wire) = (field.name.to_ident(), &field.wire);
    let method = match field.presence {
        Presence::Optional if field.read_only => quote!(read_only),
        Presence::Optional => quote!(optional),
        Presence::Patch => quote!(patch),
        Presence::Required => quote!(required),
    };
    quote!(fields.#method(#wire, &self.#name);)
}
