//! Regular expressions.

use jsonschema::Validator;
use serde_json::json;

/// Returns what judges whether strings match `pattern`; `None` if that is no regular expression.
#[must_use]
pub fn pattern(pattern: &str) -> Option<Validator> {
    jsonschema::draft202012::new(&json!({"pattern": pattern})).ok()
}
