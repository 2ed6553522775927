//! Schemas of which one holds: `oneOf`, and `anyOf`, which most documents use alike.

use hashbrown::HashSet;

use super::Classified;
use super::classify::{TYPES, of_kind};
use super::facts::Facts;
use super::members::mergeable;
use crate::diagnostics::Pointer;
use crate::lower::codes::UNION_BESIDE_PROPERTIES;
use crate::lower::context::Context;

/// The alternatives of a schema.
#[derive(Debug, Default)]
pub(super) struct Alternatives {
    /// Those that say what values look like.
    pub structured: Vec<Pointer>,
    /// Whether one of them says nothing of that.
    pub has_unstructured: bool,
    /// Whether one of them admits `null`.
    pub admits_null: bool,
}

/// Sorts the alternatives of a schema.
pub(super) fn alternatives(context: &mut Context<'_>, facts: &Facts) -> Alternatives {
    let mut sorted = Alternatives::default();
    for at in facts.one_of.iter().chain(&facts.any_of) {
        let otherwise = "values of this alternative are kept as JSON";
        let Some(target) = context.resolve_or(at, otherwise) else {
            sorted.has_unstructured = true;
            continue;
        };
        let alternative = context.facts(&target);
        sorted.admits_null |= alternative.admits_null();
        if alternative.is_null() {
            continue;
        }
        if says_nothing(context, &target) {
            sorted.has_unstructured = true;
        } else {
            sorted.structured.push(at.clone());
        }
    }
    sorted
}

/// The only alternative of a schema beside `null`.
pub(super) fn only_alternative(context: &mut Context<'_>, facts: &Facts) -> Option<Pointer> {
    let sorted = alternatives(context, facts);
    match sorted.structured.as_slice() {
        [only] if !sorted.has_unstructured => Some(only.clone()),
        _ => None,
    }
}

/// How many schemas are looked through for something that they say.
const MOST_PARTS: usize = 64;

/// Whether the schema at `at` and those that it combines say nothing of what values look like: they may list members
/// that are required.
fn says_nothing(context: &mut Context<'_>, at: &Pointer) -> bool {
    let (mut pending, mut visited) = (vec![at.clone()], HashSet::new());
    while let Some(at) = pending.pop() {
        let facts = context.facts(&at);
        if !facts.is_bare() || visited.len() >= MOST_PARTS {
            return false;
        }
        if visited.insert(at) {
            for part in facts.parts() {
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
pub(super) fn classify(context: &mut Context<'_>, at: &Pointer, facts: &Facts) -> Classified {
    let sorted = alternatives(context, facts);
    match sorted.structured.as_slice() {
        [] => of_kind(context, at, facts),
        _ if !facts.properties.is_empty() => {
            if mergeable(context, facts).is_none() {
                report_beside(context, at);
            }
            Classified::Object
        }
        [only] if !sorted.has_unstructured => Classified::Same(only.clone()),
        [first, ..] if !sorted.has_unstructured && are_one_scalar(context, &sorted.structured) => {
            Classified::Same(first.clone())
        }
        _ => Classified::Union(sorted.structured),
    }
}

/// Whether all alternatives are the same type of the language: they differ in patterns and bounds only.
fn are_one_scalar(context: &mut Context<'_>, alternatives: &[Pointer]) -> bool {
    let mut scalars = alternatives.iter().map(|at| {
        let target = context.resolve(at)?;
        let facts = context.facts(&target);
        let is_typed = facts
            .kind
            .as_deref()
            .is_some_and(|kind| TYPES.contains(&kind));
        let is_plain = is_typed && facts.enumeration.is_empty() && facts.parts().next().is_none();
        match is_plain.then(|| of_kind(context, &target, &facts))? {
            Classified::Scalar(scalar) => Some(scalar),
            _ => None,
        }
    });
    let first = scalars.next().flatten();
    first.is_some() && scalars.all(|scalar| scalar == first)
}

/// Notes alternatives that are not typed because other members stand beside them.
pub(super) fn report_beside(context: &mut Context<'_>, at: &Pointer) {
    context.report(
        &UNION_BESIDE_PROPERTIES,
        "properties and alternatives stand side by side",
        at,
    );
}
