//! Schemas: what Swagger 2.0 spells in its own way.

use serde_json::{Map, Value, json};

use super::targets::{Targets, Wanted};

/// Keywords that hold a schema, a list of schemas, or either.
const SCHEMAS: &[&str] = &[
    "items",
    "additionalProperties",
    "not",
    "allOf",
    "anyOf",
    "oneOf",
];

/// Upgrades a schema and those within it (Swagger 2.0, Schema Object); samples and extensions are left alone.
pub(super) fn upgrade(schema: &mut Value, targets: &Targets<'_>) {
    let Value::Object(members) = schema else {
        return;
    };
    rewrite(members, targets, Wanted::Schema);
    discriminator(members);
    nullable(members);
    file(members);
    for key in SCHEMAS {
        match members.get_mut(*key) {
            Some(Value::Array(list)) => list.iter_mut().for_each(|part| upgrade(part, targets)),
            Some(part) => upgrade(part, targets),
            None => {}
        }
    }
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        properties
            .values_mut()
            .for_each(|property| upgrade(property, targets));
    }
}

/// Lets a reference lead to where its target is now.
pub(super) fn rewrite(members: &mut Map<String, Value>, targets: &Targets<'_>, wanted: Wanted) {
    if let Some(Value::String(reference)) = members.get_mut("$ref")
        && let Some(rewritten) = targets.rewritten(reference, wanted)
    {
        *reference = rewritten;
    }
}

/// A name alone: the property that tells the name of a definition.
fn discriminator(members: &mut Map<String, Value>) {
    if let Some(discriminator @ Value::String(_)) = members.get_mut("discriminator") {
        let name = discriminator.take();
        *discriminator = json!({ "propertyName": name });
    }
}

fn nullable(members: &mut Map<String, Value>) {
    if members.get("x-nullable") == Some(&Value::Bool(true)) {
        members.entry("nullable").or_insert(Value::Bool(true));
    }
}

fn file(members: &mut Map<String, Value>) {
    if members.get("type") == Some(&Value::from("file")) {
        members.insert("type".to_owned(), Value::from("string"));
        members.insert("format".to_owned(), Value::from("binary"));
    }
}
