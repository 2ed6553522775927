//! Requests that the API sends (OpenAPI 3.1.1, `webhooks` of the OpenAPI Object): their bodies become models.

use serde_json::Value;

use super::context::Context;
use super::schema::type_of;
use crate::codes::lower::WEBHOOKS_MODELS;
use crate::diagnostics::Pointer;

/// Where documents list webhooks; the extension is what they used before OpenAPI 3.1.
const PLACES: &[&str] = &["webhooks", "x-webhooks"];

/// Makes models of what webhooks send and are answered.
pub(super) fn lower(context: &mut Context<'_>) {
    for place in PLACES {
        let at = Pointer::root().child(place);
        let names = keys(context, &at);
        if !names.is_empty() {
            let message = "webhooks are not supported";
            context.report(&WEBHOOKS_MODELS, message, &at);
        }
        for name in names {
            if let Some(item) = context.resolve_or(&at.child(&name), "this webhook is ignored") {
                lower_item(context, &item);
            }
        }
    }
}

/// Returns the keys of the object at `at`, sorted, as their order in the document must not decide who gets a name.
fn keys(context: &Context<'_>, at: &Pointer) -> Vec<String> {
    let node = context.document.value(at).and_then(Value::as_object);
    let keys = node.into_iter().flat_map(|node| node.keys().cloned());
    let mut keys: Vec<String> = keys.collect();
    keys.sort_unstable();
    keys
}

/// Lowers the operations of a path item.
fn lower_item(context: &mut Context<'_>, item: &Pointer) {
    for method in keys(context, item) {
        let operation = item.child(&method);
        lower_content(context, &operation.child("requestBody"));
        let responses = operation.child("responses");
        for status in keys(context, &responses) {
            lower_content(context, &responses.child(&status));
        }
    }
}

/// Lowers the schemas of a body.
fn lower_content(context: &mut Context<'_>, body: &Pointer) {
    if context.document.value(body).is_none() {
        return;
    }
    let Some(body) = context.resolve_or(body, "this body gets no model") else {
        return;
    };
    let content = body.child("content");
    for media_type in keys(context, &content) {
        let schema = content.child(&media_type).child("schema");
        if context.document.value(&schema).is_some() {
            type_of(context, &schema);
        }
    }
}
