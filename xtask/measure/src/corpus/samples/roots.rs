//! Which schemas are sampled.

use std::collections::BTreeSet;

use clientsmith::diagnostics::Pointer;
use serde_json::Value;

use crate::corpus::raw::{Direction, Kind, Node, Raw, nodes};

/// A schema that is sampled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Root {
    /// Where it stands.
    pub at: Pointer,
    /// Which way its values travel, if that is known.
    pub direction: Option<Direction>,
}

/// Returns the schemas of `raw` with names, those of JSON bodies, and inline unions.
#[must_use]
pub fn roots(raw: &Raw) -> Vec<Root> {
    let named = raw.components().into_iter().map(|at| Root {
        at,
        direction: None,
    });
    let nodes = nodes(raw.root());
    let bodies: BTreeSet<Pointer> = nodes
        .iter()
        .filter(|node| is_body(node))
        .map(|node| node.at.child("schema"))
        .collect();
    let schemas = nodes.iter().filter(|node| node.kind == Kind::Schema);
    let inline = schemas
        .filter(|node| bodies.contains(&node.at) || is_union(node))
        .map(|node| Root {
            at: raw.resolve(&node.at),
            direction: node.direction,
        });
    let mut seen = BTreeSet::new();
    named
        .chain(inline)
        .filter(|root| seen.insert(root.clone()))
        .collect()
}

/// Returns whether the schema of the node is that of a JSON body.
fn is_body(node: &Node<'_>) -> bool {
    let name = node.at.tokens().last().unwrap_or_default();
    match node.kind {
        Kind::MediaType => name.contains("json"),
        Kind::Parameter => node.value.get("in").and_then(Value::as_str) == Some("body"),
        Kind::Response => true,
        _ => false,
    }
}

/// Returns whether the schema has several subschemas to choose from, `null` apart.
fn is_union(node: &Node<'_>) -> bool {
    ["anyOf", "oneOf"].iter().any(|keyword| {
        let list = node.value.get(keyword).and_then(Value::as_array);
        let is_null = |schema: &&Value| schema.get("type").is_some_and(|ty| ty == "null");
        list.is_some_and(|list| list.iter().filter(|schema| !is_null(schema)).count() > 1)
    })
}
