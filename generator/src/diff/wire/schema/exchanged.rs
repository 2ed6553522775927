//! A component in the place of which another one is used, while both go on to exist, or did before.

use super::relate::{component, relate};
use super::replaced::Named;
use super::{Site, compare as compare_pair};
use crate::diff::wire::change::settle;
use crate::diff::wire::codes::{
    ChangeCode, SCHEMA_REPLACED, TYPE_CHANGED, TYPE_NARROWED, TYPE_WIDENED,
};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::finding::Reach;
use crate::diff::wire::label::labelled;
use crate::diff::wire::node::Node;
use crate::diff::wire::{Direction, OperationPlaces, Spot, Verdict};

/// Reports that one component is used in place of another, as one change whatever they differ in, and tells whether it
/// is so. What is not sure to break anything is left to be told in detail.
pub(super) fn compare<'a>(
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
    let Some(code) = weigh(comparison, reach, was, is) else {
        return false;
    };
    let places = (Spot::At(old.0.at.clone()), Spot::At(new.0.at.clone()));
    comparison.report(reach, code, places, || {
        let (was, is) = (labelled(was), labelled(is));
        format!("{} is {is} instead of {was}", labelled(new.0))
    });
    true
}

/// What it means for values that they follow `is` instead of `was`; nothing, if that is only a risk. What both refer to
/// by the same name is compared apart.
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
    code(verdicts.0, verdicts.1)
}

/// The gravest verdict on a way that values go, or do not.
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

fn code(request: Verdict, response: Verdict) -> Option<&'static ChangeCode> {
    use Verdict::{Breaking, Compatible};
    match (request, response) {
        (Compatible, Compatible) => Some(&SCHEMA_REPLACED),
        (Breaking, Compatible) => Some(&TYPE_NARROWED),
        (Compatible, Breaking) => Some(&TYPE_WIDENED),
        (_, Breaking) => Some(&TYPE_CHANGED),
        _ => None,
    }
}
