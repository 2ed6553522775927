//! `content`: a schema under each of several media types.

use serde_json::{Map, Value, json};

use super::context::{Context, Spot};
use super::media_types::MediaType;
use super::targets::reference_to;
use crate::catalog::media_types::codec;
use crate::diagnostics::Pointer;

/// The content of the request body or response at `holder`, whose schema the text has at `old`.
///
/// A schema that is written out stands under the media type that clients want most; the others refer to it, so that
/// it is one type.
pub(super) fn content(
    context: &mut Context<'_>,
    schema: Value,
    old: &Pointer,
    media_types: &[MediaType],
    holder: &Spot,
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
            context.moved(&Spot {
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

/// What stands for the schema where it does not stand itself.
fn reference(schema: &Value, old: &Pointer) -> Value {
    match schema.get("$ref") {
        Some(reference) => json!({ "$ref": reference }),
        None => json!({ "$ref": reference_to(old.as_str()) }),
    }
}

/// Notes where the text has the media type that stands at `at`.
pub(super) fn note(context: &mut Context<'_>, media_type: &MediaType, at: &Pointer) {
    if let Some(old) = &media_type.listed {
        context.moved(&Spot {
            old: old.clone(),
            new: at.clone(),
        });
    }
}
