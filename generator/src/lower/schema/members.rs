//! The members of an object, those of its `allOf` parts included.

use std::collections::HashSet;

use super::facts::{Additional, Facts};
use crate::diagnostics::Pointer;
use crate::lower::codes::SCHEMAS_CONTRADICT;
use crate::lower::context::Context;

/// A listed member.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub wire: String,
    pub at: Pointer,
    pub required: bool,
}

/// The members of an object.
#[derive(Debug, Default)]
pub(super) struct Members {
    pub listed: Vec<Member>,
    pub additional: Additional,
    required: HashSet<String>,
    visited: HashSet<Pointer>,
}

/// Collects the members of the object at `at`.
pub(super) fn members(context: &mut Context<'_>, at: &Pointer, facts: &Facts) -> Members {
    let mut members = Members::default();
    members.visited.insert(at.clone());
    collect(context, facts, &mut members);
    for member in &mut members.listed {
        member.required = members.required.contains(&member.wire);
    }
    members
}

/// Whether the schema that `at` leads to is an object with listed members.
pub(super) fn has_members(context: &mut Context<'_>, at: &Pointer) -> bool {
    let Some(target) = context.resolve(at) else {
        return false;
    };
    let facts = context.facts(&target);
    !members(context, &target, &facts).listed.is_empty()
}

fn collect(context: &mut Context<'_>, facts: &Facts, members: &mut Members) {
    for part in &facts.all_of {
        let Some(target) = context.resolve(part) else {
            continue;
        };
        if members.visited.insert(target.clone()) {
            let facts = context.facts(&target);
            collect(context, &facts, members);
        }
    }
    members.required.extend(facts.required.iter().cloned());
    for (wire, at) in &facts.properties {
        add(context, members, wire, at);
    }
    if !matches!(facts.additional, Additional::Unsaid | Additional::Forbidden) {
        members.additional = facts.additional.clone();
    }
}

/// Adds a member; a later definition replaces an earlier one, as a refinement does.
fn add(context: &mut Context<'_>, members: &mut Members, wire: &str, at: &Pointer) {
    let member = Member {
        wire: wire.to_owned(),
        at: at.clone(),
        required: false,
    };
    match members.listed.iter_mut().find(|known| known.wire == wire) {
        Some(known) => {
            if contradicts(context, &known.at, at) {
                context.report(
                    &SCHEMAS_CONTRADICT,
                    format!("`{wire}` has another type than in the schema it extends"),
                    at,
                );
            }
            *known = member;
        }
        None => members.listed.push(member),
    }
}

fn contradicts(context: &mut Context<'_>, earlier: &Pointer, later: &Pointer) -> bool {
    let mut kind = |at: &Pointer| {
        context
            .resolve(at)
            .and_then(|target| context.facts(&target).kind.clone())
    };
    matches!((kind(earlier), kind(later)), (Some(earlier), Some(later)) if earlier != later)
}
