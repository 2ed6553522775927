//! Bounds of numbers (JSON Schema Validation 2020-12, section 6.2).

use serde_json::{Map, Value};

use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// An exclusive bound that is a number becomes a bound and a flag; a bound that no integer can have is no bound for
/// integers. Those that are told to go beyond the signed 64 bits have the unsigned ones.
pub(super) fn upgrade(members: &mut Map<String, Value>, _: &Trail<'_>, _: &mut Report) {
    for (exclusive, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        if let Some(value) = members.get(exclusive).filter(|value| !value.is_boolean()) {
            let value = value.clone();
            members.insert(exclusive.to_owned(), Value::Bool(true));
            members.insert(bound.to_owned(), value);
        }
    }
    if members.get("type").and_then(Value::as_str) == Some("integer") {
        if !members.contains_key("format") && is_unsigned(members) {
            members.insert("format".to_owned(), Value::from("uint64"));
        }
        for bound in ["minimum", "maximum", "multipleOf"] {
            if members
                .get(bound)
                .is_some_and(|value| value.is_f64() || value.as_i64().is_none())
            {
                members.shift_remove(bound);
            }
        }
    }
}

/// Whether a value that is documented is too great for the signed 64 bits: the default, or the maximum of what is never
/// below zero. A maximum alone is mostly that of the signed bits, rounded.
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
}
