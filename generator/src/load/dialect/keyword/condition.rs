//! Keywords that no type can express: conditions and the like, and the contents of strings (JSON Schema Validation
//! 2020-12, section 8).

use indexmap::IndexMap;
use serde::Serializer;
use serde_json::{Map, Value};

use super::tuple::Alternatives;
use crate::diagnostics::Pointer;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Keywords that are told in the description (JSON Schema 2020-12, sections 10.2.1, 10.2.2, 10.3, 11; Validation,
/// section 6).
const TOLD: &[&str] = &[
    "not",
    "if",
    "then",
    "else",
    "contains",
    "minContains",
    "maxContains",
    "dependentRequired",
    "dependentSchemas",
    "propertyNames",
];

/// Parts of conditions whose properties an object can have.
const BRANCHES: &[&str] = &["then", "else"];

/// Parts of a branch that hold more schemas: lists and objects of them.
const COMBINED: &[&str] = &["allOf", "anyOf", "oneOf", "dependentSchemas"];

/// What stands in a description before the conditions.
pub(crate) const LEAD: &str =
    "Values also have to follow these rules, which the type does not express:";

/// How many characters of conditions are told.
const MAX_LENGTH: usize = 600;

/// No more bytes than one character more has.
const MAX_BYTES: usize = 4 * (MAX_LENGTH + 1);

/// The extension that keeps the conditions, for those who compare documents.
pub(crate) const CONDITIONS: &str = "x-clientsmith-conditions";

/// Tells the conditions in the description, and lists the properties that only they mention.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let told = TOLD.iter().filter(|key| members.contains_key(**key));
    let told: Vec<&str> = told.copied().collect();
    if told.is_empty() {
        return;
    }
    let rules = rules(members, &told);
    let mut listed = Vec::new();
    for branch in BRANCHES {
        if let Some(branch_schema) = members.get_mut(*branch) {
            take_properties(branch_schema, &trail.member(branch), &mut listed);
        }
    }
    if let Some(dependent) = members.get_mut("dependentSchemas") {
        take_of_each(dependent, &trail.member("dependentSchemas"), &mut listed);
    }
    list_properties(members, listed, trail, report);
    let removed = told
        .into_iter()
        .filter_map(|key| members.shift_remove_entry(key));
    let conditions: Map<String, Value> = removed.collect();
    document(members, &rules);
    for (key, condition) in conditions {
        keep(members, &key, condition);
    }
}

/// Keeps what the keyword `key` says for those who compare documents.
pub(super) fn keep(members: &mut Map<String, Value>, key: &str, value: Value) {
    let kept = members
        .entry(CONDITIONS)
        .or_insert_with(|| Value::Object(Map::new()));
    if let Value::Object(kept) = kept {
        kept.insert(key.to_owned(), value);
    }
}

/// Returns the beginning of the conditions as JSON: where they are nested, each level would have all of the next in it.
fn rules(members: &Map<String, Value>, told: &[&str]) -> String {
    let mut buffer = [0; MAX_BYTES];
    let mut rest = buffer.as_mut_slice();
    let entries = told
        .iter()
        .filter_map(|key| Some((key, members.get(*key)?)));
    // What does not fit ends it with an error, and what fitted is all there is to tell.
    let _ = serde_json::Serializer::pretty(&mut rest).collect_map(entries);
    let written = MAX_BYTES - rest.len();
    let text = String::from_utf8_lossy(buffer.get(..written).unwrap_or_default());
    if text.chars().count() <= MAX_LENGTH {
        return text.into_owned();
    }
    text.chars().take(MAX_LENGTH).chain(['…']).collect()
}

fn document(members: &mut Map<String, Value>, rules: &str) {
    let description = members
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let description = format!("{description}\n\n{LEAD}\n\n```json\n{rules}\n```");
    members.insert(
        "description".to_owned(),
        Value::from(description.trim_start()),
    );
}

/// A property and the place that it is taken from.
type Taken = (String, Value, Pointer);

/// Takes the properties of the branch at `trail` and of the schemas that it combines.
fn take_properties(branch: &mut Value, trail: &Trail<'_>, taken: &mut Vec<Taken>) {
    let Value::Object(members) = branch else {
        return;
    };
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        let at = trail.member("properties").pointer();
        let properties = std::mem::take(properties).into_iter();
        taken.extend(properties.map(|(name, property)| {
            let at = at.child(&name);
            (name, property, at)
        }));
    }
    for branch in BRANCHES {
        if let Some(schema) = members.get_mut(*branch) {
            take_properties(schema, &trail.member(branch), taken);
        }
    }
    for key in COMBINED {
        if let Some(schemas) = members.get_mut(*key) {
            take_of_each(schemas, &trail.member(key), taken);
        }
    }
}

fn take_of_each(schemas: &mut Value, trail: &Trail<'_>, taken: &mut Vec<Taken>) {
    match schemas {
        Value::Array(schemas) => {
            for (place, schema) in schemas.iter_mut().enumerate() {
                take_properties(schema, &Trail::Element(trail, place), taken);
            }
        }
        Value::Object(schemas) => {
            for (name, schema) in schemas {
                take_properties(schema, &trail.member(name), taken);
            }
        }
        _ => {}
    }
}

/// Adds the properties of branches that the schema has not; none of them is required, and each is what any of the
/// branches says.
fn list_properties(
    members: &mut Map<String, Value>,
    taken: Vec<Taken>,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    if taken.is_empty() {
        return;
    }
    let own = members
        .entry("properties")
        .or_insert_with(|| Value::Object(Map::new()));
    let Some(own) = own.as_object_mut() else {
        return;
    };
    let mut new: IndexMap<String, Alternatives> = IndexMap::new();
    for (name, property, from) in taken {
        // No value is valid for `false`.
        if !own.contains_key(&name) && property != Value::Bool(false) {
            new.entry(name).or_default().add(property, from);
        }
    }
    let at = trail.member("properties").pointer();
    for (name, schemas) in new {
        let schema = schemas.into_schema(&at.child(&name), &mut report.origins);
        own.insert(name, schema);
    }
}

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
pub(super) fn upgrade_content(members: &mut Map<String, Value>, _: &Trail<'_>, _: &mut Report) {
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
