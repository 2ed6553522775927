//! From the places where schemas stand to the schemas that are compared, also where another component took the place of
//! one.

use super::kind::{Kind, change, kind};
use super::peel::{Peeled, peel};
use super::shape::similar;
use super::{Site, View, compare as compare_pair, flags};
use crate::codes::changes::{
    ChangeCode, Direction, SCHEMA_REPLACED, TYPE_CHANGED, TYPE_NARROWED, TYPE_WIDENED, Verdict,
};
use crate::diagnostics::Pointer;
use crate::diff::wire::OperationPlaces;
use crate::diff::wire::Presence;
use crate::diff::wire::change::settle;
use crate::diff::wire::comparison::{Comparison, Reach, WrittenOut};
use crate::diff::wire::label::{label, labelled};
use crate::diff::wire::node::Node;
use crate::diff::wire::texts;

/// Longest chain of references that lead to references.
const MAX_CHAIN: usize = 128;

/// Has the schemas at two places compared, to which values come by `reach`.
///
/// Where both places refer to other schemas, it is these that are compared, wherever they are referred to.
pub(in crate::diff::wire) fn relate<'a>(
    comparison: &mut Comparison<'a>,
    reach: Reach,
    mut old: Site<'a>,
    mut new: Site<'a>,
) {
    for _ in 0..MAX_CHAIN {
        let ([one], [other]) = (old.as_slice(), new.as_slice()) else {
            break;
        };
        let (outer, inner) = aligned(peel(one), peel(other));
        let targets = (outer.target(), inner.target());
        let named = ((one, targets.0.as_ref()), (other, targets.1.as_ref()));
        if compare_replaced(comparison, reach, named.0, named.1) {
            return;
        }
        if compare_exchanged(comparison, reach, named.0, named.1) {
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

/// Returns the two with references followed on one side, where that leads to what the other refers to: a wrapping can
/// have a name of its own.
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
            let places = (Presence::At(old.at.clone()), Presence::Missing(holders.1));
            (old, &TYPE_WIDENED, places)
        }
        (None, Some(new)) => {
            let places = (Presence::Missing(holders.0), Presence::At(new.at.clone()));
            (new, &TYPE_NARROWED, places)
        }
    };
    let view = View::new(&vec![node.clone()]);
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
    texts::compare(comparison, old.outermost(), new.outermost());
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
            let places = (Presence::At(old.at.clone()), Presence::At(new.at.clone()));
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

/// Returns the place of `node`, if it is a named schema.
pub(super) fn component(node: &Node<'_>) -> Option<Pointer> {
    let name = node.at.as_str().strip_prefix("/components/schemas/")?;
    (!name.contains('/')).then(|| node.at.clone())
}

/// A place and the component that it refers to, if it does.
pub(super) type Named<'n, 'a> = (&'n Node<'a>, Option<&'n Node<'a>>);

/// Reports that another schema took the place of one, as far as they have little in common, and tells whether it is so:
/// what became of each property would only hide that. One of them at least is a component.
pub(super) fn compare_replaced(
    comparison: &mut Comparison<'_>,
    reach: Reach,
    old: Named<'_, '_>,
    new: Named<'_, '_>,
) -> bool {
    let (was, is) = (old.1.unwrap_or(old.0), new.1.unwrap_or(new.0));
    if was.at == is.at || (old.1.is_none() && new.1.is_none()) || similar(was, is) {
        return false;
    }
    let (old_view, new_view) = (View::new(&vec![was.clone()]), View::new(&vec![is.clone()]));
    let kinds = (kind(&old_view), kind(&new_view));
    let is_plain = old_view.alternatives.is_empty() && new_view.alternatives.is_empty();
    let has_properties = |view: &View<'_>| view.get("properties").is_some();
    let are_objects = kinds == (Kind::Object, Kind::Object)
        && has_properties(&old_view)
        && has_properties(&new_view);
    let have_names = old.1.is_some() && new.1.is_some();
    let have_other_types = have_names && change(kinds.0, kinds.1) == &TYPE_CHANGED;
    if !is_plain || !(are_objects || have_other_types && kinds.0 != kinds.1) {
        return false;
    }
    let places = (
        Presence::At(old.0.at.clone()),
        Presence::At(new.0.at.clone()),
    );
    comparison.report(reach, &TYPE_CHANGED, places, || {
        sentence_of_replaced(old, new)
    });
    true
}

fn sentence_of_replaced(old: Named<'_, '_>, new: Named<'_, '_>) -> String {
    let name = |node: &Node<'_>| label(node.document(), &node.at);
    let place = name(new.0);
    match (old.1, new.1) {
        (Some(was), Some(is)) => format!("{place} is {} instead of {}", name(is), name(was)),
        (Some(was), None) => format!("{place} has other properties than {}", name(was)),
        (None, Some(is)) => format!("{place} is {}, which has other properties", name(is)),
        (None, None) => format!("{place} has other properties"),
    }
}

/// Reports that one component is used in place of another, as one change whatever they differ in, and tells whether it
/// is so. What is not sure to break anything is left to be told in detail.
pub(super) fn compare_exchanged<'a>(
    comparison: &mut Comparison<'a>,
    reach: Reach,
    old: Named<'_, 'a>,
    new: Named<'_, 'a>,
) -> bool {
    let (Some(was), Some(is)) = (old.1, new.1) else {
        return false;
    };
    let (Some(one), Some(other)) = (component(was), component(is)) else {
        return false;
    };
    let is_renamed =
        Node::find(is.document(), &one).is_none() && Node::find(was.document(), &other).is_none();
    if one == other || is_renamed || comparison.is_trial {
        return false;
    }
    let Some(code_of_exchange) = weigh(comparison, reach, was, is) else {
        return false;
    };
    let places = (
        Presence::At(old.0.at.clone()),
        Presence::At(new.0.at.clone()),
    );
    comparison.report(reach, code_of_exchange, places, || {
        let (was, is) = (labelled(was), labelled(is));
        format!("{} is {is} instead of {was}", labelled(new.0))
    });
    true
}

