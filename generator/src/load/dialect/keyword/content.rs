//! Contents of strings (JSON Schema Validation 2020-12, section 8).

use serde_json::{Map, Value};

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
