//! Component schemas that are just another name of a type.

use super::Classified;
use super::type_of::{follow, unnamed};
use crate::diagnostics::Pointer;
use crate::ir::Shape;
use crate::lower::context::Context;

/// A component that refers to another one.
pub(super) fn of_reference(context: &mut Context<'_>, at: &Pointer) -> Shape {
    Shape::Alias(follow(context, at, 0).into_type())
}

/// A component that is no type of its own, such as a list.
pub(super) fn of_unnamed(
    context: &mut Context<'_>,
    at: &Pointer,
    classified: &Classified,
) -> Shape {
    Shape::Alias(unnamed(context, at, classified, 0).into_type())
}
