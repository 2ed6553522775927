//! The nodes of a document: which member of which node is which.

use clientsmith::diagnostics::Pointer;
use serde_json::Value;

/// A kind of node, called as the specification calls its object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The document.
    OpenApi,
    /// What has a name.
    Components,
    /// The operations of a path.
    PathItem,
    /// An operation.
    Operation,
    /// A parameter.
    Parameter,
    /// A request body.
    RequestBody,
    /// A response.
    Response,
    /// A media type.
    MediaType,
    /// A schema.
    Schema,
}

/// Which way a value travels (OAS 3.0.3, "Schema Object", `readOnly` and `writeOnly`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// To the server.
    Request,
    /// From the server.
    Response,
}

/// A node of a document.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub at: Pointer,
    /// Which way values of it travel; a component can go both.
    pub direction: Option<Direction>,
    /// The node.
    pub value: &'a Value,
}

#[derive(Clone, Copy)]
enum Holds {
    One,
    List,
    Map,
}

use Holds::{List, Map, One};
use Kind::{
    Components, MediaType, OpenApi, Operation, Parameter, PathItem, RequestBody, Response, Schema,
};

/// The members that are nodes, or hold some, in any dialect. Callbacks are left out: no client has them.
const MEMBERS: &[(Kind, &[&str], Holds, Kind)] = &[
    (OpenApi, &["paths", "webhooks"], Map, PathItem),
    (OpenApi, &["components"], One, Components),
    (OpenApi, &["definitions"], Map, Schema),
    (OpenApi, &["parameters"], Map, Parameter),
    (OpenApi, &["responses"], Map, Response),
    (Components, &["schemas"], Map, Schema),
    (Components, &["parameters"], Map, Parameter),
    (Components, &["requestBodies"], Map, RequestBody),
    (Components, &["responses"], Map, Response),
    (Components, &["pathItems"], Map, PathItem),
    (PathItem, METHODS, One, Operation),
    (PathItem, &["parameters"], List, Parameter),
    (Operation, &["parameters"], List, Parameter),
    (Operation, &["requestBody"], One, RequestBody),
    (Operation, &["responses"], Map, Response),
    (Parameter, &["schema"], One, Schema),
    (Parameter, &["content"], Map, MediaType),
    (RequestBody, &["content"], Map, MediaType),
    (Response, &["content"], Map, MediaType),
    (Response, &["schema"], One, Schema),
    (MediaType, &["schema", "itemSchema"], One, Schema),
    (
        Schema,
        &[
            "properties",
            "patternProperties",
            "$defs",
            "dependentSchemas",
        ],
        Map,
        Schema,
    ),
    (
        Schema,
        &["allOf", "anyOf", "oneOf", "prefixItems"],
        List,
        Schema,
    ),
    (
        Schema,
        &[
            "additionalProperties",
            "contains",
            "else",
            "if",
            "items",
            "not",
            "propertyNames",
            "then",
            "unevaluatedItems",
            "unevaluatedProperties",
        ],
        One,
        Schema,
    ),
];

const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Returns every node of the document `root`, each before its children.
#[must_use]
pub fn nodes(root: &Value) -> Vec<Node<'_>> {
    let mut found = Vec::new();
    let mut open = vec![Node {
        kind: OpenApi,
        at: Pointer::root(),
        direction: None,
        value: root,
    }];
    while let Some(node) = open.pop() {
        let first = open.len();
        children(&node, &mut open);
        if let Some(added) = open.get_mut(first..) {
            added.reverse();
        }
        found.push(node);
    }
    found
}

fn children<'a>(node: &Node<'a>, open: &mut Vec<Node<'a>>) {
    for (_, keys, holds, kind) in MEMBERS.iter().filter(|(of, ..)| *of == node.kind) {
        for key in *keys {
            let Some(value) = node.value.get(key) else {
                continue;
            };
            let at = node.at.child(key);
            let mut push = |at: Pointer, value: &'a Value| {
                if value.is_object() {
                    let direction = direction(*kind, &at).or(node.direction);
                    open.push(Node {
                        kind: *kind,
                        at,
                        direction,
                        value,
                    });
                }
            };
            match (holds, value) {
                (One, value) => push(at, value),
                (List, Value::Array(items)) => {
                    items
                        .iter()
                        .enumerate()
                        .for_each(|(place, item)| push(at.index(place), item));
                }
                (Map, Value::Object(members)) => {
                    members
                        .iter()
                        .for_each(|(name, member)| push(at.child(name), member));
                }
                _ => {}
            }
        }
    }
}

/// Returns the direction of values of the node at `at`. A webhook's request comes from the server (OAS 3.1.0, "OpenAPI
/// Object").
fn direction(kind: Kind, at: &Pointer) -> Option<Direction> {
    let is_called = at.as_str().starts_with("/webhooks/");
    match (kind, is_called) {
        (Parameter | RequestBody, false) | (Response, true) => Some(Direction::Request),
        (Response, false) | (Parameter | RequestBody, true) => Some(Direction::Response),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn nodes_are_found_by_their_place_and_not_by_their_name() {
        let root = json!({
            "paths": {"/a": {"get": {"responses": {"default": {"content": {"text/plain": {"schema": {}}}}}}}},
            "components": {"schemas": {"A": {"properties": {"example": {}}, "example": {"properties": {"no": {}}}}}},
        });
        let schemas = nodes(&root).into_iter().filter(|node| node.kind == Schema);
        let places: Vec<_> = schemas
            .map(|node| (node.at.as_str().to_owned(), node.direction))
            .collect();
        let expected = [
            (
                "/paths/~1a/get/responses/default/content/text~1plain/schema".to_owned(),
                Some(Direction::Response),
            ),
            ("/components/schemas/A".to_owned(), None),
            ("/components/schemas/A/properties/example".to_owned(), None),
        ];
        assert_eq!(places, expected);
    }
}
