//! Objects and maps.

use serde_json::{Map, Value, json};

use super::{DEPTH, Extent, Plan, value};
use crate::document::Document;

/// The names of members that no schema declares.
const ADDITIONAL: [&str; 2] = ["größe / 100 %", ""];

/// The object of `schema` that `plan` calls for.
pub fn members(document: &Document, schema: &Value, plan: Plan, depth: usize) -> Value {
    let mut members = Map::new();
    for part in schema["allOf"].as_array().into_iter().flatten() {
        if let Value::Object(of_part) = value(document, part, plan, depth + 1) {
            members.extend(of_part);
        }
    }
    let properties = schema["properties"].as_object();
    for (name, property) in properties.into_iter().flatten() {
        if is_wanted(schema, name, property, plan, depth) {
            members.insert(name.clone(), value(document, property, plan, depth + 1));
        }
    }
    add_others(document, schema, plan, depth, &mut members);
    Value::Object(members)
}

fn is_wanted(schema: &Value, name: &str, property: &Value, plan: Plan, depth: usize) -> bool {
    let required = schema["required"]
        .as_array()
        .is_some_and(|names| names.contains(&json!(name)));
    let optional = plan.extent != Extent::Required && depth <= DEPTH;
    property["writeOnly"] != true && (required || optional)
}

/// Adds members that are not declared, where the schema speaks of them or declares none at all.
fn add_others(
    document: &Document,
    schema: &Value,
    plan: Plan,
    depth: usize,
    members: &mut Map<String, Value>,
) {
    let free = schema.get("properties").or(schema.get("allOf")).is_none();
    let additional = match schema.get("additionalProperties") {
        None | Some(Value::Null) if free => &json!({}),
        Some(Value::Bool(true)) => &json!({}),
        Some(schema @ Value::Object(_)) => schema,
        _ => return,
    };
    if plan.extent == Extent::Empty || plan.extent == Extent::Required || depth > DEPTH {
        return;
    }
    for (index, name) in ADDITIONAL.iter().enumerate() {
        let plan = Plan {
            round: plan.round + index,
            ..plan
        };
        members.insert(
            (*name).to_owned(),
            value(document, additional, plan, depth + 1),
        );
    }
}
