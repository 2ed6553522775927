//! The keywords that OpenAPI has in place of, or beside, those of JSON Schema.

use serde_json::{Map, Value, json};

use super::Direction;

type Object = Map<String, Value>;

/// Removes the properties that do not travel in `direction` (OAS 3.0.3, "Schema Object", `readOnly`, `writeOnly`).
pub fn hide(schema: &mut Object, direction: Direction) {
    let mark = match direction {
        Direction::Request => "readOnly",
        Direction::Response => "writeOnly",
    };
    let Some(Value::Object(properties)) = schema.get_mut("properties") else {
        return;
    };
    let hidden = |property: &Value| property.get(mark) == Some(&Value::Bool(true));
    let names: Vec<String> = properties
        .iter()
        .filter(|(_, property)| hidden(property))
        .map(|(name, _)| name.clone())
        .collect();
    properties.retain(|_, property| !hidden(property));
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| {
            name.as_str()
                .is_none_or(|name| !names.iter().any(|hidden| hidden == name))
        });
    }
}

/// Turns exclusive limits (JSON Schema Wright 00, as OAS 3.0 has them) and the formats of integers into plain limits.
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
        Some("int8") => (json!(i8::MIN), json!(i8::MAX)),
        Some("int16") => (json!(i16::MIN), json!(i16::MAX)),
        Some("int32") => (json!(i32::MIN), json!(i32::MAX)),
        Some("int64") => (json!(i64::MIN), json!(i64::MAX)),
        Some("uint8") => (json!(0), json!(u8::MAX)),
        Some("uint16") => (json!(0), json!(u16::MAX)),
        Some("uint32") => (json!(0), json!(u32::MAX)),
        Some("uint" | "uint64") => (json!(0), json!(u64::MAX)),
        _ => return,
    };
    // Without `type`, and with `type: number`, the format is all that says so.
    schema.entry("multipleOf").or_insert(json!(1));
    schema.entry("minimum").or_insert(least);
    schema.entry("maximum").or_insert(most);
}

/// Interprets common mistakes as the clients do: formats such as `dateTime`, and a lone `nullable: true`, which strictly
/// allows any value and is meant as `null`. `is_nullable` is whether `null` is allowed besides.
pub fn interpret(schema: &mut Object, is_nullable: bool) {
    if let Some(Value::String(format)) = schema.get_mut("format")
        && ["datetime", "date_time"].contains(&format.to_ascii_lowercase().as_str())
    {
        "date-time".clone_into(format);
    }
    let is_silent =
        |keyword: &String| ["nullable", "description", "title"].contains(&keyword.as_str());
    if is_nullable && schema.keys().all(is_silent) {
        schema.insert("not".to_owned(), json!({}));
    }
}

/// Removes the regular expressions that the validator does not understand.
pub fn drop_unsound_patterns(schema: &mut Object) {
    let is_unsound = |pattern: &str| super::pattern(pattern).is_none();
    if schema
        .get("pattern")
        .and_then(Value::as_str)
        .is_some_and(is_unsound)
    {
        schema.remove("pattern");
    }
    if let Some(Value::Object(patterns)) = schema.get_mut("patternProperties") {
        patterns.retain(|pattern, _| !is_unsound(pattern));
    }
}

/// Removes keywords that JSON Schema would refuse for their kind of value, such as `required: true`.
pub fn repair(schema: &mut Object) {
    const TYPES: &[&str] = &[
        "array", "boolean", "integer", "null", "number", "object", "string",
    ];
    schema.retain(|keyword, value| match keyword.as_str() {
        "type" => value.as_str().is_none_or(|name| TYPES.contains(&name)),
        "required" | "enum" | "allOf" | "anyOf" | "oneOf" => value.is_array(),
        "properties" => value.is_object(),
        "minLength" | "maxLength" | "minItems" | "maxItems" => value.is_u64(),
        "minimum" | "maximum" | "multipleOf" => value.is_number(),
        "format" | "pattern" => value.is_string(),
        _ => true,
    });
}

/// Returns whether the schema admits `null` beside what it describes.
#[must_use]
pub fn is_nullable(schema: &Value) -> bool {
    ["nullable", "x-nullable"]
        .iter()
        .any(|key| schema.get(key) == Some(&Value::Bool(true)))
}
