//! Contents of strings (JSON Schema Validation 2020-12, section 8).

use serde_json::{Map, Value};

use super::condition::keep;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Members that say what a value looks like.
const SHAPES: &[&str] = &[
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "enum",
    "items",
    "oneOf",
    "properties",
    "type",
];

/// Keywords that are kept for those who compare documents, with the values that are expressed by a format.
const KEPT: &[(&str, &[&str])] = &[
    ("contentEncoding", &["base64", "binary"]),
    ("contentMediaType", &["application/octet-stream"]),
    ("contentSchema", &[]),
];

/// Encoded text is of format `byte`, raw content of format `binary` (OpenAPI 3.1.1, Migrating binary descriptions
/// from OAS 3.0). Only texts have a content, so there need not be a `type`.
pub(super) fn upgrade(members: &mut Map<String, Value>, _: &Trail<'_>, _: &mut Report) {
    let text = |key: &str| members.get(key).and_then(Value::as_str);
    let has_content = text("contentEncoding")
        .or_else(|| text("contentMediaType"))
        .is_some();
    if has_content && !SHAPES.iter().any(|key| members.contains_key(*key)) {
        members.insert("type".to_owned(), Value::from("string"));
    }
    for (key, meaning) in KEPT {
        let value = members.get(*key);
        if let Some(value) =
            value.filter(|value| value.as_str().is_none_or(|value| !meaning.contains(&value)))
        {
            let value = value.clone();
            keep(members, key, value);
        }
    }
    if members.contains_key("format") {
        return;
    }
    let text = |key: &str| members.get(key).and_then(Value::as_str);
    let format = match (text("contentEncoding"), text("contentMediaType")) {
        (Some("base64" | "base64url"), _) => "byte",
        (Some("binary"), _) | (None, Some("application/octet-stream")) => "binary",
        _ => return,
    };
    members.insert("format".to_owned(), Value::from(format));
}
