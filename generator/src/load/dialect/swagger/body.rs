//! The body parameter becomes the request body.

use serde_json::{Map, Value, json};

use super::context::{Context, MovedNode};
use super::media_types::MediaType;
use super::shared::Shared;
use super::targets::reference_to;
use crate::catalog::media_types::codec;
use crate::codes::swagger::BODY_WITHOUT_SCHEMA;
use crate::diagnostics::Pointer;

/// Returns a body parameter (Swagger 2.0, Parameter Object, `in: body`) as a request body of the given media types.
///
/// `are_own` tells that the media types are not those of the document, so that a reference to a shared body does not
/// say enough. The name of a body has no meaning.
pub(super) fn upgrade(
    context: &mut Context<'_>,
    value: Value,
    spot: &MovedNode,
    media_types: &[MediaType],
    are_own: bool,
) -> Value {
    context.moved(spot);
    let Value::Object(members) = value else {
        return value;
    };
    let reference = members.get("$ref").and_then(Value::as_str);
    match reference.and_then(|reference| context.shared.get(reference)) {
        Some(Shared::Body { required, at }) if are_own => {
            let (required, at) = (*required, at.child("schema"));
            of_shared(required, &at, media_types)
        }
        _ if reference.is_some() => Value::Object(members),
        _ => written_out(context, members, spot, media_types),
    }
}

/// Returns a shared body under media types of its own.
fn of_shared(required: bool, schema: &Pointer, media_types: &[MediaType]) -> Value {
    let schema = json!({ "$ref": reference_to(schema.as_str()) });
    let content: Map<String, Value> = media_types
        .iter()
        .map(|media_type| (media_type.name.clone(), json!({ "schema": schema })))
        .collect();
    json!({ "required": required, "content": content })
}

fn written_out(
    context: &mut Context<'_>,
    members: Map<String, Value>,
    spot: &MovedNode,
    media_types: &[MediaType],
) -> Value {
    let is_own = |key: &str| key == "description" || key == "required" || key.starts_with("x-");
    let (mut body, mut said): (Map<_, _>, Map<_, _>) =
        members.into_iter().partition(|(key, _)| is_own(key));
    for key in ["name", "in"] {
        said.shift_remove(key);
    }
    let (schema, old) = match said.shift_remove("schema") {
        Some(schema @ Value::Object(_)) => (schema, spot.old.child("schema")),
        _ => (without_schema(context, said, spot), spot.old.clone()),
    };
    let content = content(context, schema, &old, media_types, spot);
    body.insert("content".to_owned(), Value::Object(content));
    Value::Object(body)
}

/// Returns what a body without `schema` says of its values: perhaps what other parameters would.
fn without_schema(context: &mut Context<'_>, said: Map<String, Value>, spot: &MovedNode) -> Value {
    let message = "this body has no schema";
    if said.is_empty() {
        context.report(&BODY_WITHOUT_SCHEMA, message, &spot.old);
    } else {
        let note = "its own keywords are used as the schema";
        context.report_with_note(&BODY_WITHOUT_SCHEMA, message, note, &spot.old);
    }
    Value::Object(said)
}

/// Returns the content of the request body or response at `holder`, whose schema the text has at `old`.
///
/// A schema that is written out stands under the media type that clients want most; the others refer to it, so that
/// it is one type.
pub(super) fn content(
    context: &mut Context<'_>,
    schema: Value,
    old: &Pointer,
    media_types: &[MediaType],
    holder: &MovedNode,
) -> Map<String, Value> {
    let owner = media_types
        .iter()
        .min_by_key(|media_type| codec(&media_type.name).0)
        .map(|media_type| media_type.name.as_str());
    let copy = reference(&schema, old);
    let mut schema = Some(schema);
    let mut content = Map::new();
    for media_type in media_types {
        let at = holder.new.child("content").child(&media_type.name);
        note(context, media_type, &at);
        let is_owner = owner == Some(media_type.name.as_str());
        let value = if is_owner {
            let new = at.child("schema");
            context.moved(&MovedNode {
                old: old.clone(),
                new,
            });
            schema.take().unwrap_or_default()
        } else {
            copy.clone()
        };
        content.insert(media_type.name.clone(), json!({ "schema": value }));
    }
    content
}

/// Returns what stands for the schema where it does not stand itself.
fn reference(schema: &Value, old: &Pointer) -> Value {
    match schema.get("$ref") {
        Some(reference) => json!({ "$ref": reference }),
        None => json!({ "$ref": reference_to(old.as_str()) }),
    }
}

/// Notes where the text has the media type that stands at `at`.
pub(super) fn note(context: &mut Context<'_>, media_type: &MediaType, at: &Pointer) {
    if let Some(old) = &media_type.listed {
        context.moved(&MovedNode {
            old: old.clone(),
            new: at.clone(),
        });
    }
}
