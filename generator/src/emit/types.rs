//! Types where they are used.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::token::Paren;
use syn::{Type, TypeTuple};

use super::syntax::{any_text, generic, list_of, member_of, named, qualified, reference};
use crate::ir::{Scalar, TypeRef};

/// The path of a type as a user of the client writes it after `use the_client::*`.
pub(crate) fn path(ty: &TypeRef) -> String {
    let spaced = OUTSIDE.owned(ty).to_token_stream().to_string();
    // No two words follow each other in the path of a type, so no space has a meaning.
    let path: String = spaced.split_whitespace().collect();
    path.replace("crate::", "").replace(',', ", ")
}

/// How the types of models are spelled.
#[derive(Clone, Copy)]
pub(super) struct Spelling {
    /// The module before their names.
    prefix: Option<&'static str>,
}

/// Beside models, which import each other.
pub(super) const IN_MODELS: Spelling = Spelling { prefix: None };
/// Elsewhere.
pub(super) const OUTSIDE: Spelling = Spelling {
    prefix: Some("models"),
};

impl Spelling {
    /// The type as it is owned.
    pub fn owned(self, ty: &TypeRef) -> Type {
        match ty {
            TypeRef::Named(name) => self.model(name.to_ident()),
            TypeRef::Scalar(scalar) => of_scalar(*scalar),
            TypeRef::List(item) => generic("Vec", self.owned(item)),
            TypeRef::Map(item) => map_of(self.owned(item)),
            TypeRef::Optional(inner) => generic("Option", self.owned(inner)),
            TypeRef::Boxed(inner) => generic("Box", self.owned(inner)),
            TypeRef::Json => qualified(&["serde_json", "Value"], []),
        }
    }

    fn model(self, name: Ident) -> Type {
        match self.prefix {
            Some(prefix) => member_of(prefix, name),
            None => named(name),
        }
    }

    /// The type as a function takes it to look at.
    pub fn borrowed(self, ty: &TypeRef) -> Type {
        match ty {
            TypeRef::Scalar(Scalar::String) => reference(qualified(&["str"], [])),
            TypeRef::Scalar(Scalar::Secret | Scalar::Bytes) => reference(self.owned(ty)),
            TypeRef::Scalar(scalar) => of_scalar(*scalar),
            TypeRef::List(item) => reference(list_of(self.borrowed_item(item))),
            TypeRef::Boxed(inner) => self.borrowed(inner),
            other => reference(self.owned(other)),
        }
    }

    /// The type of the items of a list that a function looks at; callers have texts as `&str` or as `String`.
    fn borrowed_item(self, item: &TypeRef) -> Type {
        match item {
            TypeRef::Scalar(Scalar::String) => any_text(),
            item => self.owned(item),
        }
    }
}

/// A map from names to `item`.
pub(super) fn map_of(item: Type) -> Type {
    qualified(
        &["std", "collections", "BTreeMap"],
        [qualified(&["String"], []), item],
    )
}

fn of_scalar(scalar: Scalar) -> Type {
    match scalar {
        Scalar::Boolean => qualified(&["bool"], []),
        Scalar::Int32 => qualified(&["i32"], []),
        Scalar::Int64 => qualified(&["i64"], []),
        Scalar::UInt32 => qualified(&["u32"], []),
        Scalar::UInt64 => qualified(&["u64"], []),
        Scalar::Double => qualified(&["f64"], []),
        Scalar::String => qualified(&["String"], []),
        Scalar::Secret => qualified(&["crate", "Secret"], []),
        Scalar::DateTime => qualified(
            &["chrono", "DateTime"],
            [qualified(&["chrono", "FixedOffset"], [])],
        ),
        Scalar::Date => qualified(&["chrono", "NaiveDate"], []),
        Scalar::Bytes => qualified(&["bytes", "Bytes"], []),
        Scalar::Nothing => Type::Tuple(TypeTuple {
            attrs: Vec::new(),
            paren_token: Paren::default(),
            elems: Punctuated::new(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_a_user() {
        let of = |scalar| TypeRef::Scalar(scalar);
        let map = TypeRef::Map(Box::new(TypeRef::List(Box::new(of(Scalar::Secret)))));
        assert_eq!(
            path(&map),
            "std::collections::BTreeMap<String, Vec<Secret>>"
        );
        let instant = TypeRef::Optional(Box::new(of(Scalar::DateTime)));
        assert_eq!(
            path(&instant),
            "Option<chrono::DateTime<chrono::FixedOffset>>"
        );
    }
}
