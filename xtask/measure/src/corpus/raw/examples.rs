//! The examples of a document.

use clientsmith::diagnostics::Pointer;
use serde_json::Value;

use super::{Direction, Kind, Node, Raw, nodes};

/// An example and the schema it is an example of.
#[derive(Debug)]
pub struct Example<'a> {
    /// Where the example stands.
    pub at: Pointer,
    /// Where its schema stands.
    pub schema: Pointer,
    /// Which way it travels, if its place tells.
    pub direction: Option<Direction>,
    /// The example.
    pub value: &'a Value,
}

/// Returns every example of `raw`, in the order of the document: those of schemas with their defaults, of media types,
/// of parameters and of Swagger's responses.
#[must_use]
pub fn examples(raw: &Raw) -> Vec<Example<'_>> {
    let nodes = nodes(raw.root());
    nodes.iter().flat_map(|node| of_node(raw, node)).collect()
}

fn of_node<'a>(raw: &'a Raw, node: &Node<'a>) -> Vec<Example<'a>> {
    // Beside a reference stand examples of something else, or none (OAS 3.0.3, "Reference Object").
    if node.value.get("$ref").is_some() {
        return Vec::new();
    }
    match node.kind {
        Kind::Schema => of_schema(node),
        Kind::MediaType | Kind::Parameter if node.value.get("schema").is_some() => {
            of_holder(raw, node)
        }
        Kind::Response if node.value.get("schema").is_some() => of_response(node),
        _ => Vec::new(),
    }
}

fn of_schema<'a>(node: &Node<'a>) -> Vec<Example<'a>> {
    let single = ["example", "default"]
        .into_iter()
        .filter_map(|key| Some((node.at.child(key), node.value.get(key)?)));
    let list = node.at.child("examples");
    let listed = node
        .value
        .get("examples")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let listed = listed
        .enumerate()
        .map(|(place, value)| (list.index(place), value));
    let found = single.chain(listed).filter(|(_, value)| !value.is_null());
    found
        .map(|(at, value)| example(node, node.at.clone(), at, value))
        .collect()
}

/// Returns the examples of a node that has a schema (OAS 3.0.3, "Media Type Object", "Parameter Object").
fn of_holder<'a>(raw: &'a Raw, node: &Node<'a>) -> Vec<Example<'a>> {
    let mut found: Vec<_> = node
        .value
        .get("example")
        .map(|value| (node.at.child("example"), value))
        .into_iter()
        .collect();
    let list = node.at.child("examples");
    let names = node
        .value
        .get("examples")
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|map| map.keys());
    for name in names {
        let at = raw.resolve(&list.child(name)).child("value");
        found.extend(raw.value(&at).map(|value| (at, value)));
    }
    let schema = node.at.child("schema");
    let is_text = |value: &Value| value.is_string() && !is_json(node);
    found.retain(|(_, value)| !is_text(value));
    found
        .into_iter()
        .map(|(at, value)| example(node, schema.clone(), at, value))
        .collect()
}

/// Returns the examples of a response by media type (Swagger 2.0, "Example Object").
fn of_response<'a>(node: &Node<'a>) -> Vec<Example<'a>> {
    let list = node.at.child("examples");
    let by_type = node
        .value
        .get("examples")
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    let json =
        by_type.filter(|(media_type, value)| media_type.contains("json") && !value.is_null());
    json.map(|(media_type, value)| {
        example(node, node.at.child("schema"), list.child(media_type), value)
    })
    .collect()
}

/// Returns whether a string there is JSON, rather than a text in another format.
fn is_json(node: &Node<'_>) -> bool {
    let name = node.at.tokens().last().unwrap_or_default();
    node.kind != Kind::MediaType || name.contains("json")
}

fn example<'a>(node: &Node<'a>, schema: Pointer, at: Pointer, value: &'a Value) -> Example<'a> {
    Example {
        at,
        schema,
        direction: node.direction,
        value,
    }
}
