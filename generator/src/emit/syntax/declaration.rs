//! Declarations of types.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::token::Brace;
use syn::{Attribute, Fields, Generics, Item, ItemEnum, ItemStruct, Token, Variant};

use super::public;

/// `pub struct name { fields }`
pub(in crate::emit) fn struct_item(
    attributes: Vec<Attribute>,
    name: Ident,
    fields: Fields,
) -> Item {
    let semicolon = !matches!(fields, Fields::Named(_));
    Item::Struct(ItemStruct {
        attrs: attributes,
        vis: public(),
        struct_token: <Token![struct]>::default(),
        ident: name,
        generics: Generics::default(),
        fields,
        semi_token: semicolon.then(<Token![;]>::default),
    })
}

/// `pub enum name { variants }`
pub(in crate::emit) fn enum_item(
    attributes: Vec<Attribute>,
    name: Ident,
    variants: impl IntoIterator<Item = Variant>,
) -> Item {
    Item::Enum(ItemEnum {
        attrs: attributes,
        vis: public(),
        enum_token: <Token![enum]>::default(),
        ident: name,
        generics: Generics::default(),
        brace_token: Brace::default(),
        variants: Punctuated::from_iter(variants),
    })
}

/// `name` or `name(content)`
pub(in crate::emit) fn variant(attributes: Vec<Attribute>, name: Ident, fields: Fields) -> Variant {
    Variant {
        attrs: attributes,
        ident: name,
        fields,
        discriminant: None,
    }
}
