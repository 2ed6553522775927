//! Schemas that others extend by `allOf`, and that tell them apart by a discriminator (OpenAPI 3.0.3, Discriminator
//! Object).

use hashbrown::HashSet;

use serde_json::Value;

use super::discriminate::LONGEST_LINE;
use crate::diagnostics::Pointer;
use crate::load::Nodes;
use crate::lower::context::Context;

/// Whether values of the object at `at` can have the members of schemas that extend it: it has a discriminator, or it is
/// extended and extends one that has.
pub(super) fn is_extended(context: &mut Context<'_>, at: &Pointer) -> bool {
    context.facts(at).discriminator.is_some()
        || (extended(context).contains(at) && extends_discriminated(context, at))
}

/// The places of the schemas that components extend.
fn extended<'a>(context: &'a Context<'_>) -> &'a HashSet<Pointer> {
    let document = context.document;
    context.extended.get_or_init(|| {
        let schemas = Pointer::root().child("components").child("schemas");
        let names = document.value(&schemas).and_then(Value::as_object);
        let names = names.into_iter().flat_map(serde_json::Map::keys);
        names
            .flat_map(|name| parts(document, &schemas.child(name)))
            .collect()
    })
}

/// Where the references among the `allOf` of the schema at `at` lead.
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

/// Whether one of the schemas that the one at `at` extends has a discriminator.
fn extends_discriminated(context: &mut Context<'_>, at: &Pointer) -> bool {
    let mut pending = parts(context.document, at);
    for _ in 0..LONGEST_LINE {
        let Some(base) = pending.pop() else {
            return false;
        };
        if context.facts(&base).discriminator.is_some() {
            return true;
        }
        pending.extend(parts(context.document, &base));
    }
    false
}
