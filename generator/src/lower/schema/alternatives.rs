//! Alternatives of a schema, and members beside them, which every alternative has too (JSON Schema 2020-12, section
//! 10.2.1).

use hashbrown::HashSet;
use serde_json::Value;

use super::Classified;
use super::annotations::is_annotation;
use super::classify::of_kind;
use super::members::{has_members, members, mergeable};
use super::normalized::{Additional, NormalizedSchema};
use crate::catalog::json_type::JsonType;
use crate::codes::lower::UNION_BESIDE_PROPERTIES;
use crate::diagnostics::Pointer;
use crate::ir::Scalar;
use crate::lower::context::Context;

/// The alternatives of a schema.
#[derive(Debug, Default)]
pub(super) struct Alternatives {
    /// Those that say what values look like.
    pub structured: Vec<Pointer>,
    /// Whether one of them says nothing of that.
    pub has_unstructured: bool,
    /// Whether one of them says nothing at all, so that any value is valid.
    pub admits_anything: bool,
    /// Whether one of them admits `null`.
    pub admits_null: bool,
}

/// Sorts the alternatives of a schema.
pub(super) fn alternatives(
    context: &mut Context<'_>,
    normalized: &NormalizedSchema,
) -> Alternatives {
    let mut sorted = Alternatives::default();
    for at in normalized.one_of.iter().chain(&normalized.any_of) {
        let otherwise = "values of this subschema are kept as JSON";
        let Some(target) = context.resolve_or(at, otherwise) else {
            sorted.has_unstructured = true;
            continue;
        };
        let alternative = context.normalized(&target);
        sorted.admits_null |= admits_null(context, &target);
        if alternative.is_null() {
            continue;
        }
        let is_told_by_format =
            normalized.kind.is_none() && alternative.scalar_of_format().is_some();
        if !is_told_by_format && says_nothing(context, &target) {
            sorted.has_unstructured = true;
            sorted.admits_anything |= admits_anything(context, &target);
        } else {
            sorted.structured.push(at.clone());
        }
    }
    sorted
}

/// How many schemas within each other are looked through for `null`.
const MAX_NESTING: usize = 8;

/// Returns whether `null` is a value of the schema at `at`, or of an alternative of it.
pub(super) fn admits_null(context: &mut Context<'_>, at: &Pointer) -> bool {
    let mut pending = vec![(at.clone(), 0)];
    while let Some((at, depth)) = pending.pop() {
        let Some(target) = context.resolve(&at) else {
            continue;
        };
        let normalized = context.normalized(&target);
        if normalized.admits_null() {
            return true;
        }
        if depth < MAX_NESTING {
            let inner = normalized.one_of.iter().chain(&normalized.any_of);
            pending.extend(inner.map(|at| (at.clone(), depth + 1)));
        }
    }
    false
}

/// Returns whether the schema at `at` is empty, but for what describes it.
fn admits_anything(context: &Context<'_>, at: &Pointer) -> bool {
    let schema = context.document.value(at).and_then(Value::as_object);
    schema.is_some_and(|schema| schema.keys().all(|key| is_annotation(key)))
}

/// Returns the enum of strings among the alternatives of a schema whose others are any string: other values are
/// documented, as they are read for all enums.
pub(super) fn open_enum(
    context: &mut Context<'_>,
    normalized: &NormalizedSchema,
) -> Option<Pointer> {
    if normalized.one_of.len() + normalized.any_of.len() < 2 || !normalized.properties.is_empty() {
        return None;
    }
    let sorted = alternatives(context, normalized);
    if sorted.has_unstructured {
        return None;
    }
    let (mut enums, mut has_string) = (Vec::new(), false);
    for at in sorted.structured {
        let target = context.resolve(&at)?;
        let normalized = context.normalized(&target);
        if normalized.parts().next().is_some() {
            return None;
        }
        if !normalized.enumeration.is_empty() && normalized.enumeration.iter().all(is_text) {
            enums.push(at);
        } else if normalized.enumeration.is_empty() && is_string(context, &target, &normalized) {
            has_string = true;
        } else {
            return None;
        }
    }
    match enums.as_slice() {
        [only] if has_string => Some(only.clone()),
        _ => None,
    }
}

/// Returns whether a value is one of an enum of strings, which can list `null` too.
fn is_text(value: &Value) -> bool {
    value.is_string() || value.is_null()
}

fn is_string(context: &mut Context<'_>, at: &Pointer, normalized: &NormalizedSchema) -> bool {
    normalized.kind.as_deref() == Some("string")
        && matches!(
            of_kind(context, at, normalized),
            Classified::Scalar(Scalar::String)
        )
}

/// Returns the only alternative of a schema beside `null`.
pub(super) fn only_alternative(
    context: &mut Context<'_>,
    normalized: &NormalizedSchema,
) -> Option<Pointer> {
    let sorted = alternatives(context, normalized);
    match sorted.structured.as_slice() {
        [only] if !sorted.has_unstructured => Some(only.clone()),
        _ => None,
    }
}

/// How many schemas are looked through for something that they say.
const MAX_PARTS: usize = 64;

/// Returns whether the schema at `at` and those that it combines say nothing of what values look like: they may list
/// members that are required.
fn says_nothing(context: &mut Context<'_>, at: &Pointer) -> bool {
    let (mut pending, mut visited) = (vec![at.clone()], HashSet::new());
    while let Some(at) = pending.pop() {
        let normalized = context.normalized(&at);
        if !normalized.is_bare() || visited.len() >= MAX_PARTS {
            return false;
        }
        if visited.insert(at) {
            for part in normalized.parts() {
                let Some(part) = context.resolve(part) else {
                    return false;
                };
                pending.push(part);
            }
        }
    }
    true
}

