//! Bounds of numbers (JSON Schema Validation 2020-12, section 6.2).

use serde_json::{Map, Value};

use crate::catalog::scalars::{self, BIG_INTEGER};
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// An exclusive bound that is a number becomes a bound and a flag; a bound that no integer can have is no bound for
/// integers. Bounds beyond `i64` make an integer unsigned, and bounds beyond 64 bits give it a format of its own.
pub(super) fn upgrade(members: &mut Map<String, Value>, _: &Trail<'_>, _: &mut Report) {
    for (exclusive, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        if let Some(value) = members.get(exclusive).filter(|value| !value.is_boolean()) {
            let value = value.clone();
            let is_looser = is_looser(bound, &value, members.get(bound));
            members.insert(exclusive.to_owned(), Value::Bool(!is_looser));
            if !is_looser {
                members.insert(bound.to_owned(), value);
            }
        }
    }
    if members.get("type").and_then(Value::as_str) == Some("integer") {
        let format = members.get("format").and_then(Value::as_str);
        if format.and_then(scalars::integer).is_none() && is_beyond_64_bits(members) {
            members.insert("format".to_owned(), Value::from(BIG_INTEGER));
        } else if !members.contains_key("format") && is_unsigned(members) {
            members.insert("format".to_owned(), Value::from("uint64"));
        }
        for bound in ["minimum", "maximum", "multipleOf"] {
            to_integer(members, bound);
        }
    }
}

/// Returns whether an exclusive bound admits more than the bound that stands beside it.
fn is_looser(bound: &str, exclusive: &Value, beside: Option<&Value>) -> bool {
    let beside = beside.and_then(Value::as_f64);
    match (exclusive.as_f64(), beside) {
        (Some(exclusive), Some(beside)) if bound == "minimum" => beside > exclusive,
        (Some(exclusive), Some(beside)) => beside < exclusive,
        _ => false,
    }
}

/// Makes an integer of a bound, or leaves out what no signed 64 bits can hold.
fn to_integer(members: &mut Map<String, Value>, bound: &str) {
    let Some(value) = members.get_mut(bound).filter(|value| !value.is_i64()) else {
        return;
    };
    let number = value.as_f64().filter(|number| number.fract() == 0.0);
    match number.and_then(|number| format!("{number:.0}").parse::<i64>().ok()) {
        Some(whole) if value.is_f64() => *value = Value::from(whole),
        _ => drop(members.shift_remove(bound)),
    }
}

/// The greatest and the least number of 64 bits, as the doubles that documents write for them.
const MAX_UNSIGNED: f64 = 18_446_744_073_709_551_616.0;
const MIN_SIGNED: f64 = -9_223_372_036_854_775_808.0;

/// Returns whether a value that is documented is too great or too small for 64 bits, and is none of their limits,
/// rounded.
fn is_beyond_64_bits(members: &Map<String, Value>) -> bool {
    ["minimum", "maximum", "default"].into_iter().any(|key| {
        let value = members.get(key).and_then(Value::as_f64);
        value.is_some_and(|value| match key {
            "minimum" => value < MIN_SIGNED,
            "maximum" => value > MAX_UNSIGNED,
            _ => !(MIN_SIGNED..=MAX_UNSIGNED).contains(&value),
        })
    })
}

/// Returns whether a value that is documented is too great for the signed 64 bits: the default, or the maximum of what
/// is never below zero. A maximum alone is mostly that of the signed bits, rounded.
fn is_unsigned(members: &Map<String, Value>) -> bool {
    let is_beyond = |key: &str| {
        let value = members.get(key).filter(|value| value.as_i64().is_none());
        value
            .and_then(Value::as_f64)
            .is_some_and(|value| value > 0.0 && value.fract() == 0.0)
    };
    let minimum = members.get("minimum").and_then(Value::as_f64);
    match minimum {
        Some(minimum) => minimum >= 0.0 && (is_beyond("default") || is_beyond("maximum")),
        None => is_beyond("default"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(schema: &Value, expected: bool) {
        assert_eq!(
            is_unsigned(schema.as_object().unwrap()),
            expected,
            "{schema}"
        );
    }

    #[test]
    fn only_what_cannot_be_signed_is_unsigned() {
        let rounded = 9_223_372_036_854_776_000_u64;
        check(&json!({ "minimum": 0, "maximum": u64::MAX }), true);
        check(&json!({ "minimum": 1, "maximum": rounded }), true);
        check(
            &json!({ "minimum": 0, "maximum": 18_446_744_073_709_552_000.0 }),
            true,
        );
        check(&json!({ "default": rounded }), true);
        check(&json!({ "minimum": 0, "maximum": i64::MAX }), false);
        check(&json!({ "minimum": -1, "maximum": rounded }), false);
        check(&json!({ "minimum": -1, "default": rounded }), false);
        check(&json!({ "maximum": rounded, "default": 1.5 }), false);
        check(&json!({ "default": "9223372036854776000" }), false);
    }

    #[test]
    fn only_what_is_no_rounded_limit_is_beyond_64_bits() {
        let check = |schema: &Value, expected: bool| {
            let members = schema.as_object().unwrap();
            assert_eq!(is_beyond_64_bits(members), expected, "{schema}");
        };
        check(&json!({ "maximum": 3.5e38 }), true);
        check(&json!({ "minimum": -1e19 }), true);
        check(&json!({ "default": 1e20 }), true);
        check(&json!({ "maximum": 18_446_744_073_709_552_000.0 }), false);
        check(&json!({ "maximum": u64::MAX, "minimum": i64::MIN }), false);
        check(&json!({ "minimum": -9_223_372_036_854_776_000.0 }), false);
    }

    #[test]
    fn bounds_of_integers_are_integers() {
        let check = |bound: Value, expected: Option<i64>| {
            let mut members = Map::from_iter([("minimum".to_owned(), bound)]);
            to_integer(&mut members, "minimum");
            assert_eq!(members.get("minimum").and_then(Value::as_i64), expected);
            assert_eq!(members.len(), usize::from(expected.is_some()));
        };
        check(json!(-0.0), Some(0));
        check(json!(100.0), Some(100));
        check(json!(1.5), None);
        check(json!(u64::MAX), None);
        check(json!("1"), None);
    }
}
