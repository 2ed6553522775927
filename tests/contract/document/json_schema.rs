//! Schemas of OpenAPI 3.0 as JSON Schemas of draft 2020-12.

use jsonschema::Validator;
use serde_json::{Map, Value, json};

use super::Document;

type Object = Map<String, Value>;

/// Which way a value travels (OAS 3.0.3, "Schema Object", `readOnly` and `writeOnly`).
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the server.
    Request,
    /// From the server.
    Response,
}

/// What judges values of `schema` that travel in `direction`. Formats count, and so do members that the schema does
/// not declare: they are wrong, unless the schema speaks of additional ones.
pub fn validator(document: &Document, schema: &Value, direction: Direction) -> Validator {
    let mut definitions = Object::new();
    for (name, schema) in document.schemas() {
        for closed in [true, false] {
            definitions.insert(definition(name, closed), convert(schema, direction, closed));
        }
    }
    let schema = json!({"$defs": definitions, "allOf": [convert(schema, direction, true)]});
    jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap()
}

/// `schema` as a JSON Schema. A part of a composition is not `closed`: it sees the members of the other parts.
pub fn convert(schema: &Value, direction: Direction, closed: bool) -> Value {
    let Some(schema) = schema.as_object() else {
        return schema.clone();
    };
    if let Some(reference) = schema.get("$ref") {
        // What stands beside a reference is ignored (OAS 3.0.3, "Reference Object").
        let name = reference.as_str().unwrap().strip_prefix("#/components/schemas/").unwrap();
        return json!({"$ref": format!("#/$defs/{}", definition(name, closed))});
    }
    let mut schema = schema.clone();
    hide(&mut schema, direction);
    convert_parts(&mut schema, direction);
    bound(&mut schema);
    if closed {
        close(&mut schema);
    }
    admit_null(schema)
}

fn definition(name: &str, closed: bool) -> String {
    let set = if closed { "closed" } else { "open" };
    format!("{set}.{name}")
}

/// Removes the properties that do not travel in `direction`.
fn hide(schema: &mut Object, direction: Direction) {
    let mark = if direction == Direction::Request { "readOnly" } else { "writeOnly" };
    let Some(Value::Object(properties)) = schema.get_mut("properties") else {
        return;
    };
    properties.retain(|_, property| property[mark] != true);
    let visible: Vec<Value> = properties.keys().map(|name| json!(name)).collect();
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|name| visible.contains(name));
    }
}

fn convert_parts(schema: &mut Object, direction: Direction) {
    for (keyword, part) in schema.iter_mut() {
        match (keyword.as_str(), part) {
            ("properties", Value::Object(properties)) => {
                properties.values_mut().for_each(|property| *property = convert(property, direction, true));
            }
            ("items" | "additionalProperties", part) => *part = convert(part, direction, true),
            ("allOf" | "anyOf" | "oneOf", Value::Array(parts)) => {
                parts.iter_mut().for_each(|part| *part = convert(part, direction, false));
            }
            ("not", part) => *part = convert(part, direction, false),
            _ => {}
        }
    }
}

/// Turns exclusive limits and the formats of integers into plain limits.
fn bound(schema: &mut Object) {
    for (limit, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
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

fn close(schema: &mut Object) {
    let members = ["properties", "allOf", "anyOf", "oneOf"];
    if members.iter().any(|keyword| schema.contains_key(*keyword)) && !schema.contains_key("additionalProperties") {
        schema.insert("unevaluatedProperties".to_owned(), json!(false));
    }
}

/// Turns `nullable` into a type (OAS 3.0.3, "Schema Object").
fn admit_null(schema: Object) -> Value {
    if schema.get("nullable") == Some(&json!(true)) {
        json!({"anyOf": [schema, {"type": "null"}]})
    } else {
        Value::Object(schema)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(schema: &Value, direction: Direction, value: &Value) -> bool {
        let document = Document(json!({"components": {"schemas": {"A": {
            "type": "object", "required": ["a", "id"],
            "properties": {"a": {"type": "string", "nullable": true}, "id": {"type": "string", "readOnly": true}},
        }}}}));
        validator(&document, schema, direction).is_valid(value)
    }

    #[test]
    fn what_is_read_only_is_not_sent() {
        let schema = json!({"$ref": "#/components/schemas/A"});
        assert!(judge(&schema, Direction::Request, &json!({"a": null})));
        assert!(!judge(&schema, Direction::Request, &json!({"a": "", "id": ""})));
        assert!(!judge(&schema, Direction::Response, &json!({"a": ""})));
    }

    #[test]
    fn the_parts_of_a_composition_see_each_other() {
        let schema = json!({"allOf": [{"$ref": "#/components/schemas/A"}, {"properties": {"b": {"type": "integer"}}}]});
        assert!(judge(&schema, Direction::Request, &json!({"a": "", "b": 1})));
        assert!(!judge(&schema, Direction::Request, &json!({"a": "", "c": 1})));
    }

    #[test]
    fn limits_and_formats_count() {
        let schema = json!({"type": "integer", "format": "int32", "minimum": 0, "exclusiveMinimum": true});
        let judge = |schema, value| judge(schema, Direction::Request, value);
        assert!(judge(&schema, &json!(1)));
        assert!(!judge(&schema, &json!(0)) && !judge(&schema, &json!(1_i64 << 31)));
        assert!(!judge(&json!({"type": "string", "format": "date-time"}), &json!("today")));
    }
}
