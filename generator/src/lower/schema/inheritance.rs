//! Schemas that others extend by `allOf`, and that a discriminator tells apart (OpenAPI 3.0.3, Discriminator Object).

use hashbrown::{HashMap, HashSet};

use serde_json::Value;

use super::normalized::NormalizedSchema;
use crate::codes::lower::DISCRIMINATOR_IGNORED;
use crate::diagnostics::Pointer;
use crate::load::Nodes;
use crate::lower::context::Context;

/// How many schemas that a schema extends are looked through.
const MAX_BASES: usize = 64;

/// How many schemas may extend one that becomes a union: each of them is a variant of all that it extends.
const MAX_SUBTYPES: usize = 256;

/// Which components extend which, by the places of those that are extended.
pub(in crate::lower) type Subtypes = HashMap<Pointer, Vec<Pointer>>;

/// Returns the place that has the discriminator of the schema at `at`: its own, or that of a part written out in its
/// `allOf`.
pub(super) fn discriminated(context: &mut Context<'_>, at: &Pointer) -> Option<Pointer> {
    let normalized = context.normalized(at);
    if normalized.discriminator.is_some() {
        return Some(at.clone());
    }
    let mut parts = normalized.all_of.iter();
    parts
        .find(|part| {
            let is_inline = context.resolve(part).as_ref() == Some(*part);
            is_inline && context.normalized(part).discriminator.is_some()
        })
        .cloned()
}

/// Returns the places of the discriminators of the schema at `at` and of those that it extends, its own first.
pub(super) fn discriminators(context: &mut Context<'_>, at: &Pointer) -> Vec<Pointer> {
    if subtypes(context).is_empty() {
        return discriminated(context, at).into_iter().collect();
    }
    let bases = bases(context, at);
    let places = bases.iter().filter_map(|base| discriminated(context, base));
    places.collect()
}

/// Returns the schema at `at` and those that it extends, the nearest first.
fn bases(context: &Context<'_>, at: &Pointer) -> Vec<Pointer> {
    let mut bases = vec![at.clone()];
    let mut next = 0;
    while let Some(base) = bases.get(next).cloned() {
        for part in parts(context.document, &base) {
            if bases.len() < MAX_BASES && !bases.contains(&part) {
                bases.push(part);
            }
        }
        next += 1;
    }
    bases
}

/// Returns the alternatives of the schema at `at`, where it is used: each schema that extends it, in the order of their
/// names, and last the schema itself. None unless a discriminator tells them apart.
pub(super) fn family(context: &mut Context<'_>, at: &Pointer) -> Option<Vec<Pointer>> {
    if !subtypes(context).contains_key(at) || !is_plain_object(context, at) {
        return None;
    }
    discriminators(context, at).first()?;
    let mut members = descendants(subtypes(context), at);
    if members.len() > MAX_SUBTYPES {
        return None;
    }
    members.sort();
    members.push(at.clone());
    let members = members.iter().map(|member| own(context, member));
    Some(members.collect())
}

/// Returns whether the schema says which values there are by members and what it extends alone.
fn is_plain_object(context: &mut Context<'_>, at: &Pointer) -> bool {
    let normalized = context.normalized(at);
    normalized.one_of.is_empty() && normalized.any_of.is_empty() && normalized.can_be_object()
}

/// Notes a discriminator that tells nothing apart, although its mapping names other schemas.
pub(super) fn report_ignored(context: &mut Context<'_>, at: &Pointer) {
    if is_own(context, at) {
        return;
    }
    let Some(place) = discriminated(context, at) else {
        return;
    };
    let normalized = context.normalized(&place);
    let mapping = normalized.discriminator.iter().flat_map(|it| &it.mapping);
    let own = context.origin(at);
    let names_others = mapping.map(|(value, _)| value).any(|value| {
        let values = normalized.mapping(context.document);
        !values.values_of(&own, "").contains(value)
    });
    let message = if subtypes(context).contains_key(&own) {
        format!("more than {MAX_SUBTYPES} schemas extend the one with this discriminator")
    } else if names_others {
        "no schema extends the one with this discriminator by `allOf`".to_owned()
    } else {
        return;
    };
    context.report(
        &DISCRIMINATOR_IGNORED,
        message,
        &place.child("discriminator"),
    );
}

