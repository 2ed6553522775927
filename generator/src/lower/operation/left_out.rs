//! Media types that a client does not use.

use openapiv3::Content;

use super::content::has_structure;
use crate::catalog::media_types::{Codec, codec, is_patch};
use crate::diagnostics::Pointer;
use crate::load::child;
use crate::lower::codes::MEDIA_TYPE_IGNORED;
use crate::lower::context::Context;

/// Reports the media types beside `chosen` with another schema or another patch format. Otherwise they are only other
/// encodings of the same body.
pub(super) fn of_request(context: &mut Context<'_>, content: &Content, chosen: &str, at: &Pointer) {
    for other in others(content, chosen) {
        if schema(content, other).is_none() {
            continue;
        }
        if !is_alike(context, content, other, chosen) {
            report(context, other, chosen, at);
        } else if is_patch(other) || is_patch(chosen) {
            let message =
                format!("`{other}` has the same schema as `{chosen}`, which the client sends");
            context.report(&MEDIA_TYPE_IGNORED, message, &at.child(other));
        }
    }
}

/// Notes the media types beside `chosen` that have more to say of a response. Beside JSON none has: the client asks
/// for JSON, and gets it.
pub(super) fn of_response(
    context: &mut Context<'_>,
    content: &Content,
    chosen: &str,
    at: &Pointer,
) {
    if codec(chosen).1 == Codec::Json {
        return;
    }
    for other in others(content, chosen) {
        let other_schema = schema(content, other);
        if has_structure(context, other_schema.as_ref())
            && !is_alike(context, content, other, chosen)
        {
            report(context, other, chosen, at);
        }
    }
}

fn others<'a>(content: &'a Content, chosen: &str) -> impl Iterator<Item = &'a str> {
    let others = content.keys().map(String::as_str);
    others.filter(move |other| *other != chosen)
}

fn schema(content: &Content, media_type: &str) -> Option<Pointer> {
    let node = content.get(media_type)?;
    node.schema.as_ref().map(child)
}

/// Whether two media types have the same schema.
fn is_alike(context: &mut Context<'_>, content: &Content, one: &str, other: &str) -> bool {
    let [one, other] =
        [one, other].map(|key| schema(content, key).and_then(|at| context.resolve(&at)));
    one == other || value(context, one.as_ref()) == value(context, other.as_ref())
}

fn value<'a>(context: &Context<'a>, at: Option<&Pointer>) -> Option<&'a serde_json::Value> {
    context.document.value(at?)
}

fn report(context: &mut Context<'_>, other: &str, chosen: &str, at: &Pointer) {
    let message = format!("`{other}` has another schema; only `{chosen}` is used");
    context.report(&MEDIA_TYPE_IGNORED, message, &at.child(other));
}
