//! The keywords that OpenAPI 3.0 has in place of, or beside, those of JSON Schema.

use serde_json::{Value, json};

use super::{Direction, Object};

/// Removes the properties that do not travel in `direction`.
pub fn hide(schema: &mut Object, direction: Direction) {
    let mark = if direction == Direction::Request {
        "readOnly"
    } else {
        "writeOnly"
    };
    let Some(Value::Object(properties)) = schema.get_mut("properties") else {
        return;
    };
    properties.retain(|_, property| property[mark] != true);
    let visible: Vec<Value> = properties.keys().map(|name| json!(name)).collect();
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| visible.contains(name));
    }
}

/// Turns exclusive limits and the formats of integers into plain limits.
pub fn bound(schema: &mut Object) {
    for (limit, exclusive) in [
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ] {
        if schema.get(exclusive).is_some_and(Value::is_boolean)
            && schema.remove(exclusive) == Some(json!(true))
            && let Some(value) = schema.remove(limit)
        {
            schema.insert(exclusive.to_owned(), value);
        }
    }
    let (least, most) = match schema.get("format").and_then(Value::as_str) {
        Some("int32") => (i64::from(i32::MIN), i64::from(i32::MAX)),
        Some("int64") => (i64::MIN, i64::MAX),
        _ => return,
    };
    schema.entry("minimum").or_insert(json!(least));
    schema.entry("maximum").or_insert(json!(most));
}

/// Makes members that the schema does not declare wrong, unless it speaks of additional ones.
pub fn close(schema: &mut Object) {
    let members = ["properties", "allOf", "anyOf", "oneOf"];
    if members.iter().any(|keyword| schema.contains_key(*keyword))
        && !schema.contains_key("additionalProperties")
    {
        schema.insert("unevaluatedProperties".to_owned(), json!(false));
    }
}

/// Turns `nullable` into a type (OAS 3.0.3, "Schema Object").
pub fn admit_null(schema: Object) -> Value {
    if schema.get("nullable") == Some(&json!(true)) {
        json!({"anyOf": [schema, {"type": "null"}]})
    } else {
        Value::Object(schema)
    }
}
