//! Bounds of numbers and sizes (JSON Schema Validation, sections 6.2 to 6.5).

use super::pair::Pair;
use super::{View, kind};
use crate::diff::wire::Spot;
use crate::diff::wire::codes::{BOUNDS_LOOSENED, BOUNDS_TIGHTENED};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::node::Node;

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
    // A type without such bounds is a change of its own.
    if !kind(&pair.new).has_keyword(bound.key) {
        return;
    }
    let (old, new) = (limit(&pair.old, bound), limit(&pair.new, bound));
    let value = |limit: &Option<Limit<'_>>| limit.as_ref().map(Limit::value);
    let tightened = match (value(&old), value(&new)) {
        (old, new) if old == new => return,
        (Some(old), Some(new)) => is_tighter(bound, old, new),
        (old, _) => old.is_none(),
    };
    let shown = |limit: Option<&Limit<'_>>| limit.map(|limit| limit.node.value.to_string());
    let values = (shown(old.as_ref()), shown(new.as_ref()));
    let places = (
        old.map_or_else(|| pair.old.spot(bound.key), |limit| Spot::At(limit.node.at)),
        new.map_or_else(|| pair.new.spot(bound.key), |limit| Spot::At(limit.node.at)),
    );
    report(comparison, pair, bound.key, tightened, places, values);
}

/// The tightest value of a bound: all of those in subschemas hold.
struct Limit<'a> {
    number: f64,
    /// Whether the value itself is excluded.
    is_exclusive: bool,
    node: Node<'a>,
}

impl Limit<'_> {
    fn value(&self) -> (f64, bool) {
        (self.number, self.is_exclusive)
    }
}

fn limit<'a>(view: &View<'a>, bound: &Bound) -> Option<Limit<'a>> {
    if !kind(view).has_keyword(bound.key) {
        return None;
    }
    let limits = view.parts.iter().filter_map(|part| {
        let node = part.get(bound.key)?;
        Some(Limit {
            number: node.value.as_f64()?,
            is_exclusive: !bound.exclusive.is_empty() && part.flag(bound.exclusive) == Some(true),
            node,
        })
    });
    let tightest = limits.reduce(|one, other| {
        if is_tighter(bound, one.value(), other.value()) {
            other
        } else {
            one
        }
    });
    tightest.filter(|limit| bound.neutral != Some(limit.number))
}

/// Whether `new` leaves fewer values than `old`.
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
    const KEY: &str = "multipleOf";
    if !kind(&pair.new).has_keyword(KEY) {
        return;
    }
    let number = |view: &View<'_>| view.get(KEY).and_then(|node| node.value.as_f64());
    let tightened = match (number(&pair.old), number(&pair.new)) {
        (Some(old), Some(new)) if old.total_cmp(&new).is_eq() => return,
        (Some(old), Some(new)) => (old % new).total_cmp(&0.0).is_ne(),
        (None, None) => return,
        (old, _) => old.is_none(),
    };
    let shown = |view: &View<'_>| view.get(KEY).map(|node| node.value.to_string());
    let values = (shown(&pair.old), shown(&pair.new));
    let places = (pair.old.spot(KEY), pair.new.spot(KEY));
    report(comparison, pair, KEY, tightened, places, values);
}

fn report(
    comparison: &mut Comparison<'_>,
    pair: &Pair<'_>,
    key: &str,
    tightened: bool,
    places: (Spot, Spot),
    values: (Option<String>, Option<String>),
) {
    let code = if tightened {
        &BOUNDS_TIGHTENED
    } else {
        &BOUNDS_LOOSENED
    };
    comparison.report(pair.reach, code, places, || {
        let what = match values {
            (Some(old), Some(new)) if old == new => {
                format!("has an exclusive `{key}` of {new} or not, other than before")
            }
            (Some(old), Some(new)) => format!("has a `{key}` of {new} instead of {old}"),
            (None, Some(new)) => format!("has a `{key}` of {new}"),
            (Some(old), None) => format!("has no `{key}` of {old} any more"),
            (None, None) => format!("has another `{key}`"),
        };
        format!("{} {what}", pair.label())
    });
}
