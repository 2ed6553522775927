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
            report.warn(&SCHEMA_NEVER, trail, "the schema `false` accepts no value");
            *value = json!({ CONDITIONS: { "not": {} } });
        }
        Value::String(text) => {
            let meant = of_text(text);
            let message = format!("expected a schema object, found the string `{text}`");
            match &meant {
                Some(meant) => {
                    let note = format!("it is read as `{meant}`");
                    report.warn_with_note(&SCHEMA_INVALID, trail, message, note);
                }
                None => report.warn(&SCHEMA_INVALID, trail, message),
            }
            *value = meant.unwrap_or_else(empty);
        }
        _ => {
            let message = format!("expected a schema object, found {}", type_name(value));
            report.warn(&SCHEMA_INVALID, trail, message);
            *value = empty();
        }
    }
}

/// Returns a reference or a type where a schema belongs.
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
            let message = format!("expected a discriminator object, found the string `{name}`");
            let note = "the string is read as `propertyName`";
            report.warn_with_note(&MEMBER_TYPE, trail, message, note);
            *value = json!({ "propertyName": name });
        }
        Value::Object(members) => {
            let at = trail.member("mapping");
            match members.get_mut("mapping") {
                Some(Value::Object(mapping)) => {
                    mapping.retain(|value, target| is_text(target, &at.member(value), report));
                }
                Some(other) => {
                    let found = type_name(other);
                    let message = format!("expected an object as `mapping`, found {found}");
                    report.warn_with_note(&MEMBER_TYPE, &at, message, "it is ignored");
                    members.shift_remove("mapping");
                }
                None => {}
            }
        }
        _ => {}
    }
}

/// Returns whether what a value is mapped to is text, which nothing else can be.
fn is_text(target: &Value, trail: &Trail<'_>, report: &mut Report) -> bool {
    if !target.is_string() {
        let found = type_name(target);
        let message = format!("expected a string in `mapping`, found {found}");
        report.warn_with_note(&MEMBER_TYPE, trail, message, "it is ignored");
    }
    target.is_string()
}
