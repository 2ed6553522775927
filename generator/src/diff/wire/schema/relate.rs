//! From the places where schemas stand to the schemas that are compared.

use super::peel::{Peeled, peel};
use super::replaced::{self, Named};
use super::{Kind, Site, View, exchanged, flags, kind, similar};
use crate::diagnostics::Pointer;
use crate::diff::wire::Spot;
use crate::diff::wire::codes::{SCHEMA_REPLACED, TYPE_NARROWED, TYPE_WIDENED};
use crate::diff::wire::comparison::{Comparison, WrittenOut};
use crate::diff::wire::finding::Reach;
use crate::diff::wire::label::label;
use crate::diff::wire::node::Node;
use crate::diff::wire::texts;

/// Longest chain of references that lead to references.
const LONGEST_CHAIN: usize = 128;

/// Has the schemas at two places compared, to which values come by `reach`.
///
/// Where both places refer to other schemas, it is these that are compared, wherever they are referred to.
pub(in crate::diff::wire) fn relate<'a>(
    comparison: &mut Comparison<'a>,
    reach: Reach,
    mut old: Site<'a>,
    mut new: Site<'a>,
) {
    for _ in 0..LONGEST_CHAIN {
        let ([one], [other]) = (old.as_slice(), new.as_slice()) else {
            break;
        };
        let (outer, inner) = aligned(peel(one), peel(other));
        let targets = (outer.target(), inner.target());
        let named = ((one, targets.0.as_ref()), (other, targets.1.as_ref()));
        if replaced::compare(comparison, reach, named.0, named.1) {
            return;
        }
        if exchanged::compare(comparison, reach, named.0, named.1) {
            return compare_wrappings(comparison, reach, &outer, &inner);
        }
        note_names(comparison, reach, named.0, named.1);
        let (Some(target), Some(counterpart)) = targets else {
            break;
        };
        compare_wrappings(comparison, reach, &outer, &inner);
        (old, new) = (vec![target], vec![counterpart]);
    }
    comparison.pair(reach, old, new);
}

/// The two with references followed on one side, where that leads to what the other refers to: a wrapping can have a
/// name of its own.
fn aligned<'a>(old: Peeled<'a>, new: Peeled<'a>) -> (Peeled<'a>, Peeled<'a>) {
    let (Some(was), Some(is)) = (old.target(), new.target()) else {
        return (old, new);
    };
    if was.at == is.at {
        return (old, new);
    }
    if let Some(new) = new.down_to(&was.at) {
        return (old, new);
    }
    match old.down_to(&is.at) {
        Some(old) => (old, new),
        None => (old, new),
    }
}

/// Has the schemas at two places compared, of which one can be missing: then it admits any value. `holders` are what
/// they stand in.
pub(in crate::diff::wire) fn relate_optional<'a>(
    comparison: &mut Comparison<'a>,
    reach: Reach,
    (old, new): (Option<Node<'a>>, Option<Node<'a>>),
    holders: (Pointer, Pointer),
) {
    let (node, code, places) = match (old, new) {
        (Some(old), Some(new)) => return relate(comparison, reach, vec![old], vec![new]),
        (None, None) => return,
        (Some(old), None) => {
            let places = (Spot::At(old.at.clone()), Spot::Missing(holders.1));
            (old, &TYPE_WIDENED, places)
        }
        (None, Some(new)) => {
            let places = (Spot::Missing(holders.0), Spot::At(new.at.clone()));
            (new, &TYPE_NARROWED, places)
        }
    };
    let view = View::of(&vec![node.clone()]);
    let kind = kind(&view);
    if kind == Kind::Anything && view.alternatives.is_empty() {
        return;
    }
    comparison.report(reach, code, places, || {
        let label = label(node.document(), &node.at);
        let (was, is) = if *code == TYPE_WIDENED {
            (kind, Kind::Anything)
        } else {
            (Kind::Anything, kind)
        };
        format!("{label} has {} instead of {was}", is.noun())
    });
}

fn compare_wrappings(
    comparison: &mut Comparison<'_>,
    reach: Reach,
    old: &Peeled<'_>,
    new: &Peeled<'_>,
) {
    if old.outermost().value == new.outermost().value {
        return;
    }
    texts::of(comparison, old.outermost(), new.outermost());
    flags::compare_wrappings(comparison, reach, old, new);
}

/// Notes which components stand for each other, or for schemas that are written out.
fn note_names<'a>(
    comparison: &mut Comparison<'a>,
    reach: Reach,
    (old, old_target): Named<'_, 'a>,
    (new, new_target): Named<'_, 'a>,
) {
    let (was, is) = (old_target.unwrap_or(old), new_target.unwrap_or(new));
    let names = (
        old_target.and_then(component),
        new_target.and_then(component),
    );
    let is_gone = |at: &Pointer| Node::find(new.document(), at).is_none();
    let is_new = |at: &Pointer| Node::find(old.document(), at).is_none();
    match names {
        (Some(one), Some(other)) if one == other => {}
        (Some(one), Some(other)) if is_gone(&one) && is_new(&other) => {
            comparison.counterparts.insert((one, other));
        }
        (Some(one), Some(other)) => {
            let places = (Spot::At(old.at.clone()), Spot::At(new.at.clone()));
            comparison.report(reach, &SCHEMA_REPLACED, places, || {
                let of = label(new.document(), &new.at);
                let (was, is) = (label(old.document(), &one), label(new.document(), &other));
                format!("{of} is {is} instead of {was}")
            });
        }
        (Some(_), None) | (None, Some(_)) if !similar(was, is) => {}
        (Some(one), None) if is_gone(&one) => comparison.written_out.push(WrittenOut {
            old: one,
            new: new.at.clone(),
            was_component: true,
            reach,
        }),
        (None, Some(other)) if is_new(&other) => comparison.written_out.push(WrittenOut {
            old: old.at.clone(),
            new: other,
            was_component: false,
            reach,
        }),
        _ => {}
    }
}

/// The place of `node`, if it is a named schema.
pub(super) fn component(node: &Node<'_>) -> Option<Pointer> {
    let name = node.at.as_str().strip_prefix("/components/schemas/")?;
    (!name.contains('/')).then(|| node.at.clone())
}
