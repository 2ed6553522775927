//! Attributes other than doc comments.

use syn::token::{Bracket, Paren};
use syn::{AttrStyle, Attribute, MacroDelimiter, Meta, MetaList, MetaNameValue, Path, Token};

use super::{ident, literal};

/// `#[name = "text"]`
pub(in crate::emit) fn with_text(name: &str, text: &str) -> Attribute {
    attribute(Meta::NameValue(MetaNameValue {
        path: Path::from(ident(name)),
        eq_token: <Token![=]>::default(),
        value: literal(text),
    }))
}

/// Returns an attribute that is a word, such as `#[non_exhaustive]`.
pub(in crate::emit) fn marker(name: &str) -> Attribute {
    attribute(Meta::Path(Path::from(ident(name))))
}

/// Returns an attribute with arguments, such as `#[derive(…)]`.
pub(in crate::emit) fn list(name: &str, arguments: proc_macro2::TokenStream) -> Attribute {
    attribute(Meta::List(MetaList {
        path: Path::from(ident(name)),
        delimiter: MacroDelimiter::Paren(Paren::default()),
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
