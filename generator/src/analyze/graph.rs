//! Which types refer to which.

use crate::ir::TypeRef;
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
