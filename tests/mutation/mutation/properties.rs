//! Changes of properties and their schemas.

use std::collections::BTreeSet;

use fastrand::Rng;
use serde_json::{Value, json};

use super::{Expected, child, one, similar};

/// The places of component schemas that list properties and are used, one of them by chance; each is used once.
fn schema(random: &mut Rng, document: &Value, touched: &mut BTreeSet<String>) -> Option<String> {
    let text = document.to_string();
    let schemas = document["components"]["schemas"].as_object()?;
    let is_used = |name: &str| text.contains(&format!("\"#/components/schemas/{name}\""));
    let wanted = |(name, schema): &(&String, &Value)| {
        let members = schema.as_object();
        // What is put together of others is compared as a whole.
        let is_plain = members.is_some_and(|members| {
            !["allOf", "oneOf", "anyOf"]
                .iter()
                .any(|key| members.contains_key(*key))
        });
        is_plain
            && is_used(name)
            && schema["properties"]
                .as_object()
                .is_some_and(|it| !it.is_empty())
    };
    let places: Vec<String> = schemas
        .iter()
        .filter(wanted)
        .map(|(name, _)| child("/components/schemas", name))
        .filter(|at| !touched.contains(at))
        .collect();
    let at = random.choice(places)?;
    touched.insert(at.clone());
    Some(at)
}

/// A property of a schema whose own schema is `wanted`: the schema's place, and the property's name.
fn property(
    random: &mut Rng,
    document: &Value,
    touched: &mut BTreeSet<String>,
    wanted: impl Fn(&Value) -> bool,
) -> Option<(String, String)> {
    let at = schema(random, document, touched)?;
    let properties = document.pointer(&at)?["properties"].as_object()?;
    let names = properties.iter().filter(|(_, schema)| wanted(schema));
    let names: Vec<String> = names.map(|(name, _)| name.clone()).collect();
    Some((at, random.choice(names)?))
}

fn is_required(document: &Value, at: &str, name: &str) -> bool {
    let required = document.pointer(at).unwrap()["required"].as_array();
    required.is_some_and(|required| required.iter().any(|it| it == name))
}

fn is_plain_string(schema: &Value) -> bool {
    let members = schema.as_object().unwrap();
    let known = ["type", "description", "example"];
    schema["type"] == "string" && members.keys().all(|key| known.contains(&key.as_str()))
}

fn is_enum(schema: &Value) -> bool {
    let values = schema["enum"].as_array();
    schema["type"] == "string"
        && values.is_some_and(|values| values.len() > 2 && values.iter().all(Value::is_string))
}

fn properties<'d>(document: &'d mut Value, at: &str) -> &'d mut serde_json::Map<String, Value> {
    document
        .pointer_mut(&format!("{at}/properties"))
        .unwrap()
        .as_object_mut()
        .unwrap()
}

fn place(at: &str, name: &str) -> String {
    child(&format!("{at}/properties"), name)
}

pub(super) fn property_added(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let at = schema(random, document, touched)?;
    properties(document, &at).insert("quiteNew".to_owned(), json!({ "type": "string" }));
    Some(one("property-added", place(&at, "quiteNew")))
}

pub(super) fn property_removed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, |_| true)?;
    let code = if is_required(document, &at, &name) {
        let required = document.pointer_mut(&at)?["required"].as_array_mut()?;
        required.retain(|it| it != &name);
        "required-property-removed"
    } else {
        "property-removed"
    };
    properties(document, &at).remove(&name);
    Some(one(code, place(&at, &name)))
}

pub(super) fn property_renamed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_plain_string)?;
    if is_required(document, &at, &name) {
        return None;
    }
    let schema = properties(document, &at).remove(&name)?;
    properties(document, &at).insert("otherName".to_owned(), schema);
    let mut expected = one("property-removed", place(&at, &name));
    expected.extend(one("property-added", place(&at, "otherName")));
    Some(expected)
}

pub(super) fn property_with_a_similar_name(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, |schema| {
        schema["type"] == "string"
    })?;
    let other = similar(&name)?;
    let schema = properties(document, &at)[&name].clone();
    if properties(document, &at)
        .insert(other.clone(), schema)
        .is_some()
    {
        return None;
    }
    Some(one("property-added", place(&at, &other)))
}

pub(super) fn property_required(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_plain_string)?;
    if is_required(document, &at, &name) {
        return None;
    }
    let members = document.pointer_mut(&at)?.as_object_mut()?;
    let required = members.entry("required").or_insert_with(|| json!([]));
    required.as_array_mut()?.push(json!(name));
    Some(one("property-became-required", place(&at, &name)))
}

pub(super) fn type_changed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_plain_string)?;
    properties(document, &at).insert(name.clone(), json!({ "type": "integer" }));
    Some(one("type-changed", place(&at, &name)))
}

pub(super) fn value_added(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_enum)?;
    properties(document, &at)[&name]["enum"]
        .as_array_mut()?
        .push(json!("quite-new"));
    Some(one("enum-value-added", place(&at, &name) + "/enum"))
}

pub(super) fn value_with_a_similar_name(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_enum)?;
    let values = properties(document, &at)[&name]["enum"].as_array_mut()?;
    let first = values[0].as_str()?.to_owned();
    let other = similar(&first).unwrap_or_else(|| format!("-{first}"));
    values.push(json!(other));
    Some(one("enum-value-added", place(&at, &name) + "/enum"))
}

pub(super) fn value_removed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_enum)?;
    properties(document, &at)[&name]["enum"]
        .as_array_mut()?
        .pop();
    Some(one("enum-value-removed", place(&at, &name) + "/enum"))
}

pub(super) fn bounds_tightened(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_plain_string)?;
    properties(document, &at)[&name]["maxLength"] = json!(9);
    Some(one("bounds-tightened", place(&at, &name) + "/maxLength"))
}

pub(super) fn default_changed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_plain_string)?;
    properties(document, &at)[&name]["default"] = json!("quite new");
    Some(one("default-changed", place(&at, &name) + "/default"))
}
