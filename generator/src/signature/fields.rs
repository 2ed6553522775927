//! Fields of structs, their constructor and their setters.

use super::TypeUse;
use crate::ir::{Content, Conversion, Field, Presence, Source, Struct, TypeRef};

/// Returns the type of a field, absence included.
pub(crate) fn field_type(field: &Field) -> TypeUse<'_> {
    match field.presence {
        Presence::Required => TypeUse::Owned(&field.ty),
        Presence::Optional => TypeUse::Optional(&field.ty),
        Presence::Patch => TypeUse::Patch(&field.ty),
    }
}

/// Returns the type of the field for members that are not listed, which are of type `ty`.
pub(crate) fn extra_type(ty: &TypeRef) -> TypeUse<'_> {
    TypeUse::Members(ty)
}

/// Returns the type that a constructor or setter takes for a field.
pub(crate) fn given(field: &Field) -> TypeUse<'_> {
    match (field.presence, converts(field)) {
        (Presence::Patch, _) => TypeUse::IntoPatch(&field.ty),
        (_, true) => TypeUse::IntoOwned(boxed_union(field).unwrap_or(&field.ty)),
        (_, false) => TypeUse::Owned(&field.ty),
    }
}

/// Returns the union that a field holds in a box, which its constructor or setter makes.
pub(crate) fn boxed_union(field: &Field) -> Option<&TypeRef> {
    match &field.ty {
        TypeRef::Boxed(inner) if field.content == Content::Union => Some(inner),
        _ => None,
    }
}

/// Returns whether a constructor or setter takes what can become the field's type.
pub(crate) fn converts(field: &Field) -> bool {
    let is_convenient = match &field.ty {
        TypeRef::Scalar(scalar) => scalar.row().converts,
        TypeRef::List(_) | TypeRef::Boxed(_) | TypeRef::Json | TypeRef::Optional(_) => true,
        TypeRef::Named(_) | TypeRef::Map(_) => false,
    };
    is_convenient
        || field.content == Content::Union
        || field.constant.is_some()
        || field.presence == Presence::Patch
}

/// Returns what `new` takes: the required members by name, so that it does not change when the document lists them in
/// another order. It knows the only value of some.
pub(crate) fn constructor_arguments(fields: &Struct) -> Vec<&Field> {
    let is_argument =
        |field: &&Field| field.presence == Presence::Required && field.constant.is_none();
    let mut required: Vec<&Field> = fields.fields.iter().filter(is_argument).collect();
    required.sort_by(|left, right| left.wire.cmp(&right.wire));
    required
}

/// Returns whether a value can be made from nothing, where the type has a constructor.
pub(crate) fn has_default(fields: &Struct) -> bool {
    fields.has_default || constructor_arguments(fields).is_empty()
}

/// Returns the fields that have a setter, where the type has any: the constructor takes what is required, and what only
/// the API sets is never sent.
pub(crate) fn settable(fields: &Struct) -> impl Iterator<Item = &Field> {
    let is_given = |field: &Field| field.presence == Presence::Required && field.constant.is_none();
    let fields = fields.fields.iter();
    fields.filter(move |field| !is_given(field) && !field.read_only)
}

/// Returns the type that a `From` takes.
pub(crate) fn source(conversion: &Conversion) -> TypeUse<'_> {
    match &conversion.source {
        Source::Type(ty) => TypeUse::Owned(ty),
        Source::Text => TypeUse::Text,
    }
}
