//! Structs.

use proc_macro2::TokenStream;
use quote::quote;

use super::{of_type, reading, setters, writing};
use crate::emit::docs;
use crate::emit::types::IN_MODELS;
use crate::ir::{Field, Presence, Struct, Type};

pub(super) fn emit(ty: &Type, fields: &Struct) -> TokenStream {
    let declaration = declaration(ty, fields);
    let setters = ty.usage.request.then(|| setters::emit(ty, fields));
    let name = ty.name.to_ident();
    let expect = uses_deprecated(fields);
    let kind = if fields.has_default {
        quote!(SparseObject)
    } else {
        quote!(Object)
    };
    let (reading, writing) = (reading::emit(fields), writing::emit(fields));
    quote! {
        #declaration
        #setters
        #expect
        impl model::#kind for #name {
            #reading
            #writing
        }
        model::object!(#name);
    }
}

fn declaration(ty: &Type, fields: &Struct) -> TokenStream {
    let docs = of_type(ty);
    let name = ty.name.to_ident();
    let default = fields.has_default.then(|| quote!(, Default));
    let members = fields.fields.iter().map(field);
    let extra = fields.extra.as_ref().map(|(name, ty)| {
        let (name, ty) = (name.to_ident(), IN_MODELS.owned(ty));
        quote! {
            /// Members that the document does not list by name.
            pub #name: std::collections::BTreeMap<String, #ty>,
        }
    });
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq #default)]
        #[non_exhaustive]
        pub struct #name {
            #(#members)*
            #extra
        }
    }
}

fn field(field: &Field) -> TokenStream {
    let mut lines = docs::text(&field.description, &format!("{}.", docs::code(&field.wire)));
    if field.read_only {
        lines.extend([
            String::new(),
            "Only the API sets this; it is left out of requests.".to_owned(),
        ]);
    }
    let docs = docs::lines(&lines);
    let deprecated = field.deprecated.then(|| quote!(#[deprecated]));
    let (name, ty) = (field.name.to_ident(), field_type(field));
    quote! {
        #docs
        #deprecated
        pub #name: #ty,
    }
}

/// The type of a field, absence included.
fn field_type(field: &Field) -> TokenStream {
    let ty = IN_MODELS.owned(&field.ty);
    match field.presence {
        Presence::Required => ty,
        Presence::Optional => quote!(Option<#ty>),
        Presence::Patch => quote!(crate::Patch<#ty>),
    }
}

/// Says that an impl may use what the document marks as deprecated.
pub(super) fn uses_deprecated(fields: &Struct) -> TokenStream {
    if fields.fields.iter().any(|field| field.deprecated) {
        quote!(#[expect(deprecated, reason = "deprecated members still travel")])
    } else {
        TokenStream::new()
    }
}
