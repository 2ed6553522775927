//! `nullable` and `deprecated`.

use super::View;
use super::kind::{Kind, kind};
use super::pair::Pair;
use super::peel::Peeled;
use super::scalar::of_defaults;
use crate::codes::changes::{
    BECAME_NOT_NULLABLE, BECAME_NULLABLE, ChangeCode, DEFAULT_CHANGED, DEPRECATED,
    DEPRECATION_WITHDRAWN,
};
use crate::diff::wire::Presence;
use crate::diff::wire::comparison::{Comparison, Reach};
use crate::diff::wire::label::labelled;
use crate::diff::wire::node::Node;

/// Compares the flags of two schemas.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let is_open = |view| kind(view) == Kind::Anything && view.alternatives.is_empty();
    if !is_open(&pair.old) && !is_open(&pair.new) {
        let flags = (pair.old.is_nullable(), pair.new.is_nullable());
        let listed = (pair.old.is_null_listed(), pair.new.is_null_listed());
        // Documents often leave `null` out of `enum` though they mean it.
        let change = of_null((flags.0 && listed.0, flags.1 && listed.1)).or_else(|| of_null(flags));
        if let Some((code, what)) = change {
            pair.report_whole(comparison, code, || what.to_owned());
        }
    }
    let flags = (pair.old.flag("deprecated"), pair.new.flag("deprecated"));
    if let Some((code, what)) = of_deprecation(flags) {
        pair.report_whole(comparison, code, || what.to_owned());
    }
}

/// Compares what stands around two references.
pub(super) fn compare_wrappings(
    comparison: &mut Comparison<'_>,
    reach: Reach,
    old: &Peeled<'_>,
    new: &Peeled<'_>,
) {
    let changes = [
        of_null((old.nullable, new.nullable)),
        of_deprecation((is_deprecated(old), is_deprecated(new))),
    ];
    compare_defaults(comparison, reach, old, new);
    let (old, new) = (old.outermost(), new.outermost());
    for (code, what) in changes.into_iter().flatten() {
        let places = (Presence::At(old.at.clone()), Presence::At(new.at.clone()));
        comparison.report(reach, code, places, || format!("{} {what}", labelled(new)));
    }
}

/// Compares the defaults, if at least one of them is beside the reference.
fn compare_defaults<'a>(
    comparison: &mut Comparison<'_>,
    reach: Reach,
    old: &Peeled<'a>,
    new: &Peeled<'a>,
) {
    let beside = |peeled: &Peeled<'_>| {
        let mut around = peeled.wrappings.iter().chain([&peeled.core]);
        around.any(|node| node.get("default").is_some())
    };
    if !beside(old) && !beside(new) {
        return;
    }
    let view = |peeled: &Peeled<'a>| View::new(&vec![peeled.outermost().clone()]);
    let defaults = (view(old).get("default"), view(new).get("default"));
    let values = (
        defaults.0.as_ref().map(|node| node.value),
        defaults.1.as_ref().map(|node| node.value),
    );
    let Some(what) = of_defaults(values.0, values.1) else {
        return;
    };
    let (old, new) = (old.outermost(), new.outermost());
    let spot = |default: Option<Node<'_>>, around: &Node<'_>| {
        default.map_or_else(
            || Presence::Missing(around.at.clone()),
            |node| Presence::At(node.at),
        )
    };
    let places = (spot(defaults.0, old), spot(defaults.1, new));
    comparison.report(reach, &DEFAULT_CHANGED, places, || {
        format!("{} {what}", labelled(new))
    });
}

fn is_deprecated(peeled: &Peeled<'_>) -> bool {
    let mut around = peeled.wrappings.iter().chain([&peeled.core]);
    around.any(|node| node.flag("deprecated") == Some(true))
}

/// Returns what it is that something is deprecated now, or was before.
pub(in crate::diff::wire) fn of_deprecation(
    flags: (bool, bool),
) -> Option<(&'static ChangeCode, &'static str)> {
    match flags {
        (false, true) => Some((&DEPRECATED, "is deprecated")),
        (true, false) => Some((&DEPRECATION_WITHDRAWN, "is not deprecated any more")),
        _ => None,
    }
}

fn of_null(flags: (bool, bool)) -> Option<(&'static ChangeCode, &'static str)> {
    match flags {
        (false, true) => Some((&BECAME_NULLABLE, "can be null")),
        (true, false) => Some((&BECAME_NOT_NULLABLE, "cannot be null any more")),
        _ => None,
    }
}
