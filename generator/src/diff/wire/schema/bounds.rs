//! Bounds of numbers and sizes (JSON Schema Validation, sections 6.2 to 6.5).

use super::View;
use super::pair::Pair;
use crate::diff::wire::codes::{BOUNDS_LOOSENED, BOUNDS_TIGHTENED};
use crate::diff::wire::comparison::Comparison;

/// A keyword that bounds values.
struct Bound {
    key: &'static str,
    /// The flag that leaves out the bound itself.
    exclusive: &'static str,
    /// Whether greater values of the keyword leave fewer values.
    is_lower: bool,
    /// What is said without the keyword.
    neutral: Option<f64>,
}

const BOUNDS: &[Bound] = &[
    lower("minimum", "exclusiveMinimum", None),
    upper("maximum", "exclusiveMaximum"),
    lower("minLength", "", Some(0.0)),
    upper("maxLength", ""),
    lower("minItems", "", Some(0.0)),
    upper("maxItems", ""),
    lower("minProperties", "", Some(0.0)),
    upper("maxProperties", ""),
];

const fn lower(key: &'static str, exclusive: &'static str, neutral: Option<f64>) -> Bound {
    Bound {
        key,
        exclusive,
        is_lower: true,
        neutral,
    }
}

const fn upper(key: &'static str, exclusive: &'static str) -> Bound {
    Bound {
        key,
        exclusive,
        is_lower: false,
        neutral: None,
    }
}

/// Compares the bounds.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    for bound in BOUNDS {
        compare_bound(comparison, pair, bound);
    }
    multiple_of(comparison, pair);
}

fn compare_bound(comparison: &mut Comparison<'_>, pair: &Pair<'_>, bound: &Bound) {
    let (old, new) = (limit(&pair.old, bound), limit(&pair.new, bound));
    if old == new {
        return;
    }
    let tightened = match (old, new) {
        (Some(old), Some(new)) => is_tighter(bound, old, new),
        (old, _) => old.is_none(),
    };
    report(comparison, pair, bound.key, tightened);
}

/// The value of a bound and whether it is left out itself.
fn limit(view: &View<'_>, bound: &Bound) -> Option<(f64, bool)> {
    let value = view.get(bound.key)?.value.as_f64()?;
    let is_exclusive = !bound.exclusive.is_empty() && view.flag(bound.exclusive);
    (bound.neutral != Some(value)).then_some((value, is_exclusive))
}

fn is_tighter(bound: &Bound, old: (f64, bool), new: (f64, bool)) -> bool {
    let order = new.0.total_cmp(&old.0);
    let order = if bound.is_lower {
        order
    } else {
        order.reverse()
    };
    order.then(new.1.cmp(&old.1)).is_gt()
}

/// Fewer numbers are multiples of a multiple.
fn multiple_of(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    let number = |view: &View<'_>| view.get("multipleOf").and_then(|node| node.value.as_f64());
    let tightened = match (number(&pair.old), number(&pair.new)) {
        (Some(old), Some(new)) if old.total_cmp(&new).is_eq() => return,
        (Some(old), Some(new)) => (old % new).total_cmp(&0.0).is_ne(),
        (None, None) => return,
        (old, _) => old.is_none(),
    };
    report(comparison, pair, "multipleOf", tightened);
}

fn report(comparison: &mut Comparison<'_>, pair: &Pair<'_>, key: &str, tightened: bool) {
    let code = if tightened {
        &BOUNDS_TIGHTENED
    } else {
        &BOUNDS_LOOSENED
    };
    pair.report(comparison, code, key, || {
        let shown = |view: &View<'_>| view.get(key).map(|node| node.value.to_string());
        match (shown(&pair.old), shown(&pair.new)) {
            (Some(old), Some(new)) if old == new => {
                format!("has an exclusive `{key}` of {new} or not, other than before")
            }
            (Some(old), Some(new)) => format!("has a `{key}` of {new} instead of {old}"),
            (None, Some(new)) => format!("has a `{key}` of {new}"),
            (Some(old), None) => format!("has no `{key}` of {old} any more"),
            (None, None) => format!("has another `{key}`"),
        }
    });
}
