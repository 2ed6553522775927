//! What is said of a value beside its type (OpenAPI 3.0.3, Schema Object, fixed fields), where it is said in a schema
//! that is written out within another one.

use serde_json::Value;

use super::normalized::NormalizedSchema;
use crate::load::CONDITIONS;
use crate::normalize::is_null;

/// How many schemas are looked through for something that they say.
const MAX_PARTS: usize = 64;

/// Members that say nothing of the type of a value.
const ANNOTATIONS: &[&str] = &[
    "default",
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "nullable",
    "readOnly",
    "title",
    "writeOnly",
    "xml",
];

/// Adds to `normalized` what the parts say that are written out in the `schema` itself: those of its `allOf`, and the one
/// alternative that it has beside `null`. What the schema says holds, then what the later part says.
pub(in crate::lower) fn add_of_parts(normalized: &mut NormalizedSchema, schema: &Value) {
    for part in parts(schema) {
        let is_true = |key: &str| part.get(key).and_then(Value::as_bool) == Some(true);
        normalized.read_only |= is_true("readOnly");
        normalized.write_only |= is_true("writeOnly");
        normalized.deprecated |= is_true("deprecated");
        normalized.nullable |= is_null(part);
        if normalized.default.is_none() {
            normalized.default = part.get("default").cloned();
        }
        if normalized.description.is_empty()
            && let Some(description) = part.get("description").and_then(Value::as_str)
        {
            description.clone_into(&mut normalized.description);
        }
    }
}

/// Returns whether the alternative at `place` is the only one of `alternatives` beside `null`.
pub(in crate::lower) fn is_alone(alternatives: &[Value], place: usize) -> bool {
    let mut others = alternatives.iter().enumerate();
    others.all(|(other, schema)| other == place || is_null(schema))
}

/// Returns the schemas written out in `schema` that all of its values but `null` follow, and itself; the last first.
fn parts(schema: &Value) -> Vec<&Value> {
    let (mut found, mut pending) = (Vec::new(), vec![schema]);
    while let Some(schema) = pending.pop()
        && found.len() < MAX_PARTS
    {
        pending.extend(alone(list(schema, "oneOf")));
        pending.extend(alone(list(schema, "anyOf")));
        pending.extend(list(schema, "allOf"));
        found.extend(schema.is_object().then_some(schema));
    }
    found.retain(|part| part.get("$ref").is_none());
    found
}

fn list<'a>(schema: &'a Value, key: &str) -> &'a [Value] {
    let list = schema.get(key).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

/// Returns the only one of `alternatives` beside `null`.
fn alone(alternatives: &[Value]) -> Option<&Value> {
    let mut others = alternatives.iter().filter(|schema| !is_null(schema));
    others.next().filter(|_| others.next().is_none())
}

/// Returns whether a member of a schema says nothing of the type of its values.
pub(super) fn is_annotation(key: &str) -> bool {
    let is_extension = key.starts_with("x-") && key != CONDITIONS;
    is_extension || ANNOTATIONS.contains(&key)
}
