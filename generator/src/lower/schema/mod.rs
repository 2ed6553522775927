//! Schemas become types. In two steps: what a schema says is classified into one [`Classified`] shape,
//! then each shape has its builder.

mod all_of;
mod alternatives;
mod annotations;
mod classify;
mod composition;
mod discriminate;
mod distinguish;
mod endless;
mod enumeration;
mod envelope;
mod inheritance;
mod mapping;
mod members;
mod normalized;
mod object;
mod shape_summary;
mod type_of;
mod union;
mod values;

pub(super) use annotations::{add_of_parts, is_alone};
pub(super) use classify::{Classified, classify};
pub(super) use envelope::{Unwrapped, unwrapped};
pub(super) use inheritance::Subtypes;
pub(super) use members::Member;
pub(super) use normalized::NormalizedSchema;
pub(super) use object::declare_object;
pub(super) use shape_summary::essence;
pub(super) use type_of::type_of;
pub(super) use values::constant;
pub(super) use values::{with_constant, with_values};

use super::context::{Context, Use};
use super::shapes::keys;
use crate::diagnostics::Pointer;
use crate::ir::{Shape, Type, TypeOperations, TypeRef, Usage};
use crate::names::Identifier;
use values::with_listed;

/// Gives every component schema its name.
pub(super) fn declare_components(context: &mut Context<'_>) {
    let schemas = Pointer::root().child("components").child("schemas");
    let mut names = keys(context, &schemas, "`schemas`");
    names.sort_unstable();
    let identifiers = context.claim_components(&names);
    for (name, identifier) in names.into_iter().zip(identifiers) {
        declare_component(context, &schemas.child(name), name, identifier);
    }
}

fn declare_component(context: &mut Context<'_>, at: &Pointer, name: &str, identifier: Identifier) {
    context.place_type(name, identifier.clone());
    context.known.insert(
        at.clone(),
        Use {
            ty: TypeRef::Named(identifier.clone()),
            nullable: false,
        },
    );
    context.declared.push_back((at.clone(), identifier));
}

/// Builds every type that has a name, and those that turn up on the way; but no envelope that nothing else uses.
pub(super) fn build_declared(context: &mut Context<'_>) {
    let mut put_off = Vec::new();
    while let Some((at, name)) = next_declared(context, &mut put_off) {
        let built = build(context, &at, name.clone());
        context.types.insert(name, built);
    }
    for (_, name) in put_off {
        context.drop_type(&name);
    }
    endless::degrade(context);
}

/// Returns a type that has a name and is not built yet. Envelopes are put off until it turns out that they are used.
fn next_declared(
    context: &mut Context<'_>,
    put_off: &mut Vec<(Pointer, Identifier)>,
) -> Option<(Pointer, Identifier)> {
    while let Some((at, name)) = context.declared.pop_front() {
        if !context.envelopes.is_mere_envelope(&at) {
            return Some((at, name));
        }
        put_off.push((at, name));
    }
    let envelopes = &context.envelopes;
    let used = put_off
        .iter()
        .position(|(at, _)| !envelopes.is_mere_envelope(at))?;
    Some(put_off.remove(used))
}

fn build(context: &mut Context<'_>, at: &Pointer, name: Identifier) -> Type {
    let is_reference = context
        .document
        .value(at)
        .is_some_and(|node| node.get("$ref").is_some());
    let normalized = context.normalized(at);
    let shape = if is_reference {
        type_of::of_reference(context, at)
    } else {
        shape(context, at, &normalized, at)
    };
    Type {
        name,
        description: with_listed(context, normalized.description.clone(), &normalized),
        deprecated: normalized.deprecated,
        usage: Usage::default(),
        operations: TypeOperations::default(),
        shape,
        origin: context.origin(at),
    }
}

/// Returns the shape of the schema at `at`, which is that at `owner` or a part of it that says all.
fn shape(
    context: &mut Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
    owner: &Pointer,
) -> Shape {
    match classify(context, at, normalized) {
        Classified::Object => {
            inheritance::report_ignored(context, at);
            object::build(context, at, owner)
        }
        Classified::Strings(values) => {
            enumeration::strings(context, at, normalized, &values, owner)
        }
        Classified::Integers(values) => {
            enumeration::integers(context, at, normalized, &values, owner)
        }
        Classified::Union(variants) => union::build(context, at, &variants),
        Classified::Same(other) if is_part_of(context, &other, at) => {
            let normalized = context.normalized(&other);
            shape(context, &other, &normalized, owner)
        }
        other => type_of::of_unnamed(context, at, &other),
    }
}

/// Returns whether the schema at `part` is written out within the one at `whole`, which it then gets its name from.
fn is_part_of(context: &Context<'_>, part: &Pointer, whole: &Pointer) -> bool {
    let is_reference = context
        .document
        .value(part)
        .is_none_or(|node| node.get("$ref").is_some());
    let is_known = context.known.contains_key(part);
    !is_reference
        && !is_known
        && part.as_str().len() > whole.as_str().len()
        && part.as_str().starts_with(whole.as_str())
}
