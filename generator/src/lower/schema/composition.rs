//! One member that several parts of an `allOf` define: all of the definitions hold (JSON Schema Validation, `allOf`).

use super::members::has_members;
use super::normalized::{Additional, NormalizedSchema};
use crate::diagnostics::Pointer;
use crate::lower::context::Context;
use crate::normalize::Walk;

/// How many lists within each other are composed.
const MAX_DEPTH: usize = 16;
/// How many definitions are composed.
const MAX_PARTS: usize = 8;

/// Returns the place of a definition that says what both say, as far as they can be composed; else the more specific
/// one, or the later.
pub(super) fn compose(context: &mut Context<'_>, earlier: &Pointer, later: &Pointer) -> Pointer {
    nested(context, earlier, later, 0)
}

fn nested(context: &mut Context<'_>, earlier: &Pointer, later: &Pointer, depth: usize) -> Pointer {
    let (Some(first), Some(second)) = (context.resolve(earlier), context.resolve(later)) else {
        return later.clone();
    };
    if first == second || includes(context, &second, &first) {
        return later.clone();
    }
    if includes(context, &first, &second) {
        return earlier.clone();
    }
    if has_members(context, &first) && has_members(context, &second) {
        return both(context, &first, later, &second, |parts| NormalizedSchema {
            all_of: parts.to_vec(),
            ..NormalizedSchema::default()
        });
    }
    let normalized = (context.normalized(&first), context.normalized(&second));
    if let (Some(items), Some(others)) = (&normalized.0.items, &normalized.1.items)
        && depth < MAX_DEPTH
    {
        let composed = nested(context, items, others, depth + 1);
        if composed != *others {
            return both(context, &first, later, &second, |_| NormalizedSchema {
                kind: Some("array".to_owned()),
                items: Some(composed),
                ..NormalizedSchema::default()
            });
        }
    }
    if is_refined(&normalized.0, &normalized.1) {
        earlier.clone()
    } else {
        later.clone()
    }
}

/// Returns whether the schema at `whole` has the one at `part` among the parts of its `allOf`.
fn includes(context: &mut Context<'_>, whole: &Pointer, part: &Pointer) -> bool {
    let mut walk = Walk::new([whole.clone()], MAX_PARTS);
    while let Some(at) = walk.next_schema() {
        if at == *part {
            return true;
        }
        let normalized = context.normalized(&at);
        if walk.enter(at) {
            let targets = normalized
                .all_of
                .iter()
                .filter_map(|at| context.resolve(at));
            let targets: Vec<Pointer> = targets.collect();
            walk.extend(targets);
        }
    }
    false
}

/// Returns whether the later definition only adds to the earlier one, which says more of the type.
fn is_refined(earlier: &NormalizedSchema, later: &NormalizedSchema) -> bool {
    let agree = later.kind.is_none() || earlier.kind.is_none() || later.kind == earlier.kind;
    agree && weight(earlier) > weight(later)
}

/// Returns how much a definition says of its type.
fn weight(normalized: &NormalizedSchema) -> u8 {
    let is_composed = [&normalized.all_of, &normalized.one_of, &normalized.any_of]
        .iter()
        .any(|parts| !parts.is_empty());
    let has_values = matches!(normalized.additional, Additional::Schema(_));
    if !normalized.enumeration.is_empty() || !normalized.properties.is_empty() || is_composed {
        3
    } else if normalized.format.is_some() || normalized.items.is_some() || has_values {
        2
    } else {
        u8::from(normalized.kind.is_some())
    }
}

/// Returns the definition that is made of the two at `first` and `second`, of which the latter stands at `later`.
fn both(
    context: &mut Context<'_>,
    first: &Pointer,
    later: &Pointer,
    second: &Pointer,
    shape: impl FnOnce(&[Pointer]) -> NormalizedSchema,
) -> Pointer {
    let mut parts = context.parts_of(first);
    for part in context.parts_of(second) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    if parts.len() > MAX_PARTS {
        return later.clone();
    }
    if let Some(known) = context.composed_of(&parts) {
        return known;
    }
    let (earlier, refined) = (context.normalized(first), context.normalized(second));
    let normalized = NormalizedSchema {
        nullable: earlier.nullable || refined.nullable,
        read_only: earlier.read_only || refined.read_only,
        write_only: earlier.write_only || refined.write_only,
        deprecated: earlier.deprecated || refined.deprecated,
        description: if refined.description.is_empty() {
            earlier.description.clone()
        } else {
            refined.description.clone()
        },
        default: refined.default.clone().or_else(|| earlier.default.clone()),
        ..shape(&parts)
    };
    context.compose(parts, later, normalized)
}
