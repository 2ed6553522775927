//! Other ways to write the same value.

use serde_json::Value;

/// Truth values as YAML 1.1 has them.
const TRUTH: &[(&str, bool)] = &[("no", false), ("off", false), ("on", true), ("yes", true)];

/// Returns the truth value that `value` is or could mean.
pub(crate) fn truth(value: &Value) -> Option<bool> {
    let meant = || spellings(value).iter().find_map(Value::as_bool);
    value.as_bool().or_else(meant)
}

/// Returns what `value` could mean where it cannot be read as it stands, the most likely first: text in small letters,
/// the number or truth value in a text, a text for either, a list of one.
pub(super) fn spellings(value: &Value) -> Vec<Value> {
    let mut spellings = Vec::new();
    match value {
        Value::String(text) => {
            let text = text.trim().to_lowercase();
            spellings.extend(serde_json::from_str(&text).ok().filter(is_scalar));
            let truth = TRUTH.iter().find(|(word, _)| *word == text);
            spellings.extend(truth.map(|(_, truth)| Value::Bool(*truth)));
            spellings.insert(0, Value::String(text));
        }
        Value::Number(_) | Value::Bool(_) => spellings.push(Value::String(value.to_string())),
        Value::Null | Value::Array(_) | Value::Object(_) => return spellings,
    }
    spellings.push(Value::Array(vec![value.clone()]));
    spellings
}

fn is_scalar(value: &Value) -> bool {
    value.is_boolean() || value.is_number()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn texts_numbers_and_lists_stand_for_each_other() {
        assert_eq!(
            spellings(&json!("Query ")),
            [json!("query"), json!(["Query "])]
        );
        assert_eq!(
            spellings(&json!("True")),
            [json!("true"), json!(true), json!(["True"])]
        );
        assert_eq!(
            spellings(&json!("yes")),
            [json!("yes"), json!(true), json!(["yes"])]
        );
        assert_eq!(spellings(&json!(3)), [json!("3"), json!([3])]);
        assert!(spellings(&json!({})).is_empty());
        assert_eq!(truth(&json!("Yes")), Some(true));
        assert_eq!(truth(&json!("2")), None);
    }
}
