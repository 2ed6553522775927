//! Schemas of OpenAPI 3.0 as JSON Schemas of draft 2020-12.

mod keywords;

use jsonschema::Validator;
use serde_json::{Map, Value, json};
pub use xtask_measure::corpus::raw::Direction;
use xtask_measure::corpus::raw::{bound, hide};

use super::Document;

type Object = Map<String, Value>;

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
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

/// `schema` as a JSON Schema. A part of a composition is not `closed`: it sees the members of the other parts.
pub fn convert(schema: &Value, direction: Direction, closed: bool) -> Value {
    let Some(schema) = schema.as_object() else {
        return schema.clone();
    };
    if let Some(reference) = schema.get("$ref") {
        // What stands beside a reference is ignored (OAS 3.0.3, "Reference Object").
        let name = reference
            .as_str()
            .unwrap()
            .strip_prefix("#/components/schemas/")
            .unwrap();
        return json!({"$ref": format!("#/$defs/{}", definition(name, closed))});
    }
    let mut schema = schema.clone();
    hide(&mut schema, direction);
    convert_parts(&mut schema, direction);
    bound(&mut schema);
    if closed {
        keywords::close(&mut schema);
    }
    keywords::admit_null(schema)
}

fn definition(name: &str, closed: bool) -> String {
    let set = if closed { "closed" } else { "open" };
    format!("{set}.{name}")
}

fn convert_parts(schema: &mut Object, direction: Direction) {
    for (keyword, part) in schema.iter_mut() {
        match (keyword.as_str(), part) {
            ("properties", Value::Object(properties)) => {
                for property in properties.values_mut() {
                    *property = convert(property, direction, true);
                }
            }
            ("items" | "additionalProperties", part) => *part = convert(part, direction, true),
            ("allOf" | "anyOf" | "oneOf", Value::Array(parts)) => {
                for part in parts {
                    *part = convert(part, direction, false);
                }
            }
            ("not", part) => *part = convert(part, direction, false),
            _ => {}
        }
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
        assert!(!judge(
            &schema,
            Direction::Request,
            &json!({"a": "", "id": ""})
        ));
        assert!(!judge(&schema, Direction::Response, &json!({"a": ""})));
    }

    #[test]
    fn the_parts_of_a_composition_see_each_other() {
        let schema = json!({"allOf": [{"$ref": "#/components/schemas/A"}, {"properties": {"b": {"type": "integer"}}}]});
        assert!(judge(
            &schema,
            Direction::Request,
            &json!({"a": "", "b": 1})
        ));
        assert!(!judge(
            &schema,
            Direction::Request,
            &json!({"a": "", "c": 1})
        ));
    }

    #[test]
    fn limits_and_formats_count() {
        let schema =
            json!({"type": "integer", "format": "int32", "minimum": 0, "exclusiveMinimum": true});
        let verdicts =
            [1, 0, 1 << 31].map(|value: i64| judge(&schema, Direction::Request, &json!(value)));
        assert_eq!(verdicts, [true, false, false]);
        let schema = json!({"type": "string", "format": "date-time"});
        assert!(!judge(&schema, Direction::Request, &json!("today")));
    }
}