/// Returns what it means for values that they follow `is` instead of `was`; nothing, if that is only a risk. What both
/// refer to by the same name is compared apart.
fn weigh<'a>(
    comparison: &mut Comparison<'a>,
    reach: Reach,
    was: &Node<'a>,
    is: &Node<'a>,
) -> Option<&'static ChangeCode> {
    let mut trial = Comparison::trial();
    let user = trial.operation(OperationPlaces::default());
    let values = Reach::operation(user, Direction::Both);
    relate(&mut trial, values, vec![was.clone()], vec![is.clone()]);
    while let Some((pair, old, new)) = trial.pending.pop_front() {
        if are_one_component(&old, &new) {
            comparison.pair(reach, old, new);
        } else {
            compare_pair(&mut trial, pair, &old, &new);
        }
    }
    comparison.counterparts.append(&mut trial.counterparts);
    let changes = settle(trial).changes;
    let request = changes
        .iter()
        .filter(|change| change.direction.is_request());
    let response = changes
        .iter()
        .filter(|change| change.direction.is_response());
    let request = request.map(|change| change.code.request).max();
    let response = response.map(|change| change.code.response).max();
    let verdicts = (request.unwrap_or_default(), response.unwrap_or_default());
    let requested = verdicts.0.min(limit(reach.direction.is_request()));
    let answered = verdicts.1.min(limit(reach.direction.is_response()));
    if requested.max(answered) == Verdict::Risky {
        return None;
    }
    code_of_exchange(verdicts.0, verdicts.1)
}

/// Returns the gravest verdict on a way that values go, or do not.
fn limit(is_used: bool) -> Verdict {
    if is_used {
        Verdict::Breaking
    } else {
        Verdict::Compatible
    }
}

fn are_one_component(old: &Site<'_>, new: &Site<'_>) -> bool {
    let ([old], [new]) = (old.as_slice(), new.as_slice()) else {
        return false;
    };
    old.at == new.at && component(old).is_some()
}

fn code_of_exchange(request: Verdict, response: Verdict) -> Option<&'static ChangeCode> {
    use Verdict::{Breaking, Compatible};
    match (request, response) {
        (Compatible, Compatible) => Some(&SCHEMA_REPLACED),
        (Breaking, Compatible) => Some(&TYPE_NARROWED),
        (Compatible, Breaking) => Some(&TYPE_WIDENED),
        (_, Breaking) => Some(&TYPE_CHANGED),
        _ => None,
    }
}
