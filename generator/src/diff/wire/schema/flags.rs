//! `nullable` and `deprecated`.

use super::kind::{Kind, kind};
use super::pair::Pair;
use super::peel::Peeled;
use crate::diff::wire::Spot;
use crate::diff::wire::codes::{
    BECAME_NOT_NULLABLE, BECAME_NULLABLE, ChangeCode, DEPRECATED, DEPRECATION_WITHDRAWN,
};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::finding::Reach;
use crate::diff::wire::label::labelled;

/// Compares the flags of two schemas.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let is_open = |view| kind(view) == Kind::Anything && view.alternatives.is_empty();
    if !is_open(&pair.old) && !is_open(&pair.new) {
        let flags = (pair.old.is_nullable(), pair.new.is_nullable());
        if let Some((code, what)) = of_null(flags) {
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
    let (old, new) = (old.outermost(), new.outermost());
    for (code, what) in changes.into_iter().flatten() {
        let places = (Spot::At(old.at.clone()), Spot::At(new.at.clone()));
        comparison.report(reach, code, places, || format!("{} {what}", labelled(new)));
    }
}

fn is_deprecated(peeled: &Peeled<'_>) -> bool {
    let mut around = peeled.wrappings.iter().chain([&peeled.core]);
    around.any(|node| node.flag("deprecated") == Some(true))
}

/// What it is that something is deprecated now, or was before.
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
