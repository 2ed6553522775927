//! Bounds of numbers and sizes (JSON Schema Validation, sections 6.2 to 6.5).

use std::cmp::Ordering;

use serde_json::Number;

use super::pair::Pair;
use super::{View, kind};
use crate::codes::changes::{BOUNDS_LOOSENED, BOUNDS_TIGHTENED, ChangeCode, MULTIPLE_CHANGED};
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::node::Node;
use crate::diff::wire::{Presence, words};

/// A keyword that bounds values.
struct Bound {
    key: &'static str,
    /// The flag that leaves out the bound itself.
    exclusive: &'static str,
    /// Whether greater values of the keyword leave fewer values.
    is_lower: bool,
}

/// Two bounds of the same.
struct Range {
    lower: Bound,
    upper: Bound,
    /// What is counted, in the singular; nothing, if it is the number itself.
    unit: &'static str,
    /// What there is without bounds.
    unbounded: &'static str,
}

const RANGES: &[Range] = &[
    Range {
        lower: bound("minimum", "exclusiveMinimum", true),
        upper: bound("maximum", "exclusiveMaximum", false),
        unit: "",
        unbounded: "any number",
    },
    sizes("minLength", "maxLength", "character", "any length"),
    sizes("minItems", "maxItems", "item", "any number of items"),
    sizes(
        "minProperties",
        "maxProperties",
        "property",
        "any number of properties",
    ),
];

const fn bound(key: &'static str, exclusive: &'static str, is_lower: bool) -> Bound {
    Bound {
        key,
        exclusive,
        is_lower,
    }
}

const fn sizes(
    lower: &'static str,
    upper: &'static str,
    unit: &'static str,
    unbounded: &'static str,
) -> Range {
    Range {
        lower: bound(lower, "", true),
        upper: bound(upper, "", false),
        unit,
        unbounded,
    }
}

/// Compares the bounds.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    for range in RANGES {
        // A type without such bounds is a change of its own.
        if kind(&pair.new).has_keyword(range.lower.key) {
            compare_range(comparison, pair, range);
        }
    }
    multiple_of(comparison, pair);
}

fn compare_range(comparison: &mut Comparison<'_>, pair: &Pair<'_>, range: &Range) {
    let (old, new) = (Limits::new(&pair.old, range), Limits::new(&pair.new, range));
    let lower = change(&range.lower, old.lower.as_ref(), new.lower.as_ref());
    let upper = change(&range.upper, old.upper.as_ref(), new.upper.as_ref());
    let mut report = |key, code, places| {
        pair.report_at(comparison, code, places, || {
            let (old, new) = (old.only(key), new.only(key));
            let verb = if range.unit.is_empty() { "is" } else { "has" };
            format!("{verb} {} instead of {}", new.text(range), old.text(range))
        });
    };
    let places = |old: &Option<Limit<'_>>, new: &Option<Limit<'_>>, key| {
        let spot = |limit: &Option<Limit<'_>>, view: &View<'_>| match limit {
            Some(limit) => Presence::At(limit.node.at.clone()),
            None => view.spot(key),
        };
        (spot(old, &pair.old), spot(new, &pair.new))
    };
    let at_lower = places(&old.lower, &new.lower, range.lower.key);
    let at_upper = places(&old.upper, &new.upper, range.upper.key);
    match (lower, upper) {
        (None, None) => {}
        (Some(one), Some(other)) if one != other => {
            report(Some(range.lower.key), one, at_lower);
            report(Some(range.upper.key), other, at_upper);
        }
        (Some(code), _) => report(None, code, at_lower),
        (None, Some(code)) => report(None, code, at_upper),
    }
}

