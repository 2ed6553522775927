//! Types where they are used.

use proc_macro2::Ident;
use syn::punctuated::Punctuated;
use syn::token::Paren;
use syn::{Type, TypeTuple};

use super::syntax::{
    any_text, generic, into, into_patch, list_of, member_of, named, qualified, reference,
};
use crate::catalog::scalar_row::RustPath;
use crate::ir::TypeRef;
use crate::signature::TypeUse;

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
    /// Returns the type as a signature has it.
    pub fn used(self, ty: TypeUse<'_>) -> Type {
        match ty {
            TypeUse::Owned(ty) => self.owned(ty),
            TypeUse::Optional(ty) => generic("Option", self.owned(ty)),
            TypeUse::Patch(ty) => self.patch(ty),
            TypeUse::Members(ty) => map_of(self.owned(ty)),
            TypeUse::IntoOwned(ty) => into(self.owned(ty)),
            TypeUse::IntoPatch(ty) => into_patch(self.owned(ty)),
            TypeUse::Borrowed(ty) => reference(self.owned(ty)),
            TypeUse::Slice(ty) => reference(list_of(self.owned(ty))),
            TypeUse::Texts => reference(list_of(any_text())),
            TypeUse::TextSlices => reference(list_of(reference(qualified(&["str"], [])))),
            TypeUse::Arguments(name) => reference(named(name.to_ident())),
            TypeUse::Text => reference(qualified(&["str"], [])),
            TypeUse::Success(name) => named(name.to_ident()),
        }
    }

    fn patch(self, ty: &TypeRef) -> Type {
        qualified(&["crate", "Patch"], [self.owned(ty)])
    }

    /// Returns the type as it is owned.
    pub fn owned(self, ty: &TypeRef) -> Type {
        match ty {
            TypeRef::Named(name) => self.model(name.to_ident()),
            TypeRef::Scalar(scalar) => of_path(&scalar.row().path),
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
}

/// Returns a map from names to `item`.
fn map_of(item: Type) -> Type {
    qualified(
        &["std", "collections", "BTreeMap"],
        [qualified(&["String"], []), item],
    )
}

fn of_path(path: &RustPath) -> Type {
    if path.segments.is_empty() {
        return Type::Tuple(TypeTuple {
            attrs: Vec::new(),
            paren_token: Paren::default(),
            elems: Punctuated::new(),
        });
    }
    qualified(path.segments, path.arguments.iter().map(of_path))
}
