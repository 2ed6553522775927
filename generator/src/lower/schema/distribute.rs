//! Alternatives beside members: every alternative has those members too (JSON Schema 2020-12, sections 10.2 and 10.3).

use super::facts::{Additional, Facts};
use super::members::{has_members, members};
use crate::diagnostics::Pointer;
use crate::lower::context::Context;

/// How many alternatives get members of their own: each of them becomes a type.
const MAX_ALTERNATIVES: usize = 64;

/// Whether all alternatives are objects with listed members.
pub(super) fn is_distributable(context: &mut Context<'_>, alternatives: &[Pointer]) -> bool {
    alternatives.len() <= MAX_ALTERNATIVES && alternatives.iter().all(|at| has_members(context, at))
}

/// The alternatives of the schema at `at`, each with what the schema says beside them. They are those of `part`, if the
/// schema has them from one part of its `allOf`.
pub(super) fn distribute(
    context: &mut Context<'_>,
    at: &Pointer,
    facts: &Facts,
    part: Option<&Pointer>,
    alternatives: &[Pointer],
) -> Vec<Pointer> {
    let mut composed = Vec::new();
    for alternative in alternatives {
        if part.is_none() && says_it_all(context, facts, alternative) {
            composed.push(alternative.clone());
            continue;
        }
        // The schema twice: one that is made of it and the alternative in another way has it once.
        let parts = vec![at.clone(), at.clone(), alternative.clone()];
        composed.push(match context.composed_of(&parts) {
            Some(known) => known,
            None => {
                let facts = with_alternative(context, facts, part, alternative);
                context.compose(parts, alternative, facts)
            }
        });
    }
    composed
}

/// Whether an alternative has all members that stand beside the alternatives.
fn says_it_all(context: &mut Context<'_>, facts: &Facts, alternative: &Pointer) -> bool {
    let Some(target) = context.resolve(alternative) else {
        return false;
    };
    let own = members(context, &target).listed;
    let lists = |name: &String| own.iter().any(|member| member.wire == *name);
    let requires = |name: &String| {
        own.iter()
            .any(|member| member.wire == *name && member.required)
    };
    facts.all_of.is_empty()
        && facts.properties.iter().all(|(name, _)| lists(name))
        && facts.required.iter().all(requires)
        && matches!(facts.additional, Additional::Unsaid | Additional::Forbidden)
}

fn with_alternative(
    context: &mut Context<'_>,
    facts: &Facts,
    part: Option<&Pointer>,
    alternative: &Pointer,
) -> Facts {
    let description = match context.resolve(alternative) {
        Some(target) => context.facts(&target).description.clone(),
        None => String::new(),
    };
    let others = facts.all_of.iter().filter(|other| Some(*other) != part);
    Facts {
        properties: facts.properties.clone(),
        required: facts.required.clone(),
        additional: facts.additional.clone(),
        all_of: others.chain([alternative]).cloned().collect(),
        description,
        ..Facts::default()
    }
}
