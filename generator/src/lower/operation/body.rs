//! Request bodies.

use openapiv3::RequestBody;
use serde_json::Value;

use super::content;
use super::content::{Chosen, Role};
use super::discovery::Found;
use super::{body_parameters, response_spec};
use crate::catalog::media_types::Codec;
use crate::codes::lower::BODY_WITHOUT_CONTENT;
use crate::diagnostics::Pointer;
use crate::ir::{Body, Encoder, Scalar, TypeRef};
use crate::lower::context::Context;
use crate::names::{Case, Scope};

/// Returns the request body of an operation.
pub(super) fn lower(context: &mut Context<'_>, found: &Found) -> Option<Body> {
    let at = found.operation.at.child("requestBody");
    let node = context.document.value(&at);
    if node.is_none_or(Value::is_null) {
        let (chosen, required) = body_parameters::lower(context, found)?;
        return Some(body(
            chosen,
            required,
            String::new(),
            found.operation.at.clone(),
        ));
    }
    let Some(target) = context.resolve_or(&at, "any JSON value is accepted as the body") else {
        return Some(body(Chosen::json(), false, String::new(), at));
    };
    if let Some(chosen) = response_spec::misplaced_content(context, &target, Role::Request) {
        let required = context.document.value(&target.child("required"));
        return Some(body(
            chosen,
            required == Some(&Value::Bool(true)),
            String::new(),
            target,
        ));
    }
    of_node(context, &target)
}

fn of_node(context: &mut Context<'_>, at: &Pointer) -> Option<Body> {
    let node: RequestBody = context.node(at)?;
    let Some(chosen) = content::of_request(context, &node.content, &at.child("content")) else {
        context.report(&BODY_WITHOUT_CONTENT, "this body has no media type", at);
        return None;
    };
    Some(body(
        chosen,
        node.required,
        node.description.unwrap_or_default(),
        at.clone(),
    ))
}

impl Chosen {
    /// Any JSON value.
    fn json() -> Self {
        Self {
            media_type: "application/json".to_owned(),
            range: None,
            codec: Codec::Json,
            ty: TypeRef::Json,
            member: None,
            fields: Vec::new(),
        }
    }
}

fn body(chosen: Chosen, required: bool, description: String, origin: Pointer) -> Body {
    Body {
        name: Scope::new().claim(Case::Value, "body"),
        encoder: encoder(&chosen),
        ty: chosen.ty,
        media_type: chosen.media_type,
        required,
        fields: chosen.fields,
        description,
        origin,
    }
}

fn encoder(chosen: &Chosen) -> Encoder {
    match chosen.codec {
        Codec::Json if chosen.media_type == "application/json" => Encoder::Json,
        Codec::Json => Encoder::JsonAs,
        Codec::Form => Encoder::Form,
        Codec::Text if chosen.ty != TypeRef::Scalar(Scalar::String) => Encoder::TextValue,
        Codec::Text => Encoder::Text,
        Codec::Bytes => Encoder::Bytes,
    }
}
