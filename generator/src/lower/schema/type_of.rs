//! The type that a schema stands for, under its own name or as another name of a type.

use super::alternatives::admits_null;
use super::{Classified, NormalizedSchema, classify};
use crate::codes::lower::NESTED_TOO_DEEP;
use crate::diagnostics::Pointer;
use crate::ir::{Shape, TypeRef};
use crate::lower::context::{Context, Use};
use crate::lower::place_names::place_name;

/// How many lists and maps may nest before a schema with a name of its own.
const MAX_NESTING: usize = 32;

/// Returns the type of the schema or reference at `at`, and whether it admits `null`.
pub(crate) fn type_of(context: &mut Context<'_>, at: &Pointer) -> Use {
    nested(context, at, 0)
}

fn nested(context: &mut Context<'_>, at: &Pointer, depth: usize) -> Use {
    if depth > MAX_NESTING {
        context.report(&NESTED_TOO_DEEP, "this schema is nested too deep", at);
        return anything();
    }
    follow(context, at, depth)
}

fn anything() -> Use {
    Use {
        ty: TypeRef::Json,
        nullable: false,
    }
}

/// Returns the type that the references at `at` lead to.
pub(super) fn follow(context: &mut Context<'_>, at: &Pointer, depth: usize) -> Use {
    let Some(target) = context.resolve(at) else {
        return anything();
    };
    let normalized = context.normalized(&target);
    context.envelopes.use_type(&target);
    let mut used = match context.known.get(&target) {
        Some(known) => known.clone(),
        None => unknown(context, &target, &normalized, depth),
    };
    used.nullable |= admits_null(context, &target);
    used
}

/// Returns the type of a schema that is met for the first time.
fn unknown(
    context: &mut Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
    depth: usize,
) -> Use {
    let classified = classify(context, at, normalized);
    match classified {
        Classified::Object
        | Classified::Strings(_)
        | Classified::Integers(_)
        | Classified::Union(_) => declare(context, at),
        unnamed_shape => unnamed(context, at, &unnamed_shape, depth),
    }
}

/// Names a type; it is built later, so that types may contain each other.
fn declare(context: &mut Context<'_>, at: &Pointer) -> Use {
    let wanted = place_name(context, at);
    let name = context.claim_type(&wanted.home, &wanted.words, at);
    let used = Use {
        ty: TypeRef::Named(name.clone()),
        nullable: false,
    };
    context.known.insert(at.clone(), used.clone());
    context.declared.push_back((at.clone(), name));
    used
}

/// Returns the type of a shape that has no name of its own.
pub(super) fn unnamed(
    context: &mut Context<'_>,
    at: &Pointer,
    classified: &Classified,
    depth: usize,
) -> Use {
    let ty = match classified {
        Classified::Scalar(scalar) => TypeRef::Scalar(*scalar),
        Classified::List(items) => TypeRef::List(Box::new(item(context, items.as_ref(), depth))),
        Classified::Map(values) => TypeRef::Map(Box::new(item(context, values.as_ref(), depth))),
        Classified::Same(other) if other != at => return nested(context, other, depth + 1),
        _ => TypeRef::Json,
    };
    Use {
        ty,
        nullable: false,
    }
}

/// Returns the type of a list's items or a map's values.
pub(super) fn item(context: &mut Context<'_>, at: Option<&Pointer>, depth: usize) -> TypeRef {
    let Some(at) = at else { return TypeRef::Json };
    nested(context, at, depth + 1).into_type()
}

/// Returns a component that refers to another one.
pub(super) fn of_reference(context: &mut Context<'_>, at: &Pointer) -> Shape {
    Shape::Alias(follow(context, at, 0).into_type())
}

/// Returns a component that is no type of its own, such as a list.
pub(super) fn of_unnamed(
    context: &mut Context<'_>,
    at: &Pointer,
    classified: &Classified,
) -> Shape {
    Shape::Alias(unnamed(context, at, classified, 0).into_type())
}
