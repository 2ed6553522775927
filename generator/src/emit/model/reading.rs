//! How structs are read.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::ir::{Field, Presence, Struct, TypeRef};

pub(super) fn emit(fields: &Struct) -> TokenStream {
    let body = match (fields.has_default, fields.fields.is_empty(), &fields.extra) {
        (_, true, None) => nothing(),
        (true, ..) => in_place(fields),
        (false, ..) => by_parts(fields),
    };
    quote! {
        fn read<'de, A: model::Access<'de>>(access: &mut A) -> Result<Self, A::Error> {
            #body
        }
    }
}

fn nothing() -> TokenStream {
    quote! {
        while access.key()?.is_some() {
            access.skip()?;
        }
        Ok(Self::default())
    }
}

/// Reads into a value that begins empty.
fn in_place(fields: &Struct) -> TokenStream {
    let members = members(fields, |name| quote!(&mut value.#name));
    quote! {
        let mut value = Self::default();
        #members
        Ok(value)
    }
}

/// Reads into variables, because some of them must not stay empty.
fn by_parts(fields: &Struct) -> TokenStream {
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
    let members = members(fields, |name| quote!(&mut #name));
    let ends = fields.fields.iter().map(end);
    quote! {
        #(#starts)*
        #extra_start
        #members
        Ok(Self { #(#ends,)* #extra })
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

/// The loop over the members; `place` is where a field goes.
fn members(fields: &Struct, place: impl Fn(&Ident) -> TokenStream) -> TokenStream {
    let arms = fields.fields.iter().map(|field| {
        let (wire, place) = (&field.wire, place(&field.name.to_ident()));
        let method = match field.presence {
            Presence::Patch => quote!(patch),
            Presence::Required if is_needed(field) => quote!(required),
            Presence::Required | Presence::Optional => quote!(optional),
        };
        quote!(#wire => access.#method(#place)?,)
    });
    let rest = fields
        .extra
        .as_ref()
        .map(|(name, _)| place(&name.to_ident()))
        .map_or_else(
            || quote!(_ => access.skip()?,),
            |place| quote!(_ => access.extra(key, #place)?,),
        );
    quote! {
        while let Some(key) = access.key()? {
            match &*key {
                #(#arms)*
                #rest
            }
        }
    }
}
