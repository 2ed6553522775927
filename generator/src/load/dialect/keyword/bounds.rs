//! Bounds of numbers (JSON Schema Validation 2020-12, section 6.2).

use serde_json::{Map, Value};

use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// An exclusive bound that is a number becomes a bound and a flag; a bound that no integer can have is no bound for
/// integers.
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
