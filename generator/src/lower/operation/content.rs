//! The one media type of several that the client uses.

use openapiv3::Content;

use crate::catalog::media_types::{Codec, codec};
use crate::diagnostics::Pointer;
use crate::ir::{Scalar, TypeRef};
use crate::load::child;
use crate::lower::codes::{BODY_AS_BYTES, MEDIA_TYPE_IGNORED};
use crate::lower::context::Context;
use crate::lower::schema::type_of;

/// A media type that was chosen, and the type of its body.
#[derive(Debug)]
pub(in crate::lower) struct Chosen {
    pub media_type: String,
    pub codec: Codec,
    pub ty: TypeRef,
}

/// Chooses among the media types of `content`, which stands at `at`.
pub(super) fn choose(context: &mut Context<'_>, content: &Content, at: &Pointer) -> Option<Chosen> {
    let (media_type, node) = content
        .iter()
        .min_by_key(|(media_type, _)| codec(media_type).0)?;
    report_ignored(context, content, media_type, at);
    let schema = node.schema.as_ref().map(child);
    let (media_type, codec) = if media_type.contains('*') {
        of_wildcard(context, media_type, schema.as_ref())
    } else {
        (media_type.clone(), codec(media_type).1)
    };
    if codec == Codec::Bytes && has_structure(context, schema.as_ref()) {
        context.report(
            &BODY_AS_BYTES,
            "bodies of this media type are not typed",
            &at.child(&media_type),
        );
    }
    let ty = match codec {
        Codec::Json | Codec::Form => schema.map_or(TypeRef::Json, |schema| {
            type_of(context, &schema).into_type()
        }),
        Codec::Text => TypeRef::Scalar(Scalar::String),
        Codec::Bytes => TypeRef::Scalar(Scalar::Bytes),
    };
    Some(Chosen {
        media_type,
        codec,
        ty,
    })
}

/// What a media type range stands for: text where it says so, JSON where the schema has a structure, else bytes.
fn of_wildcard(
    context: &mut Context<'_>,
    range: &str,
    schema: Option<&Pointer>,
) -> (String, Codec) {
    let (name, codec) = match codec(range).1 {
        Codec::Text => ("text/plain", Codec::Text),
        _ if has_structure(context, schema) => ("application/json", Codec::Json),
        _ => ("application/octet-stream", Codec::Bytes),
    };
    (name.to_owned(), codec)
}

/// Whether a schema describes more than a string.
fn has_structure(context: &mut Context<'_>, schema: Option<&Pointer>) -> bool {
    let Some(target) = schema.and_then(|schema| context.resolve(schema)) else {
        return false;
    };
    let facts = context.facts(&target);
    !facts.is_unstructured() && facts.kind.as_deref() != Some("string")
}

fn report_ignored(context: &mut Context<'_>, content: &Content, chosen: &str, at: &Pointer) {
    let chosen_codec = codec(chosen).1;
    for other in content
        .keys()
        .filter(|other| *other != chosen && codec(other).1 != chosen_codec)
    {
        context.report(
            &MEDIA_TYPE_IGNORED,
            format!("`{other}` is left out in favour of `{chosen}`"),
            &at.child(other),
        );
    }
}
