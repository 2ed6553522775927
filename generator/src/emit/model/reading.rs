//! How structs are read.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::ir::{Field, Presence, Struct, TypeRef};

pub(super) fn emit(fields: &Struct) -> TokenStream {
    if fields.has_default {
        member(fields)
    } else {
        object(fields)
    }
}

/// Reads one member into a value that began empty.
fn member(fields: &Struct) -> TokenStream {
    if fields.fields.is_empty() && fields.extra.is_none() {
        return quote! {
            fn read<'de, A: model::Access<'de>>(&mut self, at: &mut A) -> Result<(), A::Error> {
                at.skip()
            }
        };
    }
    let at = Ident::new("at", Span::call_site());
    let choice = choice(
        fields,
        &at,
        &TokenStream::new(),
        |name| quote!(&mut self.#name),
    );
    quote! {
        fn read<'de, A: model::Access<'de>>(&mut self, at: &mut A) -> Result<(), A::Error> {
            #choice
        }
    }
}

/// Reads into variables, because some of them must not stay empty.
fn object(fields: &Struct) -> TokenStream {
    let starts = fields.fields.iter().map(|field| {
        let name = field.name.to_ident();
        match field.presence {
            Presence::Patch => quote!(let mut #name = crate::Patch::Absent;),
            Presence::Required | Presence::Optional => quote!(let mut #name = None;),
        }
    });
    let extra = fields.extra.as_ref().map(|(name, _)| name.to_ident());
    let extra_start = extra
        .as_ref()
        .map(|name| quote!(let mut #name = std::collections::BTreeMap::new();));
    let access = Ident::new("access", Span::call_site());
    let choice = choice(fields, &access, &quote!(?), |name| quote!(&mut #name));
    let ends = fields.fields.iter().map(end);
    quote! {
        fn read<'de, A: model::Access<'de>>(access: &mut A) -> Result<Self, A::Error> {
            #(#starts)*
            #extra_start
            while access.next()? {
                #choice
            }
            Ok(Self { #(#ends,)* #extra })
        }
    }
}

fn end(field: &Field) -> TokenStream {
    let (name, wire) = (field.name.to_ident(), &field.wire);
    if is_needed(field) {
        quote!(#name: model::need(#name, #wire)?)
    } else {
        quote!(#name)
    }
}

/// Whether reading fails without the member. One that may be `null` is read as `null` when it is absent.
fn is_needed(field: &Field) -> bool {
    field.presence == Presence::Required && !matches!(field.ty, TypeRef::Optional(_))
}

/// The choice by key; `place` is where a field goes, and `end` follows each arm.
fn choice(
    fields: &Struct,
    access: &Ident,
    end: &TokenStream,
    place: impl Fn(&Ident) -> TokenStream,
) -> TokenStream {
    let arms = fields.fields.iter().map(|field| {
        let (wire, place) = (&field.wire, place(&field.name.to_ident()));
        let method = match field.presence {
            Presence::Patch => quote!(patch),
            Presence::Required if is_needed(field) => quote!(required),
            Presence::Required | Presence::Optional => quote!(optional),
        };
        quote!(#wire => #access.#method(#place)#end,)
    });
    let extra = fields
        .extra
        .as_ref()
        .map(|(name, _)| place(&name.to_ident()));
    let rest = extra.map_or_else(|| quote!(skip()), |place| quote!(extra(#place)));
    quote! {
        match #access.key() {
            #(#arms)*
            _ => #access.#rest #end,
        }
    }
}
