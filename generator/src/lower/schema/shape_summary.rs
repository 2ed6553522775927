//! What values of a schema look like on the surface.

use hashbrown::HashSet;

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use super::alternatives::{admits_null, open_enum};
use super::discriminate::{apply, selectors};
use super::inheritance::is_extended;
use super::members::{Member, members};
use super::normalized::Additional;
use super::union::common;
use super::{Classified, classify};
use crate::catalog::scalar_row::ScalarKind;
use crate::diagnostics::Pointer;
use crate::ir::{Kind, Scalar, ShapeSummary, Tag};
use crate::lower::context::Context;

/// How deep alternatives of alternatives are looked into.
const MAX_DEPTH: usize = 4;

/// Outlines the schema at `at`, which is no reference.
pub(super) fn shape_summary(context: &mut Context<'_>, at: &Pointer) -> ShapeSummary {
    nested(context, at, 0)
}

fn nested(context: &mut Context<'_>, at: &Pointer, depth: usize) -> ShapeSummary {
    let key = (at.clone(), depth);
    if let Some(known) = context.shape_summaries.get(&key) {
        return known.clone();
    }
    let shape_summary = unknown(context, at, depth);
    context.shape_summaries.insert(key, shape_summary.clone());
    shape_summary
}

fn unknown(context: &mut Context<'_>, at: &Pointer, depth: usize) -> ShapeSummary {
    let (place, shape) = essence(context, at);
    let kind = kind_of(&shape);
    match shape {
        Classified::Object => of_object(context, &place),
        Classified::Strings(values) => ShapeSummary {
            kind,
            values,
            open: is_open(context, at, &place),
            ..ShapeSummary::default()
        },
        Classified::Integers(values) => ShapeSummary {
            kind,
            values: values.iter().map(ToString::to_string).collect(),
            ..ShapeSummary::default()
        },
        Classified::Map(None)
            if matches!(context.normalized(&place).additional, Additional::Unsaid) =>
        {
            ShapeSummary {
                kind: Kind::Free,
                ..ShapeSummary::default()
            }
        }
        Classified::Anything if context.normalized(&place).is_null() => ShapeSummary {
            kind: Kind::Null,
            ..ShapeSummary::default()
        },
        Classified::Union(parts) if depth < MAX_DEPTH => of_union(context, &place, &parts, depth),
        _ => ShapeSummary {
            kind,
            ..ShapeSummary::default()
        },
    }
}

/// The extension of an enum that stands for alternatives, one of which is any string.
const OPEN: &str = "x-clientsmith-open";

/// Returns whether the enum at `place`, which `at` stands for, is documented to admit other strings.
fn is_open(context: &mut Context<'_>, at: &Pointer, place: &Pointer) -> bool {
    let node = context.document.value(place);
    if node.is_some_and(|node| node.get(OPEN) == Some(&Value::Bool(true))) {
        return true;
    }
    let mut at = at.clone();
    for _ in 0..MAX_CHAIN {
        if at == *place {
            return false;
        }
        let normalized = context.normalized(&at);
        if open_enum(context, &normalized).is_some() {
            return true;
        }
        let Classified::Same(other) = classify(context, &at, &normalized) else {
            return false;
        };
        let Some(target) = context.resolve(&other) else {
            return false;
        };
        at = target;
    }
    false
}

/// How many schemas that are the same as another one are looked through.
const MAX_CHAIN: usize = 16;

/// Returns the schema that `at` stands for, and its shape.
pub(in crate::lower) fn essence(context: &mut Context<'_>, at: &Pointer) -> (Pointer, Classified) {
    let mut at = at.clone();
    for _ in 0..MAX_CHAIN {
        let normalized = context.normalized(&at);
        match classify(context, &at, &normalized) {
            Classified::Same(other) => match context.resolve(&other) {
                Some(target) => at = target,
                None => break,
            },
            shape => return (at, shape),
        }
    }
    (at, Classified::Anything)
}

fn kind_of(shape: &Classified) -> Kind {
    match shape {
        Classified::Object => Kind::Object,
        Classified::Map(_) => Kind::Map,
        Classified::List(_) => Kind::Array,
        Classified::Strings(_) => Kind::String,
        Classified::Integers(_) => Kind::Integer,
        Classified::Scalar(scalar) => kind_of_scalar(*scalar),
        Classified::Union(_) | Classified::Same(_) | Classified::Anything => Kind::Any,
    }
}

fn kind_of_scalar(scalar: Scalar) -> Kind {
    match scalar.row().kind {
        ScalarKind::Boolean => Kind::Boolean,
        ScalarKind::Integer => Kind::Integer,
        ScalarKind::Number => Kind::Number,
        ScalarKind::String => Kind::String,
        ScalarKind::FormattedString => Kind::FormattedString,
    }
}

