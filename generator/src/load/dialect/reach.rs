//! Walks over all objects of a document, wherever they stand.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::load::grammar::{Held, Kind, held};
use crate::load::trail::Trail;
use crate::load::walk::walk;

/// What is done on a walk.
pub(super) trait Visitor {
    /// Sees an object of `kind`, which stands at `trail`, before those in it.
    fn visit(&mut self, value: &mut Value, kind: Kind, trail: &Trail<'_>);

    /// Adds to the tree at `root` what references lead to and is not part of it yet.
    fn extend(&mut self, root: &mut Value);
}

/// Shows every object of the document at `root` to `visitor`: first those in places that the specification settles,
/// then those elsewhere (below `x-` members, `definitions` and the like) that references lead to. Which kind of object
/// the latter are is known from what refers to them.
pub(super) fn walk_all(root: &mut Value, visitor: &mut impl Visitor) {
    let mut targets = BTreeSet::new();
    let mut done = BTreeSet::new();
    walk_noting(root, Kind::Document, &Trail::Root, visitor, &mut targets);
    while let Some((target, kind)) = targets.pop_first() {
        if !done.insert((target.clone(), kind)) {
            continue;
        }
        visitor.extend(root);
        if let Some(value) = root.pointer_mut(target.as_str()) {
            walk_noting(value, kind, &Trail::Apart(&target), visitor, &mut targets);
        }
    }
}

fn walk_noting(
    value: &mut Value,
    kind: Kind,
    trail: &Trail<'_>,
    visitor: &mut impl Visitor,
    targets: &mut BTreeSet<(Pointer, Kind)>,
) {
    walk(value, kind, trail, &mut |value, kind, trail| {
        visitor.visit(value, kind, trail);
        note(value, kind, targets);
    });
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

/// Returns whether a reference leads to a component, as nearly all do.
fn is_component(fragment: &str, kind: Kind) -> bool {
    kind == Kind::Schema
        && fragment
            .strip_prefix("/components/schemas/")
            .is_some_and(|name| !name.contains('/'))
}

/// Returns whether the specification says what the node at `target` is.
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
