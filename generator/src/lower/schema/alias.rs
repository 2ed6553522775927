//! Component schemas that are just another name of a type.

use super::Classified;
use super::type_of::{follow, unnamed};
use crate::diagnostics::Pointer;
use crate::ir::{Shape, TypeRef};
use crate::lower::context::{Context, Use};

/// A component that refers to another one.
pub(super) fn of_reference(context: &mut Context<'_>, at: &Pointer) -> Shape {
    let target = follow(context, at, 0);
    Shape::Alias(with_null(target))
}

/// A component that is no type of its own, such as a list.
pub(super) fn of_unnamed(
    context: &mut Context<'_>,
    at: &Pointer,
    classified: &Classified,
) -> Shape {
    Shape::Alias(unnamed(context, at, classified, 0).ty)
}

fn with_null(used: Use) -> TypeRef {
    if used.nullable {
        TypeRef::Optional(Box::new(used.ty))
    } else {
        used.ty
    }
}
