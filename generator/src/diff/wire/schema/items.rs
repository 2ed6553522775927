//! `items`.

use super::pair::Pair;
use super::relate_optional;
use crate::diff::wire::comparison::Comparison;

/// Compares what arrays hold.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>) {
    let items = (pair.old.get("items"), pair.new.get("items"));
    relate_optional(comparison, pair.reach, items, pair.holders());
}