/// Returns what kind of change it is that a bound has another value.
fn change(
    bound: &Bound,
    old: Option<&Limit<'_>>,
    new: Option<&Limit<'_>>,
) -> Option<&'static ChangeCode> {
    let is_tightened = match (old.map(Limit::value), new.map(Limit::value)) {
        (None, None) => return None,
        (Some(old), Some(new)) if are_equal(old, new) => return None,
        (Some(old), Some(new)) => is_tighter(bound, old, new),
        (old, _) => old.is_none(),
    };
    Some(code(is_tightened))
}

fn code(is_tightened: bool) -> &'static ChangeCode {
    if is_tightened {
        &BOUNDS_TIGHTENED
    } else {
        &BOUNDS_LOOSENED
    }
}

/// The bounds of a range.
#[derive(Clone)]
struct Limits<'a> {
    lower: Option<Limit<'a>>,
    upper: Option<Limit<'a>>,
}

impl<'a> Limits<'a> {
    fn new(view: &View<'a>, range: &Range) -> Self {
        Self {
            // No size is below 0.
            lower: limit(view, &range.lower).filter(|limit| {
                range.unit.is_empty() || compare_numbers(limit.number, &Number::from(0)).is_gt()
            }),
            upper: limit(view, &range.upper),
        }
    }

    /// Only the bound of the keyword `key`, if one is wanted.
    fn only(&self, key: Option<&str>) -> Self {
        let wanted = |limit: &Limit<'_>| key.is_none_or(|key| limit.key == key);
        Self {
            lower: self.lower.clone().filter(wanted),
            upper: self.upper.clone().filter(wanted),
        }
    }

    /// Returns what the range is: `1 to 128 characters`.
    fn text(&self, range: &Range) -> String {
        let (text, is_one) = match (&self.lower, &self.upper) {
            (None, None) => return range.unbounded.to_owned(),
            (Some(lower), Some(upper)) if lower.is_exclusive || upper.is_exclusive => {
                (format!("{} and {}", lower.text(), upper.text()), false)
            }
            (Some(lower), Some(upper)) if are_equal(lower.value(), upper.value()) => {
                (lower.number(), lower.is_one())
            }
            (Some(lower), Some(upper)) => {
                (format!("{} to {}", lower.number(), upper.number()), false)
            }
            (Some(only), None) | (None, Some(only)) => (only.text(), only.is_one()),
        };
        match (range.unit, is_one) {
            ("", _) => text,
            (unit, true) => format!("{text} {unit}"),
            ("property", false) => format!("{text} properties"),
            (unit, false) => format!("{text} {unit}s"),
        }
    }
}

/// The tightest value of a bound: all of those in subschemas hold.
#[derive(Clone)]
struct Limit<'a> {
    key: &'static str,
    number: &'a Number,
    is_lower: bool,
    /// Whether the value itself is excluded.
    is_exclusive: bool,
    node: Node<'a>,
}

impl<'a> Limit<'a> {
    fn value(&self) -> (&'a Number, bool) {
        (self.number, self.is_exclusive)
    }

    fn is_one(&self) -> bool {
        self.node.value.as_u64() == Some(1)
    }

    fn number(&self) -> String {
        self.node.value.to_string()
    }

    fn text(&self) -> String {
        let number = self.number();
        match (self.is_lower, self.is_exclusive) {
            (true, false) => format!("at least {number}"),
            (true, true) => format!("more than {number}"),
            (false, false) => format!("at most {number}"),
            (false, true) => format!("less than {number}"),
        }
    }
}

fn limit<'a>(view: &View<'a>, bound: &Bound) -> Option<Limit<'a>> {
    if !kind(view).has_keyword(bound.key) {
        return None;
    }
    let limits = view.parts.iter().filter_map(|part| {
        let node = part.get(bound.key)?;
        Some(Limit {
            key: bound.key,
            number: node.value.as_number()?,
            is_lower: bound.is_lower,
            is_exclusive: !bound.exclusive.is_empty() && part.flag(bound.exclusive) == Some(true),
            node,
        })
    });
    limits.reduce(|one, other| {
        if is_tighter(bound, one.value(), other.value()) {
            other
        } else {
            one
        }
    })
}

