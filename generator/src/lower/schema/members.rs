//! The members of an object, those of its `allOf` parts included.

use hashbrown::{HashMap, HashSet};
use std::collections::BTreeSet;

use super::alternatives::{alternatives, only_alternative, report_beside};
use super::composition::compose;
use super::normalized::{Additional, NormalizedSchema};
use crate::codes::lower::{NESTED_TOO_DEEP, REQUIRED_UNLISTED, SCHEMAS_CONTRADICT};
use crate::diagnostics::{Diagnostic, Pointer};
use crate::lower::context::Context;
use crate::normalize::{Step, Walk};

/// A listed member.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    pub wire: String,
    pub at: Pointer,
    pub required: bool,
}

/// The members of an object.
#[derive(Debug, Default)]
pub(super) struct Members {
    pub listed: Vec<Member>,
    pub additional: Additional,
    /// The schema and the parts of its `allOf`.
    pub visited: HashSet<Pointer>,
    required: HashSet<String>,
    /// The place of each listed member.
    places: HashMap<String, usize>,
}

/// What becomes of a part of `allOf` that leads nowhere.
pub(super) const PART_LEFT_OUT: &str = "this subschema of `allOf` is ignored";

/// Collects the members of the object at `at`.
pub(super) fn members(context: &mut Context<'_>, at: &Pointer) -> Members {
    let mut members = Members::default();
    collect(context, at, &mut members);
    for member in &mut members.listed {
        member.required = members.required.contains(&member.wire);
    }
    if !members.listed.is_empty() {
        keep_unlisted(context, at, &mut members);
    }
    members
}

/// Returns whether the schema that `at` leads to is an object with listed members.
pub(super) fn has_members(context: &mut Context<'_>, at: &Pointer) -> bool {
    let mut walk = Walk::new([at.clone()], MAX_PARTS);
    while let Some(at) = walk.next_schema() {
        let Some(target) = context.resolve_or(&at, PART_LEFT_OUT) else {
            continue;
        };
        let normalized = context.normalized(&target);
        if !normalized.properties.is_empty() {
            return true;
        }
        if walk.enter(target) {
            walk.extend(only_alternative(context, &normalized));
            walk.extend(normalized.all_of.iter().cloned());
        }
    }
    false
}

/// Returns the only alternative of a schema beside `null`, if it is an object, whose members are as good as those of
/// the schema. With a discriminator there are more to come.
pub(super) fn mergeable(
    context: &mut Context<'_>,
    normalized: &NormalizedSchema,
) -> Option<Pointer> {
    let only = only_alternative(context, normalized).filter(|_| normalized.discriminator.is_none());
    only.filter(|only| has_members(context, only))
}

/// Notes members that are required and described nowhere; they can be set among those that are not listed.
fn keep_unlisted(context: &mut Context<'_>, at: &Pointer, members: &mut Members) {
    let unlisted: BTreeSet<String> = members
        .required
        .iter()
        .filter(|name| !members.places.contains_key(*name))
        .cloned()
        .collect();
    for name in &unlisted {
        context.report(
            &REQUIRED_UNLISTED,
            format!("`{name}` is required but has no schema"),
            &at.child("required"),
        );
    }
    if !unlisted.is_empty()
        && matches!(
            members.additional,
            Additional::Unsaid | Additional::Forbidden
        )
    {
        members.additional = Additional::Anything;
    }
}

/// How many schemas one `allOf` may merge.
const MAX_PARTS: usize = 128;

/// Takes what the schemas say that hold for the object at `at`, each behind its subschemas.
fn collect(context: &mut Context<'_>, at: &Pointer, members: &mut Members) {
    let mut walk = Walk::new([at.clone()], MAX_PARTS);
    while let Some(step) = walk.step() {
        match step {
            Step::Enter(part) if walk.is_full() => {
                let message = format!("`allOf` has more than {MAX_PARTS} subschemas");
                let problem = Diagnostic::new(&NESTED_TOO_DEEP, part, message);
                let problem = problem.with_note("this one is ignored");
                context
                    .problems
                    .push(problem.with_help("list fewer subschemas"));
            }
            Step::Enter(at) => enter(context, &at, &mut walk),
            Step::Leave(at) => take(context, &at, members, walk.entered()),
        }
    }
    members.visited = walk.into_entered();
}

fn enter(context: &mut Context<'_>, at: &Pointer, walk: &mut Walk<Pointer, Pointer>) {
    let Some(target) = context.resolve_or(at, PART_LEFT_OUT) else {
        return;
    };
    if walk.enter(target.clone()) {
        let normalized = context.normalized(&target);
        walk.come_back_to(target);
        walk.extend(mergeable(context, &normalized));
        walk.extend(normalized.all_of.iter().cloned());
    }
}

fn take(
    context: &mut Context<'_>,
    at: &Pointer,
    members: &mut Members,
    entered: &HashSet<Pointer>,
) {
    let normalized = context.normalized(at);
    members.required.extend(normalized.required.iter().cloned());
    for (wire, at) in &normalized.properties {
        add(context, members, wire, at);
    }
    let alternatives = alternatives(context, &normalized).structured;
    // A schema that extends one of which it is an alternative is the one that holds.
    let is_alternative = alternatives.iter().any(|at| {
        let target = context.resolve(at);
        target.is_some_and(|target| entered.contains(&target))
    });
    if !alternatives.is_empty() && !is_alternative && mergeable(context, &normalized).is_none() {
        report_beside(context, at);
        members.additional = Additional::Anything;
    }
    if !matches!(
        normalized.additional,
        Additional::Unsaid | Additional::Forbidden
    ) {
        members.additional = normalized.additional.clone();
    }
}

/// Adds a member; where it is defined already, both definitions hold.
fn add(context: &mut Context<'_>, members: &mut Members, wire: &str, at: &Pointer) {
    match members
        .places
        .get(wire)
        .and_then(|place| members.listed.get_mut(*place))
    {
        Some(known) => {
            if contradicts(context, &known.at, at) {
                context.report(
                    &SCHEMAS_CONTRADICT,
                    format!("`{wire}` has a different type in the schema it extends"),
                    at,
                );
            }
            known.at = compose(context, &known.at, at);
        }
        None => {
            members.places.insert(wire.to_owned(), members.listed.len());
            members.listed.push(Member {
                wire: wire.to_owned(),
                at: at.clone(),
                required: false,
            });
        }
    }
}

fn contradicts(context: &mut Context<'_>, earlier: &Pointer, later: &Pointer) -> bool {
    let mut kind = |at: &Pointer| {
        context
            .resolve(at)
            .and_then(|target| context.normalized(&target).kind.clone())
    };
    matches!((kind(earlier), kind(later)), (Some(earlier), Some(later)) if earlier != later)
}