fn of_object(context: &mut Context<'_>, at: &Pointer) -> ShapeSummary {
    let members = members(context, at);
    let kind = match members.additional {
        _ if is_extended(context, at) => Kind::Map,
        Additional::Unsaid => Kind::Object,
        Additional::Forbidden => Kind::Closed,
        Additional::Anything | Additional::Schema(_) => Kind::Map,
    };
    let mut shape_summary = ShapeSummary {
        kind,
        ..ShapeSummary::default()
    };
    for member in members.listed {
        let (values, are_strings) = listed(context, &member.at);
        let is_there = is_always_there(context, &member);
        let is_tag =
            are_strings && is_there && values.len() == 1 && !admits_null(context, &member.at);
        let tag = (!values.is_empty()).then(|| Tag {
            key: member.wire.clone(),
            values,
        });
        let tags = if is_tag {
            &mut shape_summary.tags
        } else {
            &mut shape_summary.choices
        };
        tags.extend(tag);
        if is_there {
            shape_summary.required.push(member.wire.clone());
        }
        shape_summary.known.push(member.wire);
    }
    shape_summary
}

/// Returns whether values have the member whichever way they travel: one that is `readOnly` is not sent, one that is
/// `writeOnly` not received, even if it is required (OpenAPI 3.0.3, Schema Object).
fn is_always_there(context: &mut Context<'_>, member: &Member) -> bool {
    let normalized = context.normalized(&member.at);
    member.required && !normalized.read_only && !normalized.write_only
}

/// Returns the values of a member that is an enum, an implicit discriminator, as text, and whether they are strings.
/// One boolean makes an enum, two do not.
fn listed(context: &mut Context<'_>, at: &Pointer) -> (Vec<String>, bool) {
    let Some(target) = context.resolve(at) else {
        return (Vec::new(), false);
    };
    let (place, shape) = essence(context, &target);
    match shape {
        Classified::Strings(values) => (values, true),
        Classified::Integers(values) => (values.iter().map(ToString::to_string).collect(), false),
        Classified::Scalar(Scalar::Boolean) => match *context.normalized(&place).enumeration {
            [Value::Bool(only)] => (vec![only.to_string()], false),
            _ => (Vec::new(), false),
        },
        _ => (Vec::new(), false),
    }
}

/// Returns what the shape summaries of alternatives have together.
fn of_union(
    context: &mut Context<'_>,
    at: &Pointer,
    parts: &[Pointer],
    depth: usize,
) -> ShapeSummary {
    let targets: Option<Vec<Pointer>> = parts.iter().map(|part| context.resolve(part)).collect();
    let Some(targets) = targets else {
        return ShapeSummary {
            kind: Kind::Any,
            ..ShapeSummary::default()
        };
    };
    let mut shape_summaries: Vec<ShapeSummary> = targets
        .iter()
        .map(|target| nested(context, target, depth + 1))
        .collect();
    let common = common(context, at);
    let selectors = selectors(context, &common, &targets, &shape_summaries);
    apply(&common, &selectors, &mut shape_summaries);
    any_of(shape_summaries)
}

fn any_of(shape_summaries: Vec<ShapeSummary>) -> ShapeSummary {
    let lists_values = shape_summaries
        .iter()
        .all(|shape_summary| !shape_summary.values.is_empty());
    let mut rest = shape_summaries.into_iter();
    let mut whole = rest.next().unwrap_or_default();
    let mut known: IndexSet<String> = whole.known.drain(..).collect();
    let mut values: IndexSet<String> = whole.values.drain(..).collect();
    let (mut tags, mut choices) = (gather(whole.tags), gather(whole.choices));
    whole.hints.clear();
    for shape_summary in rest {
        whole.open |= shape_summary.open;
        let required: HashSet<String> = shape_summary.required.into_iter().collect();
        whole.required.retain(|key| required.contains(key));
        whole.kind = common_kind(whole.kind, shape_summary.kind);
        keep_common(&mut tags, shape_summary.tags);
        keep_common(&mut choices, shape_summary.choices);
        known.extend(shape_summary.known);
        values.extend(shape_summary.values);
    }
    values.retain(|_| lists_values);
    ShapeSummary {
        values: values.into_iter().collect(),
        tags: list(tags),
        choices: list(choices),
        known: known.into_iter().collect(),
        ..whole
    }
}

fn common_kind(left: Kind, right: Kind) -> Kind {
    match (left, right) {
        (left, right) if left == right => left,
        (Kind::Object | Kind::Closed | Kind::Map | Kind::Free, Kind::Map | Kind::Free)
        | (Kind::Map | Kind::Free, Kind::Object | Kind::Closed) => Kind::Map,
        (Kind::Object, Kind::Closed) | (Kind::Closed, Kind::Object) => Kind::Object,
        _ => Kind::Any,
    }
}

/// Members that hold known values, and these.
type Tags = IndexMap<String, IndexSet<String>>;

fn gather(tags: Vec<Tag>) -> Tags {
    let tags = tags.into_iter();
    tags.map(|tag| (tag.key, tag.values.into_iter().collect()))
        .collect()
}

/// Keeps the members that hold known values in `others` too, and adds these.
fn keep_common(tags: &mut Tags, others: Vec<Tag>) {
    let mut others = gather(others);
    tags.retain(|key, values| {
        let other = others.swap_remove(key);
        let is_common = other.is_some();
        values.extend(other.unwrap_or_default());
        is_common
    });
}

fn list(tags: Tags) -> Vec<Tag> {
    let tags = tags.into_iter();
    tags.map(|(key, values)| Tag {
        key,
        values: values.into_iter().collect(),
    })
    .collect()
}
