//! Open enums.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::of_type;
use crate::emit::docs;
use crate::ir::{Enum, EnumValue, EnumValues, Type};

pub(super) fn emit(ty: &Type, values: &Enum) -> TokenStream {
    match &values.values {
        EnumValues::Strings(values) => strings(ty, values),
        EnumValues::Integers(values) => integers(ty, values),
    }
}

fn strings(ty: &Type, values: &[EnumValue<String>]) -> TokenStream {
    let arms = values.iter().map(|value| {
        let (variant, wire) = (value.name.to_ident(), &value.wire);
        quote!(Self::#variant => #wire)
    });
    let signature = quote!(pub fn as_str(&self) -> &str);
    let own = own(ty, values, &signature, arms, &quote!(value.as_str()));
    let declaration = declaration(ty, &variants(values), &quote!(model::UnknownValue));
    let name = ty.name.to_ident();
    quote!(#declaration #own model::string_enum!(#name);)
}

fn integers(ty: &Type, values: &[EnumValue<i64>]) -> TokenStream {
    let arms = values.iter().map(|value| {
        let variant = value.name.to_ident();
        let wire = proc_macro2::Literal::i64_unsuffixed(value.wire);
        quote!(Self::#variant => #wire)
    });
    let signature = quote!(pub fn get(&self) -> i64);
    let own = own(ty, values, &signature, arms, &quote!(value.get()));
    let declaration = declaration(ty, &variants(values), &quote!(model::UnknownInteger));
    let name = ty.name.to_ident();
    quote!(#declaration #own model::integer_enum!(#name);)
}

/// What an enum has of its own: its values, and how each of them travels.
fn own<T>(
    ty: &Type,
    values: &[EnumValue<T>],
    signature: &TokenStream,
    arms: impl Iterator<Item = TokenStream>,
    unknown: &TokenStream,
) -> TokenStream {
    let (name, all) = (ty.name.to_ident(), names(values));
    quote! {
        impl #name {
            /// Every value that the document lists.
            pub const ALL: &'static [Self] = &[#(Self::#all),*];

            /// The value as it travels.
            #[must_use]
            #signature {
                match self {
                    #(#arms,)*
                    Self::Unknown(value) => #unknown,
                }
            }
        }
    }
}

fn names<T>(values: &[EnumValue<T>]) -> Vec<Ident> {
    values.iter().map(|value| value.name.to_ident()).collect()
}

fn variants<T: std::fmt::Display>(values: &[EnumValue<T>]) -> TokenStream {
    let variants = values.iter().map(|value| {
        let wire = docs::code(&value.wire.to_string());
        let description = docs::text(&value.description, "").join(" ");
        let separator = if description.is_empty() { "" } else { ": " };
        let docs = docs::lines(&[format!("{wire}{separator}{description}")]);
        let name = value.name.to_ident();
        quote! {
            #docs
            #name,
        }
    });
    quote!(#(#variants)*)
}

fn declaration(ty: &Type, variants: &TokenStream, unknown: &TokenStream) -> TokenStream {
    let docs = of_type(ty);
    let name = ty.name.to_ident();
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #variants
            /// A value that the document does not list; it is kept and sent back unchanged.
            Unknown(#unknown),
        }
    }
}