fn are_equal(one: (&Number, bool), other: (&Number, bool)) -> bool {
    compare_numbers(one.0, other.0).is_eq() && one.1 == other.1
}

/// Returns whether `new` leaves fewer values than `old`.
fn is_tighter(bound: &Bound, old: (&Number, bool), new: (&Number, bool)) -> bool {
    let order = compare_numbers(new.0, old.0);
    let order = if bound.is_lower {
        order
    } else {
        order.reverse()
    };
    order.then(new.1.cmp(&old.1)).is_gt()
}

/// Fewer numbers are multiples of a multiple. The numbers of all subschemas hold.
fn multiple_of(comparison: &mut Comparison<'_>, pair: &Pair<'_>) {
    const KEY: &str = "multipleOf";
    if !kind(&pair.new).has_keyword(KEY) {
        return;
    }
    let (old, new): (Vec<_>, Vec<_>) = (pair.old.all(KEY).collect(), pair.new.all(KEY).collect());
    let code = match (implies(&old, &new), implies(&new, &old)) {
        (true, true) => return,
        (false, true) => &BOUNDS_TIGHTENED,
        (true, false) => &BOUNDS_LOOSENED,
        (false, false) => &MULTIPLE_CHANGED,
    };
    pair.report(comparison, code, KEY, || {
        let list = |nodes: &[Node<'_>]| {
            let numbers = nodes.iter().map(|node| node.value.to_string());
            words::list(&numbers.collect::<Vec<_>>())
        };
        match (old.as_slice(), new.as_slice()) {
            ([], new) => format!("is a multiple of {} instead of any number", list(new)),
            (old, []) => format!("is any number instead of a multiple of {}", list(old)),
            (old, new) => format!("is a multiple of {} instead of {}", list(new), list(old)),
        }
    });
}

/// How far the quotient of a number and one that it is a multiple of may be from an integer.
const PRECISION: f64 = 1e-9;

/// Returns whether each multiple of all of `some` is one of all of `others`, as far as single numbers show.
fn implies(some: &[Node<'_>], others: &[Node<'_>]) -> bool {
    let divides = |divisor: &Node<'_>, number: &Node<'_>| {
        let numbers = divisor.value.as_f64().zip(number.value.as_f64());
        numbers.is_none_or(|(divisor, number)| {
            let ratio = number / divisor;
            // Decimal fractions such as 0.01 are not exact.
            divisor.total_cmp(&number).is_eq()
                || ratio.round() >= 1.0 && (ratio - ratio.round()).abs() < PRECISION
        })
    };
    let mut others = others.iter();
    others.all(|other| some.iter().any(|number| divides(other, number)))
}

/// Compares two numbers; integers exactly.
pub(super) fn compare_numbers(one: &Number, other: &Number) -> Ordering {
    match (one.as_i128(), other.as_i128()) {
        (Some(one), Some(other)) => one.cmp(&other),
        _ => float(one).total_cmp(&float(other)),
    }
}

/// Without the feature of `serde_json` for any precision, all numbers are floating-point numbers too.
fn float(number: &Number) -> f64 {
    number.as_f64().unwrap_or_default()
}

#[cfg(test)]
mod number_tests {
    use super::*;

    #[test]
    fn large_integers_differ() {
        let check = |one: Number, other: Number, expected: Ordering| {
            assert_eq!(compare_numbers(&one, &other), expected, "{one} {other}");
        };
        let most = i64::MAX;
        check(most.into(), (most - 1).into(), Ordering::Greater);
        check(u64::MAX.into(), most.into(), Ordering::Greater);
        let half = Number::from_f64(0.5).unwrap();
        check(half, 1.into(), Ordering::Less);
        let one = Number::from_f64(1.0).unwrap();
        check(one, 1.into(), Ordering::Equal);
    }
}
