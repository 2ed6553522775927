//! Which type each schema of a document has.

use std::collections::BTreeMap;

use super::context::Context;
use super::schema::type_of;
use crate::diagnostics::Pointer;
use crate::ir::{Shape, Type, TypeRef};
use crate::names::Identifier;

/// Longest chain of aliases that is followed.
const MAX_CHAIN: usize = 128;

/// Returns the types of the schemas that were lowered, by their places in the text; aliases are replaced by what they
/// stand for.
///
/// Schemas without a type of their own are left out, such as objects that are parts of an `allOf`.
pub(super) fn type_places(mut context: Context<'_>) -> BTreeMap<Pointer, TypeRef> {
    let document = context.document;
    let is_reference = |at: &Pointer| {
        document
            .value(at)
            .is_some_and(|node| node.get("$ref").is_some())
    };
    let mut read = context.schemas_read();
    read.retain(|at| !is_reference(at) && !document.is_elsewhere(&document.origin(at)));
    let mut places = BTreeMap::new();
    for at in read {
        let ty = type_of(&mut context, &at).into_type();
        if let Some(ty) = expanded(&context.types, &ty, 0) {
            // What the upgrade put into a schema comes after it, and has the same origin.
            places.entry(document.origin(&at)).or_insert(ty);
        }
    }
    places
}

/// `ty` without aliases, unless it names a type that the client does not have.
fn expanded(types: &BTreeMap<Identifier, Type>, ty: &TypeRef, depth: usize) -> Option<TypeRef> {
    let inner = |ty: &TypeRef| expanded(types, ty, depth + 1).map(Box::new);
    Some(match ty {
        TypeRef::Named(name) => match &types.get(name)?.shape {
            Shape::Alias(target) if depth < MAX_CHAIN => {
                return expanded(types, target, depth + 1);
            }
            _ => ty.clone(),
        },
        TypeRef::List(item) => TypeRef::List(inner(item)?),
        TypeRef::Map(value) => TypeRef::Map(inner(value)?),
        TypeRef::Optional(value) => TypeRef::Optional(inner(value)?),
        TypeRef::Boxed(value) => TypeRef::Boxed(inner(value)?),
        TypeRef::Scalar(_) | TypeRef::Json => ty.clone(),
    })
}
