//! Attributes.

use proc_macro2::{Ident, Span};
use syn::token::Bracket;
use syn::{AttrStyle, Attribute, Meta, MetaList, MetaNameValue, Path, Token};

use super::expression::literal;

/// `#[doc = "…"]`, which may have several lines; rendering gives each its own.
pub(in crate::emit) fn doc(text: &str) -> Attribute {
    let path = Path::from(Ident::new("doc", Span::call_site()));
    attribute(Meta::NameValue(MetaNameValue {
        path,
        eq_token: <Token![=]>::default(),
        value: literal(text),
    }))
}

/// An attribute that is a word, such as `#[non_exhaustive]`.
pub(in crate::emit) fn marker(name: &str) -> Attribute {
    attribute(Meta::Path(Path::from(Ident::new(name, Span::call_site()))))
}

/// An attribute with arguments, such as `#[derive(…)]`.
pub(in crate::emit) fn list(name: &str, arguments: proc_macro2::TokenStream) -> Attribute {
    attribute(Meta::List(MetaList {
        path: Path::from(Ident::new(name, Span::call_site())),
        delimiter: syn::MacroDelimiter::Paren(syn::token::Paren::default()),
        tokens: arguments,
    }))
}

fn attribute(meta: Meta) -> Attribute {
    Attribute {
        pound_token: <Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: Bracket::default(),
        meta,
    }
}
