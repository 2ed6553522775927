//! Types where they are used.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Scalar, TypeRef};

/// How a type is spelled, with `prefix` before the names of models.
#[derive(Clone, Copy)]
pub(super) struct Spelling<'a> {
    pub prefix: Option<&'a str>,
}

/// Types beside models, which import each other.
pub(super) const IN_MODELS: Spelling<'static> = Spelling { prefix: None };
/// Types elsewhere.
pub(super) const OUTSIDE: Spelling<'static> = Spelling {
    prefix: Some("models"),
};

impl Spelling<'_> {
    /// The type as it is owned.
    pub fn owned(self, ty: &TypeRef) -> TokenStream {
        match ty {
            TypeRef::Named(name) => {
                let name = name.to_ident();
                match self
                    .prefix
                    .map(|prefix| proc_macro2::Ident::new(prefix, proc_macro2::Span::call_site()))
                {
                    Some(prefix) => quote!(#prefix::#name),
                    None => quote!(#name),
                }
            }
            TypeRef::Scalar(scalar) => of_scalar(*scalar),
            TypeRef::List(item) => self.wrapped(&quote!(Vec), item),
            TypeRef::Map(item) => {
                let item = self.owned(item);
                quote!(std::collections::BTreeMap<String, #item>)
            }
            TypeRef::Optional(inner) => self.wrapped(&quote!(Option), inner),
            TypeRef::Boxed(inner) => self.wrapped(&quote!(Box), inner),
            TypeRef::Json => quote!(serde_json::Value),
        }
    }

    fn wrapped(self, wrapper: &TokenStream, inner: &TypeRef) -> TokenStream {
        let inner = self.owned(inner);
        quote!(#wrapper<#inner>)
    }

    /// The type as a function takes it to look at.
    pub fn borrowed(self, ty: &TypeRef) -> TokenStream {
        match ty {
            TypeRef::Scalar(Scalar::String) => quote!(&str),
            TypeRef::Scalar(Scalar::Secret | Scalar::Bytes) => {
                let ty = self.owned(ty);
                quote!(&#ty)
            }
            TypeRef::Scalar(scalar) => of_scalar(*scalar),
            TypeRef::List(item) => {
                let item = self.owned(item);
                quote!(&[#item])
            }
            TypeRef::Boxed(inner) => self.borrowed(inner),
            other => {
                let ty = self.owned(other);
                quote!(&#ty)
            }
        }
    }
}

fn of_scalar(scalar: Scalar) -> TokenStream {
    match scalar {
        Scalar::Boolean => quote!(bool),
        Scalar::Int32 => quote!(i32),
        Scalar::Int64 => quote!(i64),
        Scalar::UInt32 => quote!(u32),
        Scalar::UInt64 => quote!(u64),
        Scalar::Double => quote!(f64),
        Scalar::String => quote!(String),
        Scalar::Secret => quote!(crate::Secret),
        Scalar::DateTime => quote!(chrono::DateTime<chrono::FixedOffset>),
        Scalar::Date => quote!(chrono::NaiveDate),
        Scalar::Bytes => quote!(bytes::Bytes),
        Scalar::Nothing => quote!(()),
    }
}
