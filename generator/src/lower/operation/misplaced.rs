//! Schemas that stand where a response or a request body belongs.

use serde_json::Value;

use super::content::{Chosen, of_json};
use super::role::Role;
use crate::catalog::media_types::Codec;
use crate::diagnostics::Pointer;
use crate::lower::codes::SCHEMA_MISPLACED;
use crate::lower::context::Context;

/// Members that only a schema has.
const OF_SCHEMAS: &[&str] = &[
    "type",
    "properties",
    "items",
    "allOf",
    "oneOf",
    "anyOf",
    "enum",
    "additionalProperties",
];

/// Members that no schema has.
const OF_OTHERS: &[&str] = &["content", "headers", "links"];

/// The JSON content of the object at `at`, a response or request body, if it is a schema itself or has one as its
/// member `schema`, as in Swagger 2.0.
pub(super) fn content(context: &mut Context<'_>, at: &Pointer, role: Role) -> Option<Chosen> {
    let expected = match role {
        Role::Request => "a request body",
        Role::Success | Role::Failure => "a response",
    };
    let schema = misplaced(context.document.value(at)?, at)?;
    context.report(
        &SCHEMA_MISPLACED,
        format!("found a schema instead of {expected}; it is read as JSON with this schema"),
        &schema,
    );
    let (ty, member) = of_json(context, &schema, role);
    Some(Chosen {
        media_type: "application/json".to_owned(),
        range: None,
        codec: Codec::Json,
        ty,
        member,
        fields: Vec::new(),
    })
}

fn misplaced(node: &Value, at: &Pointer) -> Option<Pointer> {
    let has = |keys: &[&str]| keys.iter().any(|key| node.get(key).is_some());
    let schemas = Pointer::root().child("components").child("schemas");
    if has(OF_OTHERS) || !node.is_object() {
        None
    } else if node.get("schema").is_some_and(Value::is_object) {
        Some(at.child("schema"))
    } else {
        (has(OF_SCHEMAS) || at.parent() == Some(schemas)).then(|| at.clone())
    }
}
