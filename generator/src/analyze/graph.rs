//! Which types refer to which.

use crate::ir::{Success, TypeRef};
use crate::names::Identifier;

/// The type of the client that a use names, at any depth.
pub(super) fn named(ty: &TypeRef) -> Option<Identifier> {
    match ty {
        TypeRef::Named(name) => Some(name.clone()),
        TypeRef::List(inner)
        | TypeRef::Map(inner)
        | TypeRef::Optional(inner)
        | TypeRef::Boxed(inner) => named(inner),
        TypeRef::Scalar(_) | TypeRef::Json => None,
    }
}

/// The type of the client that a use holds in place, without a list or map between.
pub(super) fn contained(ty: &TypeRef) -> Option<&Identifier> {
    match ty {
        TypeRef::Named(name) => Some(name),
        TypeRef::Optional(inner) => contained(inner),
        TypeRef::List(_)
        | TypeRef::Map(_)
        | TypeRef::Boxed(_)
        | TypeRef::Scalar(_)
        | TypeRef::Json => None,
    }
}

/// The types that a success can have.
pub(super) fn success_types(success: &Success) -> impl Iterator<Item = &TypeRef> {
    let (single, several) = match success {
        Success::Single(case) => (Some(&case.ty), None),
        Success::Union(union) => (None, Some(union.cases.iter().map(|(_, _, case)| &case.ty))),
    };
    single.into_iter().chain(several.into_iter().flatten())
}
