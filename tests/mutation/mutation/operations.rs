//! Changes of operations and their parameters.

use std::collections::BTreeSet;

use fastrand::Rng;
use serde_json::{Value, json};

use super::{Expected, child, one, similar};

const METHODS: &[&str] = &["get", "put", "post", "delete", "patch"];

/// An operation: its path and method.
fn operation(
    random: &mut Rng,
    document: &Value,
    touched: &mut BTreeSet<String>,
) -> Option<(String, String)> {
    let paths = document["paths"].as_object()?;
    let mut all = Vec::new();
    for (path, item) in paths.iter().filter(|(path, _)| !touched.contains(*path)) {
        let methods = METHODS.iter().filter(|method| item[**method].is_object());
        all.extend(methods.map(|method| (path.clone(), (*method).to_owned())));
    }
    let (path, method) = random.choice(all)?;
    touched.insert(path.clone());
    Some((path, method))
}

fn operation_place(path: &str, method: &str) -> String {
    format!("{}/{method}", child("/paths", path))
}

fn add_parameter(document: &mut Value, at: &str, parameter: Value) -> Option<String> {
    let members = document.pointer_mut(at)?.as_object_mut()?;
    let parameters = members.entry("parameters").or_insert_with(|| json!([]));
    let parameters = parameters.as_array_mut()?;
    parameters.push(parameter);
    Some(format!("{at}/parameters/{}", parameters.len() - 1))
}

pub(super) fn parameter_added(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (path, method) = operation(random, document, touched)?;
    let parameter = json!({ "name": "quiteNew", "in": "query", "schema": { "type": "string" } });
    let at = add_parameter(document, &operation_place(&path, &method), parameter)?;
    Some(one("parameter-added", at))
}

pub(super) fn required_parameter_added(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (path, method) = operation(random, document, touched)?;
    let parameter = json!({ "name": "quiteNew", "in": "query", "required": true, "schema": { "type": "string" } });
    let at = add_parameter(document, &operation_place(&path, &method), parameter)?;
    Some(one("required-parameter-added", at))
}

pub(super) fn parameter_renamed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (path, method) = operation(random, document, touched)?;
    let at = operation_place(&path, &method);
    let parameters = document.pointer_mut(&at)?["parameters"].as_array_mut()?;
    let place = parameters
        .iter()
        .position(|it| it["in"] == "query" && it["required"] != true)?;
    parameters[place]["name"] = json!("otherName");
    let at = format!("{at}/parameters/{place}");
    let mut expected = one("parameter-removed", at.clone());
    expected.extend(one("parameter-added", at));
    Some(expected)
}

pub(super) fn operation_added(
    _: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    if !touched.insert("/quite/new".to_owned()) {
        return None;
    }
    document["paths"]["/quite/new"] = json!({ "get": { "operationId": "getQuiteNew", "responses": { "204": { "description": "Done." } } } });
    Some(one("operation-added", "/paths/~1quite~1new/get"))
}

/// The operation gets a name by which the other one is called now, unless the generator keeps them apart.
pub(super) fn operation_with_a_similar_name(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (path, method) = operation(random, document, touched)?;
    let id = document.pointer(&operation_place(&path, &method))?["operationId"].as_str()?;
    let other = similar(id)?;
    if !touched.insert("/quite/similar".to_owned()) {
        return None;
    }
    document["paths"]["/quite/similar"] = json!({ "get": { "operationId": other, "responses": { "204": { "description": "Done." } } } });
    Some(one("operation-added", "/paths/~1quite~1similar/get"))
}

pub(super) fn operation_removed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (path, method) = operation(random, document, touched)?;
    document["paths"][&path].as_object_mut()?.remove(&method);
    Some(one("operation-removed", operation_place(&path, &method)))
}

pub(super) fn operation_renamed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (path, method) = operation(random, document, touched)?;
    let at = operation_place(&path, &method);
    let operation = document.pointer_mut(&at)?;
    operation["operationId"].as_str()?;
    operation["operationId"] = json!(format!("renamed{}", random.u16(..)));
    Some(one("operation-renamed", at + "/operationId"))
}

pub(super) fn operation_moved(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (path, method) = operation(random, document, touched)?;
    let item = document["paths"].as_object_mut()?.remove(&path)?;
    let moved = format!("/quite/moved{path}");
    document["paths"][&moved] = item.clone();
    let methods = METHODS.iter().filter(|method| item[**method].is_object());
    if methods.count() != 1 {
        // All of its operations would move: that is several changes.
        document["paths"].as_object_mut()?.remove(&moved)?;
        document["paths"][&path] = item;
        return None;
    }
    Some(one("operation-moved", operation_place(&moved, &method)))
}

pub(super) fn operation_deprecated(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (path, method) = operation(random, document, touched)?;
    let at = operation_place(&path, &method);
    let operation = document.pointer_mut(&at)?;
    if operation["deprecated"] == true {
        return None;
    }
    operation["deprecated"] = json!(true);
    Some(one("deprecated", at))
}
