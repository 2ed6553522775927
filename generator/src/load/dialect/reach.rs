//! Walks over all objects of a document, wherever they stand.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::load::grammar::{Held, Kind, held};
use crate::load::trail::Trail;
use crate::load::walk::walk;

/// Calls `visit` with every object of the document at `root`: first those in places that the specification settles,
/// then those elsewhere (below `x-` members, `definitions` and the like) that references lead to. Which kind of object
/// the latter are is known from what refers to them.
pub(super) fn walk_all(root: &mut Value, mut visit: impl FnMut(&mut Value, Kind, &Trail<'_>)) {
    let mut targets = BTreeSet::new();
    walk(
        root,
        Kind::Document,
        &Trail::Root,
        &mut |value, kind, trail| {
            visit(value, kind, trail);
            note(value, kind, &mut targets);
        },
    );
    let mut done = BTreeSet::new();
    while let Some((target, kind)) = targets.pop_first() {
        if !done.insert((target.clone(), kind)) {
            continue;
        }
        let Some(value) = root.pointer_mut(target.as_str()) else {
            continue;
        };
        walk_apart(value, kind, &target, &mut |value, kind, trail| {
            visit(value, kind, trail);
            note(value, kind, &mut targets);
        });
    }
}

/// Notes where the reference at `value` leads, unless the walk comes there anyway.
fn note(value: &Value, kind: Kind, targets: &mut BTreeSet<(Pointer, Kind)>) {
    let reference = value.get("$ref").and_then(Value::as_str);
    let fragment = reference.and_then(|reference| reference.strip_prefix('#'));
    if let Some(fragment) = fragment.filter(|fragment| !is_component(fragment, kind)) {
        let target = Pointer::parse(&percent_decode_str(fragment).decode_utf8_lossy());
        if !is_settled(&target) {
            targets.insert((target, kind));
        }
    }
}

/// Whether a reference leads to a component, as nearly all do.
fn is_component(fragment: &str, kind: Kind) -> bool {
    kind == Kind::Schema
        && fragment
            .strip_prefix("/components/schemas/")
            .is_some_and(|name| !name.contains('/'))
}

/// Whether the specification says what the node at `target` is.
fn is_settled(target: &Pointer) -> bool {
    let mut state = Some(Held::One(Kind::Document));
    for token in target.tokens() {
        state = match state {
            Some(Held::One(kind)) => held(kind, &token),
            Some(Held::List(kind)) => Some(Held::One(kind)),
            Some(Held::Map(Kind::Schema)) => Some(Held::One(Kind::Schema)),
            Some(Held::Map(kind)) if !token.starts_with("x-") => Some(Held::One(kind)),
            _ => None,
        };
    }
    matches!(state, Some(Held::One(_)))
}

fn walk_apart<V>(value: &mut Value, kind: Kind, at: &Pointer, visit: &mut V)
where
    V: FnMut(&mut Value, Kind, &Trail<'_>),
{
    walk(value, kind, &Trail::Apart(at), visit);
}
