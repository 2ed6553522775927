//! Schemas that all hold at once (OpenAPI 3.0.3, Composition and Inheritance).

use std::rc::Rc;

use super::Classified;
use super::alternatives::{alternatives, distribute, is_distributable};
use super::classify::of_kind;
use super::members::{PART_LEFT_OUT, has_members};
use super::normalized::{Additional, NormalizedSchema};
use crate::codes::lower::{ALL_OF_FREE_FORM, ALL_OF_PART_IGNORED};
use crate::diagnostics::Pointer;
use crate::lower::context::Context;

/// A part of an `allOf` that says what values look like.
struct Part {
    at: Pointer,
    normalized: Rc<NormalizedSchema>,
    has_members: bool,
}

/// Classifies the schema at `at`, which has `allOf`.
pub(super) fn classify(
    context: &mut Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
) -> Classified {
    let (parts, adds_required) = parts(context, normalized);
    if let Some(union) = union_among(context, at, normalized, &parts) {
        return Classified::Union(union);
    }
    let adds = adds_required || adds_members(normalized) || !normalized.required.is_empty();
    match parts.as_slice() {
        [] => of_kind(context, at, normalized),
        [only] if !(adds && only.has_members) => Classified::Same(only.at.clone()),
        parts if adds || parts.iter().any(|part| part.has_members) => {
            report_ignored(context, parts);
            Classified::Object
        }
        parts => most_specific(context, at, parts),
    }
}

/// Returns whether a schema has members beside those of its parts.
fn adds_members(normalized: &NormalizedSchema) -> bool {
    !normalized.properties.is_empty()
        || !matches!(
            normalized.additional,
            Additional::Unsaid | Additional::Forbidden
        )
}

/// Returns the alternatives of the one part that has some, each with what the other parts say, where all of them are
/// objects.
fn union_among(
    context: &mut Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
    parts: &[Part],
) -> Option<Vec<Pointer>> {
    let mut unions = parts
        .iter()
        .filter(|part| part.normalized.has_alternatives());
    let union = unions.next().filter(|_| unions.next().is_none())?;
    let is_alone = parts.len() == 1 && !adds_members(normalized);
    if is_alone || union.has_members || parts.iter().any(|part| !part.normalized.can_be_object()) {
        return None;
    }
    let sorted = alternatives(context, &union.normalized);
    let is_plain = union.normalized.all_of.is_empty() && !sorted.has_unstructured;
    let listed = sorted.structured;
    (is_plain && listed.len() > 1 && is_distributable(context, &listed))
        .then(|| distribute(context, at, normalized, Some(&union.at), &listed))
}

/// Returns the parts that say what values look like, and whether another one makes members required.
fn parts(context: &mut Context<'_>, normalized: &NormalizedSchema) -> (Vec<Part>, bool) {
    let (mut parts, mut adds_required) = (Vec::new(), false);
    let mut told_by_format = None;
    for at in &normalized.all_of {
        let Some(target) = context.resolve_or(at, PART_LEFT_OUT) else {
            continue;
        };
        let normalized = context.normalized(&target);
        if normalized.is_unstructured() {
            adds_required |= !normalized.required.is_empty();
            if normalized.scalar_of_format().is_some() {
                told_by_format = Some(Part {
                    at: at.clone(),
                    normalized,
                    has_members: false,
                });
            }
        } else {
            let has_members = has_members(context, at);
            parts.push(Part {
                at: at.clone(),
                normalized,
                has_members,
            });
        }
    }
    let is_typed = normalized.kind.is_some() || !parts.is_empty();
    parts.extend(told_by_format.filter(|_| !is_typed));
    (parts, adds_required)
}

/// Notes parts that cannot be merged into an object.
fn report_ignored(context: &mut Context<'_>, parts: &[Part]) {
    for part in parts
        .iter()
        .filter(|part| !part.has_members && !part.normalized.can_be_object())
    {
        context.report(
            &ALL_OF_PART_IGNORED,
            "this subschema is not an object and cannot be merged with the others",
            &part.at,
        );
    }
}

/// Of several parts that are no objects, the one that says most: a list of values, then a format, then a type.
fn most_specific(context: &mut Context<'_>, at: &Pointer, parts: &[Part]) -> Classified {
    let rank = |part: &&Part| {
        (
            !part.normalized.enumeration.is_empty(),
            part.normalized.format.is_some(),
        )
    };
    let Some(best) = parts.iter().rev().max_by_key(rank) else {
        return Classified::Anything;
    };
    if parts
        .iter()
        .any(|part| part.normalized.kind.is_some() && part.normalized.kind != best.normalized.kind)
    {
        context.report(
            &ALL_OF_FREE_FORM,
            "these subschemas cannot be merged into one type",
            &at.child("allOf"),
        );
    }
    Classified::Same(best.at.clone())
}
