//! Schemas of which one holds: `oneOf`, and `anyOf`, which most documents use alike.

use super::Classified;
use super::classify::of_kind;
use super::facts::Facts;
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
        if alternative.is_unstructured() {
            sorted.has_unstructured = true;
        } else {
            sorted.structured.push(at.clone());
        }
    }
    sorted
}

/// Classifies the schema at `at`, which has alternatives.
pub(super) fn classify(context: &mut Context<'_>, at: &Pointer, facts: &Facts) -> Classified {
    let sorted = alternatives(context, facts);
    match sorted.structured.as_slice() {
        [] => of_kind(context, at, facts),
        _ if !facts.properties.is_empty() => {
            report_beside(context, at);
            Classified::Object
        }
        [only] if !sorted.has_unstructured => Classified::Same(only.clone()),
        _ => Classified::Union(sorted.structured),
    }
}

/// Notes alternatives that are not typed because other members stand beside them.
pub(super) fn report_beside(context: &mut Context<'_>, at: &Pointer) {
    context.report(
        &UNION_BESIDE_PROPERTIES,
        "properties and alternatives stand side by side",
        at,
    );
}
