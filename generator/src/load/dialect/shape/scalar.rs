//! Scalars that are written as another type.

use serde_json::{Number, Value};

/// Returns the text that a scalar stands for.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// Returns the truth value that a text or a number stands for.
pub(super) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" => Some(true),
            "false" | "no" | "0" => Some(false),
            _ => None,
        },
        Value::Number(number) => match number.as_i64() {
            Some(0) => Some(false),
            Some(1) => Some(true),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the number that a text stands for.
pub(super) fn number(value: &Value) -> Option<Number> {
    let text = value.as_str()?.trim();
    text.parse::<i64>()
        .map(Number::from)
        .ok()
        .or_else(|| Number::from_f64(text.parse().ok()?))
}

/// The count that a number with a decimal point, or a text, stands for.
pub(super) fn count(value: &Value) -> Option<u64> {
    let number = match value {
        Value::Number(number) => number.clone(),
        text => number(text)?,
    };
    number.as_u64().or_else(|| whole(number.as_f64()?))
}

/// Returns a number without a fraction as an integer.
fn whole(number: f64) -> Option<u64> {
    // The decimal form of such a number has no point; what does not fit fails to parse.
    (number >= 0.0)
        .then(|| format!("{number}").parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_what_is_plain_is_converted() {
        assert_eq!(text(&json!(1.5)).as_deref(), Some("1.5"));
        assert_eq!(text(&json!([1])), None);
        assert_eq!(flag(&json!("True")), Some(true));
        assert_eq!(flag(&json!(2)), None);
        assert_eq!(number(&json!("12")), Some(12.into()));
        assert_eq!(number(&json!("twelve")), None);
        assert_eq!(count(&json!(5.0)), Some(5));
        assert_eq!(count(&json!("7")), Some(7));
        assert_eq!(count(&json!(-1)), None);
        assert_eq!(count(&json!(1.5)), None);
    }
}
