//! Schemas that are no objects, and discriminators that are written in another way.

use serde_json::{Map, Value, json};

use super::type_name;
use crate::codes::dialect::{MEMBER_TYPE, SCHEMA_INVALID, SCHEMA_NEVER};
use crate::load::dialect::keyword::CONDITIONS;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Members where OpenAPI 3.0 has `true` and `false` as well.
const FLAGS: &[&str] = &[
    "additionalProperties",
    "unevaluatedProperties",
    "unevaluatedItems",
];

const TYPES: &[&str] = &["array", "boolean", "integer", "number", "object", "string"];

/// Makes an object of a schema that is none: `true` and `false` (JSON Schema 2020-12, section 4.3.2), or a mistake.
pub(in crate::load::dialect) fn schema_from(
    value: &mut Value,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    if value.is_object() {
        return;
    }
    let takes_flags = trail.key().is_some_and(|key| FLAGS.contains(&key));
    match value {
        Value::Object(_) => {}
        Value::Bool(_) if takes_flags => {}
        Value::Bool(true) => *value = empty(),
        Value::Bool(false) => {
            report.warn(&SCHEMA_NEVER, trail, "no value is valid here");
            *value = json!({ CONDITIONS: { "not": {} } });
        }
        Value::String(text) => {
            let meant = of_text(text);
            report.warn(&SCHEMA_INVALID, trail, said(text, meant.as_ref()));
            *value = meant.unwrap_or_else(empty);
        }
        _ => {
            let message = format!("expected a schema object, found {}", type_name(value));
            report.warn(&SCHEMA_INVALID, trail, message);
            *value = empty();
        }
    }
}

fn said(text: &str, meant: Option<&Value>) -> String {
    match meant {
        Some(meant) => format!("this schema is the string `{text}`; it is read as `{meant}`"),
        None => format!("expected a schema object, found the string `{text}`"),
    }
}

/// A reference or a type where a schema belongs.
fn of_text(text: &str) -> Option<Value> {
    if text.starts_with("#/") {
        Some(json!({ "$ref": text }))
    } else {
        TYPES.contains(&text).then(|| json!({ "type": text }))
    }
}

fn empty() -> Value {
    Value::Object(Map::new())
}

/// Makes an object of a discriminator that is only the name of its property, as in Swagger 2.0.
pub(in crate::load::dialect) fn discriminator_from(
    value: &mut Value,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    match value {
        Value::String(name) => {
            let message =
                format!("the discriminator is the string `{name}`; it is read as `propertyName`");
            report.warn(&MEMBER_TYPE, trail, message);
            *value = json!({ "propertyName": name });
        }
        Value::Object(members) => {
            let at = trail.member("mapping");
            match members.get_mut("mapping") {
                Some(Value::Object(mapping)) => {
                    mapping.retain(|value, target| is_text(target, &at.member(value), report));
                }
                Some(other) => {
                    let message = format!("`mapping` is {}; it is ignored", type_name(other));
                    report.warn(&MEMBER_TYPE, &at, message);
                    members.shift_remove("mapping");
                }
                None => {}
            }
        }
        _ => {}
    }
}

/// Whether what a value is mapped to is text, which nothing else can be.
fn is_text(target: &Value, trail: &Trail<'_>, report: &mut Report) -> bool {
    if !target.is_string() {
        let message = format!("a value is mapped to {}; it is ignored", type_name(target));
        report.warn(&MEMBER_TYPE, trail, message);
    }
    target.is_string()
}