/// Returns the place of what the schema at `at` says itself, where others extend it: the schema as one that nothing
/// extends.
fn own(context: &mut Context<'_>, at: &Pointer) -> Pointer {
    if !subtypes(context).contains_key(at) {
        return at.clone();
    }
    let parts = vec![at.clone()];
    if let Some(known) = context.composed_of(&parts) {
        return known;
    }
    let normalized = context.normalized(at);
    let normalized = NormalizedSchema {
        kind: Some("object".to_owned()),
        properties: normalized.properties.clone(),
        required: normalized.required.clone(),
        additional: normalized.additional.clone(),
        all_of: normalized.all_of.clone(),
        deprecated: normalized.deprecated,
        description: normalized.description.clone(),
        ..NormalizedSchema::default()
    };
    context.compose_at(at.child("base"), parts, normalized)
}

/// Returns whether the schema at `at` is what an extended one says itself.
pub(super) fn is_own(context: &Context<'_>, at: &Pointer) -> bool {
    matches!(context.parts_of(at).as_slice(), [only] if only != at)
}

/// Returns whether values of the object at `at` can have members of schemas that extend it: it has a discriminator, or
/// it is extended and extends one that has.
pub(super) fn is_extended(context: &mut Context<'_>, at: &Pointer) -> bool {
    let at = context.origin(at);
    discriminated(context, &at).is_some()
        || (subtypes(context).contains_key(&at) && !discriminators(context, &at).is_empty())
}

/// Returns the schemas that extend the one at `at`, directly or by way of others.
fn descendants(subtypes: &Subtypes, at: &Pointer) -> Vec<Pointer> {
    let (mut found, mut seen) = (Vec::new(), HashSet::new());
    seen.insert(at);
    let mut pending = vec![at];
    while let Some(base) = pending.pop() {
        for subtype in subtypes.get(base).into_iter().flatten() {
            if seen.insert(subtype) {
                found.push(subtype.clone());
                pending.push(subtype);
            }
        }
    }
    found
}

/// Returns which components extend which; nothing where no component has a discriminator.
fn subtypes<'a>(context: &'a Context<'_>) -> &'a Subtypes {
    let document = context.document;
    context.subtypes.get_or_init(|| {
        let schemas = Pointer::root().child("components").child("schemas");
        let names = document.value(&schemas).and_then(Value::as_object);
        let mut subtypes = Subtypes::new();
        let components = names.into_iter().flat_map(serde_json::Map::values);
        if !components.into_iter().any(has_discriminator) {
            return subtypes;
        }
        for name in names.into_iter().flat_map(serde_json::Map::keys) {
            let at = schemas.child(name);
            for base in parts(document, &at) {
                subtypes.entry(base).or_default().push(at.clone());
            }
        }
        subtypes
    })
}

/// Returns whether a schema has a discriminator, or a part written out in its `allOf` does.
fn has_discriminator(schema: &Value) -> bool {
    let has = |schema: &Value| schema.get("discriminator").is_some();
    let parts = schema.get("allOf").and_then(Value::as_array);
    has(schema) || parts.is_some_and(|parts| parts.iter().any(has))
}

/// Returns where the references among the `allOf` of the schema at `at` lead.
fn parts(document: &Nodes<'_>, at: &Pointer) -> Vec<Pointer> {
    let at = at.child("allOf");
    let count = document
        .value(&at)
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    let parts = (0..count).map(|number| at.child(&number.to_string()));
    let targets = parts.map(|part| (document.resolve(&part).0, part));
    targets
        .filter_map(|(target, part)| target.filter(|target| *target != part))
        .collect()
}
