//! Whether two JSON values mean the same.

use serde_json::{Map, Value};
use xtask_measure::corpus::same_scalar;

/// Whether `again`, a decoded and encoded `sent`, means the same: date-times are compared as instants, numbers by
/// their value, and a member that is `null` may be missing.
pub fn same(sent: &Value, again: &Value) -> bool {
    match (sent, again) {
        (Value::Object(sent), Value::Object(again)) => same_members(sent, again),
        (Value::Array(sent), Value::Array(again)) => {
            sent.len() == again.len()
                && sent
                    .iter()
                    .zip(again)
                    .all(|(sent, again)| same(sent, again))
        }
        _ => same_scalar(sent, again),
    }
}

fn same_members(sent: &Map<String, Value>, again: &Map<String, Value>) -> bool {
    let kept = |(name, value): (&String, &Value)| match again.get(name) {
        Some(again) => same(value, again),
        None => value.is_null(),
    };
    sent.iter().all(kept) && again.keys().all(|name| sent.contains_key(name))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn instants_and_absent_nulls_are_the_same() {
        assert!(same(&json!({"a": null, "b": 1}), &json!({"b": 1.0})));
        assert!(same(
            &json!(["2025-05-06T07:08:09+02:00"]),
            &json!(["2025-05-06T05:08:09Z"])
        ));
    }

    #[test]
    fn what_differs_is_not_the_same() {
        assert!(!same(&json!({"a": 1}), &json!({})));
        assert!(!same(&json!({}), &json!({"a": null})));
        assert!(!same(&json!([null]), &json!([])));
        assert!(!same(
            &json!("2025-05-06T07:08:09.123456789Z"),
            &json!("2025-05-06T07:08:09.123456Z")
        ));
        assert!(!same(&json!(i64::MAX), &json!(i64::MAX - 1)));
    }
}
