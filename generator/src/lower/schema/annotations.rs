//! What is said of a value beside its type (OpenAPI 3.0.3, Schema Object, fixed fields), where it is said in a schema
//! that is written out within another one.

use serde_json::Value;

use super::facts::Facts;
use crate::load::CONDITIONS;
use crate::normalize::is_null;

/// How many schemas are looked through for something that they say.
const MOST_PARTS: usize = 64;

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

/// Adds to `facts` what the parts say that are written out in the `schema` itself: those of its `allOf`, and the one
/// alternative that it has beside `null`. What the schema says holds, then what the later part says.
pub(in crate::lower) fn add_of_parts(facts: &mut Facts, schema: &Value) {
    for part in parts(schema) {
        let is_true = |key: &str| part.get(key).and_then(Value::as_bool) == Some(true);
        facts.read_only |= is_true("readOnly");
        facts.write_only |= is_true("writeOnly");
        facts.deprecated |= is_true("deprecated");
        facts.nullable |= is_null(part);
        if facts.default.is_none() {
            facts.default = part.get("default").cloned();
        }
        if facts.description.is_empty()
            && let Some(description) = part.get("description").and_then(Value::as_str)
        {
            description.clone_into(&mut facts.description);
        }
    }
}

/// Whether the alternative at `place` is the only one of `alternatives` beside `null`.
pub(in crate::lower) fn is_alone(alternatives: &[Value], place: usize) -> bool {
    let mut others = alternatives.iter().enumerate();
    others.all(|(other, schema)| other == place || is_null(schema))
}

/// The schemas written out in `schema` that all of its values but `null` follow, and itself; the last first.
fn parts(schema: &Value) -> Vec<&Value> {
    let (mut found, mut pending) = (Vec::new(), vec![schema]);
    while let Some(schema) = pending.pop()
        && found.len() < MOST_PARTS
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

/// The only one of `alternatives` beside `null`.
fn alone(alternatives: &[Value]) -> Option<&Value> {
    let mut others = alternatives.iter().filter(|schema| !is_null(schema));
    others.next().filter(|_| others.next().is_none())
}

/// Whether a member of a schema says nothing of the type of its values.
pub(super) fn is_annotation(key: &str) -> bool {
    let is_extension = key.starts_with("x-") && key != CONDITIONS;
    is_extension || ANNOTATIONS.contains(&key)
}
