//! Request bodies.

use openapiv3::{Operation, RequestBody};

use super::content::{Chosen, choose};
use super::discovery::Found;
use crate::catalog::media_types::Codec;
use crate::ir::Body;
use crate::lower::codes::BODY_WITHOUT_CONTENT;
use crate::lower::context::Context;
use crate::names::{Case, Scope};

/// The request body of an operation.
pub(super) fn lower(context: &mut Context<'_>, found: &Found, node: &Operation) -> Option<Body> {
    node.request_body.as_ref()?;
    let at = context.resolve(&found.at.child("requestBody"))?;
    let body: RequestBody = context.node(&at)?;
    let Some(chosen) = choose(context, &body.content, &at.child("content")) else {
        context.report(
            &BODY_WITHOUT_CONTENT,
            "this body has no media type and is not sent",
            &at,
        );
        return None;
    };
    let (encoder, names_media_type) = encoder(&chosen);
    Some(Body {
        name: Scope::new().claim(Case::Value, "body"),
        ty: chosen.ty,
        media_type: chosen.media_type,
        encoder,
        names_media_type,
        required: body.required,
        description: body.description.unwrap_or_default(),
    })
}

/// The runtime's function that encodes the body, and whether it is told the media type.
fn encoder(chosen: &Chosen) -> (&'static str, bool) {
    match chosen.codec {
        Codec::Json if chosen.media_type == "application/json" => ("json", false),
        Codec::Json => ("json_as", true),
        Codec::Form => ("form", false),
        Codec::Text => ("text", true),
        Codec::Bytes => ("bytes", true),
    }
}
