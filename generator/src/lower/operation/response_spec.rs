//! What one response says, also where its schema stands in the place of the response.

use std::rc::Rc;

use openapiv3::Response;
use serde_json::Value;

use super::content;
use super::content::{Chosen, Role, of_json};
use crate::catalog::media_types::Codec;
use crate::codes::lower::SCHEMA_MISPLACED;
use crate::diagnostics::Pointer;
use crate::doc_text::summary_sentence;
use crate::ir::{Scalar, TypeRef};
use crate::lower::context::Context;

/// What one response says.
#[derive(Debug, Default)]
pub(in crate::lower) struct ResponseSpec {
    pub description: String,
    pub summary: String,
    pub chosen: Option<Chosen>,
}

impl ResponseSpec {
    fn new(description: String, chosen: Option<Chosen>) -> Self {
        Self {
            summary: summary_sentence(&description),
            description,
            chosen,
        }
    }

    /// Returns a response whose body can be anything.
    fn raw() -> Self {
        Self::new(String::new(), Some(Chosen::raw()))
    }
}

impl Chosen {
    /// Returns a body that is given as it comes.
    pub(super) fn raw() -> Self {
        Self {
            media_type: "application/octet-stream".to_owned(),
            range: None,
            codec: Codec::Bytes,
            ty: TypeRef::Scalar(Scalar::Bytes),
            member: None,
            fields: Vec::new(),
        }
    }
}

/// Returns the response that `at` leads to; many operations share one.
pub(super) fn response_spec(
    context: &mut Context<'_>,
    at: &Pointer,
    role: Role,
) -> Rc<ResponseSpec> {
    let Some(at) = context.resolve_or(at, "the response body is passed through as raw bytes")
    else {
        return Rc::new(ResponseSpec::raw());
    };
    // Where nothing is unwrapped, a response says the same whatever it is for.
    let role = if context.envelopes.are_unwrapped() {
        role
    } else {
        Role::Failure
    };
    let key = (at, role);
    if let Some(known) = context.responses.get(&key) {
        return Rc::clone(known);
    }
    let spec = Rc::new(read(context, &key.0, role));
    context.responses.insert(key, Rc::clone(&spec));
    spec
}

/// Returns the response that `at` leads to, without its body.
pub(super) fn without_body(context: &mut Context<'_>, at: &Pointer) -> ResponseSpec {
    let at = context.resolve_or(at, "its description is ignored");
    let node = at.and_then(|at| context.document.value(&at));
    let description = match node {
        Some(Value::String(description)) => description.clone(),
        _ => description(node),
    };
    ResponseSpec::new(description, None)
}

fn description(node: Option<&Value>) -> String {
    let text = node.and_then(|node| node.get("description"));
    text.and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn read(context: &mut Context<'_>, at: &Pointer, role: Role) -> ResponseSpec {
    let node = context.document.value(at);
    match node {
        Some(Value::Null) => return ResponseSpec::default(),
        Some(Value::String(description)) => return ResponseSpec::new(description.clone(), None),
        _ => {}
    }
    if let Some(chosen) = misplaced_content(context, at, role) {
        return ResponseSpec::new(description(node), Some(chosen));
    }
    let Some(response) = context.node::<Response>(at) else {
        return ResponseSpec::raw();
    };
    let chosen = content::of_response(context, &response.content, &at.child("content"), role);
    ResponseSpec::new(response.description, chosen)
}

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

/// Returns the JSON content of the object at `at`, a response or request body, if it is a schema itself or has one as
/// its member `schema`, as in Swagger 2.0.
pub(super) fn misplaced_content(
    context: &mut Context<'_>,
    at: &Pointer,
    role: Role,
) -> Option<Chosen> {
    let expected = match role {
        Role::Request => "a request body",
        Role::Success | Role::Failure => "a response",
    };
    let schema = misplaced(context.document.value(at)?, at)?;
    context.report(
        &SCHEMA_MISPLACED,
        format!("found a schema instead of {expected}"),
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
