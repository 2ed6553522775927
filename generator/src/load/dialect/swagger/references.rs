//! The last pass: every reference and every schema of the tree, which has the shape of OpenAPI 3.0 by now.

use serde_json::{Map, Value};

use super::path_item::METHODS;
use super::schema::{self, rewrite as rewrite_reference};
use super::targets::{Targets, Wanted};

type Members = Map<String, Value>;
type Visit = fn(&mut Members, &Targets<'_>);

/// Upgrades all schemas, and lets all references lead to where their targets are now.
pub(super) fn rewrite(root: &mut Members, targets: &Targets<'_>) {
    if let Some(Value::Object(components)) = root.get_mut("components") {
        schemas(components, "schemas", targets);
        each(components, "parameters", targets, parameter);
        each(components, "requestBodies", targets, body);
        each(components, "responses", targets, body);
    }
    each(root, "paths", targets, path_item);
}

/// Visits the objects in the list or object at `key`. Among paths and statuses there can be extensions; what else
/// begins with `x-` is a name, such as that of a header.
fn each(members: &mut Members, key: &str, targets: &Targets<'_>, visit: Visit) {
    let has_extensions = ["paths", "responses"].contains(&key);
    let held: Box<dyn Iterator<Item = &mut Value>> = match members.get_mut(key) {
        Some(Value::Object(members)) => Box::new(
            members
                .iter_mut()
                .filter(move |(name, _)| !(has_extensions && name.starts_with("x-")))
                .map(|(_, value)| value),
        ),
        Some(Value::Array(items)) => Box::new(items.iter_mut()),
        _ => return,
    };
    for value in held {
        if let Value::Object(members) = value {
            visit(members, targets);
        }
    }
}

fn schemas(members: &mut Members, key: &str, targets: &Targets<'_>) {
    if let Some(Value::Object(schemas)) = members.get_mut(key) {
        for schema in schemas.values_mut() {
            schema::upgrade(schema, targets);
        }
    }
}

fn one(members: &mut Members, key: &str, targets: &Targets<'_>, visit: Visit) {
    if let Some(Value::Object(members)) = members.get_mut(key) {
        visit(members, targets);
    }
}

fn path_item(members: &mut Members, targets: &Targets<'_>) {
    rewrite_reference(members, targets, Wanted::Other);
    each(members, "parameters", targets, parameter);
    for method in METHODS {
        one(members, method, targets, operation);
    }
}

fn operation(members: &mut Members, targets: &Targets<'_>) {
    each(members, "parameters", targets, parameter);
    one(members, "requestBody", targets, body);
    each(members, "responses", targets, body);
}

/// A parameter, header or media type.
fn parameter(members: &mut Members, targets: &Targets<'_>) {
    rewrite_reference(members, targets, Wanted::Other);
    if let Some(schema) = members.get_mut("schema") {
        schema::upgrade(schema, targets);
    }
}

/// A request body or response.
fn body(members: &mut Members, targets: &Targets<'_>) {
    rewrite_reference(members, targets, Wanted::Other);
    each(members, "content", targets, parameter);
    each(members, "headers", targets, parameter);
}
