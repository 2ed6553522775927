//! Members of a type by the names that its descriptions have for them.

use std::collections::BTreeMap;

use super::Names;
use crate::ir::{EnumValues, Shape, Struct, Type, TypeRef};
use crate::names::Identifier;

/// Returns the members of `ty` whose fields have other names, without those that a description can mean otherwise: as a
/// value of an enum that another member of the type has.
pub(super) fn members(ty: &Type, types: &BTreeMap<Identifier, Type>) -> Names {
    let Shape::Struct(object) = &ty.shape else {
        return Names::new();
    };
    let renamed = object
        .fields
        .iter()
        .filter(|field| field.wire != field.name.as_str() && !is_value(&field.wire, object, types));
    renamed
        .map(|field| (field.wire.clone(), field.name.as_str().to_owned()))
        .collect()
}

/// Returns whether `text` is a value of an enum that a member of `object` has.
fn is_value(text: &str, object: &Struct, types: &BTreeMap<Identifier, Type>) -> bool {
    let enums = object
        .fields
        .iter()
        .filter_map(|field| types.get(named(&field.ty)?));
    enums.into_iter().any(|ty| match &ty.shape {
        Shape::Enum(listed) => match &listed.values {
            EnumValues::Strings(values) => values.iter().any(|value| value.wire == text),
            EnumValues::Integers(_) => false,
        },
        _ => false,
    })
}

/// Returns the type of the client that `ty` is, or has as its items.
fn named(mut ty: &TypeRef) -> Option<&Identifier> {
    loop {
        ty = match ty {
            TypeRef::Named(name) => return Some(name),
            TypeRef::List(inner)
            | TypeRef::Map(inner)
            | TypeRef::Optional(inner)
            | TypeRef::Boxed(inner) => inner,
            TypeRef::Scalar(_) | TypeRef::Json => return None,
        };
    }
}