/// Classifies the schema at `at`, which has alternatives.
pub(super) fn classify(
    context: &mut Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
) -> Classified {
    let sorted = alternatives(context, normalized);
    match sorted.structured.as_slice() {
        [] => of_kind(context, at, normalized),
        alternatives if !normalized.properties.is_empty() => {
            if mergeable(context, normalized).is_some() {
                return Classified::Object;
            }
            if is_distributable(context, alternatives) && !sorted.has_unstructured {
                return Classified::Union(distribute(context, at, normalized, None, alternatives));
            }
            report_beside(context, at);
            Classified::Object
        }
        _ if sorted.admits_anything => Classified::Anything,
        // Typed additional properties belong to each subschema, as properties do.
        alternatives
            if matches!(normalized.additional, Additional::Schema(_))
                && !sorted.has_unstructured
                && is_distributable(context, alternatives) =>
        {
            Classified::Union(distribute(context, at, normalized, None, alternatives))
        }
        [only] if !sorted.has_unstructured => Classified::Same(only.clone()),
        alternatives => {
            let only = if sorted.has_unstructured {
                None
            } else {
                one_scalar(context, alternatives)
            };
            match only.or_else(|| open_enum(context, normalized)) {
                Some(same) => Classified::Same(same),
                None => Classified::Union(sorted.structured),
            }
        }
    }
}

/// Returns the alternative that has the type of all, where that is one type of the language: they differ in patterns
/// and bounds only. Of integers it is a signed one, if not all are unsigned by their bounds.
fn one_scalar(context: &mut Context<'_>, alternatives: &[Pointer]) -> Option<Pointer> {
    let scalars = alternatives.iter().map(|at| {
        let target = context.resolve(at)?;
        let normalized = context.normalized(&target);
        let is_typed = normalized
            .kind
            .as_deref()
            .is_some_and(|kind| JsonType::named(kind).is_some());
        let is_typed = is_typed || normalized.scalar_of_format().is_some();
        let is_plain =
            is_typed && normalized.enumeration.is_empty() && normalized.parts().next().is_none();
        match is_plain.then(|| of_kind(context, &target, &normalized))? {
            Classified::Scalar(scalar) => Some((at, scalar, normalized.scalar_without_bounds())),
            _ => None,
        }
    });
    let scalars: Vec<_> = scalars.collect::<Option<_>>()?;
    let (first, _, common) = scalars.first()?;
    let is_one = scalars.iter().all(|(_, _, scalar)| scalar == common);
    let is_signed = |(_, scalar, _): &&(_, Scalar, _)| Some(*scalar) == *common;
    let signed = scalars.iter().find(is_signed);
    is_one.then(|| signed.map_or(*first, |(at, ..)| *at).clone())
}

/// Notes alternatives that are not typed because other members stand beside them.
pub(super) fn report_beside(context: &mut Context<'_>, at: &Pointer) {
    context.report(
        &UNION_BESIDE_PROPERTIES,
        "`properties` cannot be merged into the subschemas of this union",
        at,
    );
}

/// How many alternatives get members of their own: each of them becomes a type.
const MAX_ALTERNATIVES: usize = 64;

/// Returns whether all alternatives are objects with listed members.
pub(super) fn is_distributable(context: &mut Context<'_>, alternatives: &[Pointer]) -> bool {
    alternatives.len() <= MAX_ALTERNATIVES && alternatives.iter().all(|at| has_members(context, at))
}

/// Returns the alternatives of the schema at `at`, each with what the schema says beside them. They are those of
/// `part`, if the schema has them from one part of its `allOf`.
pub(super) fn distribute(
    context: &mut Context<'_>,
    at: &Pointer,
    normalized: &NormalizedSchema,
    part: Option<&Pointer>,
    alternatives: &[Pointer],
) -> Vec<Pointer> {
    let mut composed = Vec::new();
    for alternative in alternatives {
        if part.is_none() && says_it_all(context, normalized, alternative) {
            composed.push(alternative.clone());
            continue;
        }
        // The schema twice: one that is made of it and the alternative in another way has it once.
        let parts = vec![at.clone(), at.clone(), alternative.clone()];
        composed.push(match context.composed_of(&parts) {
            Some(known) => known,
            None => {
                let normalized = with_alternative(context, normalized, part, alternative);
                context.compose(parts, alternative, normalized)
            }
        });
    }
    composed
}

/// Returns whether an alternative has all members that stand beside the alternatives.
fn says_it_all(
    context: &mut Context<'_>,
    normalized: &NormalizedSchema,
    alternative: &Pointer,
) -> bool {
    let Some(target) = context.resolve(alternative) else {
        return false;
    };
    let own = members(context, &target).listed;
    let lists = |name: &String| own.iter().any(|member| member.wire == *name);
    let requires = |name: &String| {
        own.iter()
            .any(|member| member.wire == *name && member.required)
    };
    normalized.all_of.is_empty()
        && normalized.properties.iter().all(|(name, _)| lists(name))
        && normalized.required.iter().all(requires)
        && matches!(
            normalized.additional,
            Additional::Unsaid | Additional::Forbidden
        )
}

fn with_alternative(
    context: &mut Context<'_>,
    normalized: &NormalizedSchema,
    part: Option<&Pointer>,
    alternative: &Pointer,
) -> NormalizedSchema {
    let description = match context.resolve(alternative) {
        Some(target) => context.normalized(&target).description.clone(),
        None => String::new(),
    };
    let others = normalized
        .all_of
        .iter()
        .filter(|other| Some(*other) != part);
    NormalizedSchema {
        properties: normalized.properties.clone(),
        required: normalized.required.clone(),
        additional: normalized.additional.clone(),
        all_of: others.chain([alternative]).cloned().collect(),
        description,
        ..NormalizedSchema::default()
    }
}
