//! Changes of documents.

use std::collections::BTreeSet;

use clientsmith::diff::Entry;
use fastrand::Rng;
use serde_json::{Value, json};

/// A change that a report should have.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The code of the change.
    pub code: &'static str,
    /// Its place, in the document that has it.
    pub pointer: String,
}

/// Changes a document at one place, and returns what a report should have; nothing, if there is no such place.
type Mutation = fn(&mut Rng, &mut Value, &mut BTreeSet<String>) -> Option<Vec<Expected>>;

const MUTATIONS: &[Mutation] = &[
    property_added,
    property_removed,
    property_renamed,
    property_with_a_similar_name,
    property_required,
    type_changed,
    value_added,
    value_with_a_similar_name,
    value_removed,
    bounds_tightened,
    default_changed,
    parameter_added,
    required_parameter_added,
    parameter_renamed,
    operation_added,
    operation_with_a_similar_name,
    operation_removed,
    operation_renamed,
    operation_moved,
    operation_deprecated,
];

/// Makes two or three changes at different places.
pub fn mutate(random: &mut Rng, document: &mut Value) -> Vec<Expected> {
    let (mut expected, mut touched) = (Vec::new(), BTreeSet::new());
    let wanted = random.usize(2..=3);
    let mut made = 0;
    for _ in 0..200 {
        let mutation = MUTATIONS[random.usize(..MUTATIONS.len())];
        if let Some(changes) = mutation(random, document, &mut touched) {
            expected.extend(changes);
            made += 1;
        }
        if made == wanted {
            break;
        }
    }
    expected
}

/// Whether an entry follows from another change: the crate changes in a way that requests and responses do not show.
pub fn is_consequence(entry: &Entry) -> bool {
    entry.code.id == "rust-api-changed"
}

fn one(code: &'static str, pointer: impl Into<String>) -> Option<Vec<Expected>> {
    let pointer = pointer.into();
    Some(vec![Expected { code, pointer }])
}

/// A pointer to a member (RFC 6901, section 3).
fn child(at: &str, key: &str) -> String {
    format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"))
}

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

fn property_added(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let at = schema(random, document, touched)?;
    properties(document, &at).insert("quiteNew".to_owned(), json!({ "type": "string" }));
    one("property-added", place(&at, "quiteNew"))
}

fn property_removed(
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
    one(code, place(&at, &name))
}

fn property_renamed(
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
    let mut expected = one("property-removed", place(&at, &name))?;
    expected.extend(one("property-added", place(&at, "otherName"))?);
    Some(expected)
}

/// A name that is the same in Rust.
fn similar(name: &str) -> Option<String> {
    let other = if name.contains(char::is_uppercase) {
        let separate = |letter: char| {
            if letter.is_uppercase() {
                format!("_{}", letter.to_lowercase())
            } else {
                letter.to_string()
            }
        };
        name.chars().map(separate).collect()
    } else {
        name.replace('_', "-")
    };
    (other != name && !other.starts_with('_')).then_some(other)
}

fn property_with_a_similar_name(
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
    one("property-added", place(&at, &other))
}

fn property_required(
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
    one("property-became-required", place(&at, &name))
}

fn type_changed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_plain_string)?;
    properties(document, &at).insert(name.clone(), json!({ "type": "integer" }));
    one("type-changed", place(&at, &name))
}

fn value_added(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_enum)?;
    properties(document, &at)[&name]["enum"]
        .as_array_mut()?
        .push(json!("quite-new"));
    one("enum-value-added", place(&at, &name) + "/enum")
}

fn value_with_a_similar_name(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_enum)?;
    let values = properties(document, &at)[&name]["enum"].as_array_mut()?;
    let first = values[0].as_str()?.to_owned();
    let other = similar(&first).unwrap_or_else(|| format!("-{first}"));
    values.push(json!(other));
    one("enum-value-added", place(&at, &name) + "/enum")
}

fn value_removed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_enum)?;
    properties(document, &at)[&name]["enum"]
        .as_array_mut()?
        .pop();
    one("enum-value-removed", place(&at, &name) + "/enum")
}

fn bounds_tightened(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_plain_string)?;
    properties(document, &at)[&name]["maxLength"] = json!(9);
    one("bounds-tightened", place(&at, &name) + "/maxLength")
}

fn default_changed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (at, name) = property(random, document, touched, is_plain_string)?;
    properties(document, &at)[&name]["default"] = json!("quite new");
    one("default-changed", place(&at, &name) + "/default")
}

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

fn parameter_added(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (path, method) = operation(random, document, touched)?;
    let parameter = json!({ "name": "quiteNew", "in": "query", "schema": { "type": "string" } });
    let at = add_parameter(document, &operation_place(&path, &method), parameter)?;
    one("parameter-added", at)
}

fn required_parameter_added(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (path, method) = operation(random, document, touched)?;
    let parameter = json!({ "name": "quiteNew", "in": "query", "required": true, "schema": { "type": "string" } });
    let at = add_parameter(document, &operation_place(&path, &method), parameter)?;
    one("required-parameter-added", at)
}

fn parameter_renamed(
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
    let mut expected = one("parameter-removed", at.clone())?;
    expected.extend(one("parameter-added", at)?);
    Some(expected)
}

fn operation_added(
    _: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    if !touched.insert("/quite/new".to_owned()) {
        return None;
    }
    document["paths"]["/quite/new"] = json!({ "get": { "operationId": "getQuiteNew", "responses": { "204": { "description": "Done." } } } });
    one("operation-added", "/paths/~1quite~1new/get")
}

/// The operation gets a name by which the other one is called now, unless the generator keeps them apart.
fn operation_with_a_similar_name(
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
    one("operation-added", "/paths/~1quite~1similar/get")
}

fn operation_removed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (path, method) = operation(random, document, touched)?;
    document["paths"][&path].as_object_mut()?.remove(&method);
    one("operation-removed", operation_place(&path, &method))
}

fn operation_renamed(
    random: &mut Rng,
    document: &mut Value,
    touched: &mut BTreeSet<String>,
) -> Option<Vec<Expected>> {
    let (path, method) = operation(random, document, touched)?;
    let at = operation_place(&path, &method);
    let operation = document.pointer_mut(&at)?;
    operation["operationId"].as_str()?;
    operation["operationId"] = json!(format!("renamed{}", random.u16(..)));
    one("operation-renamed", at + "/operationId")
}

fn operation_moved(
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
        return None.or_else(|| {
            // All of its operations move: that is several changes.
            let moved = document["paths"].as_object_mut()?.remove(&moved)?;
            document["paths"][&path] = moved;
            None
        });
    }
    one("operation-moved", operation_place(&moved, &method))
}

fn operation_deprecated(
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
    one("deprecated", at)
}
